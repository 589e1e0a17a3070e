//! Time grows with the text, and not with its square.

use super::Folder;
use std::fmt::Write as _;
use std::time::Duration;

/// Twice the input may take so much of the time.
const MOST: f64 = 2.3;

/// What is too quick to be measured.
const SHORT: Duration = Duration::from_millis(250);

/// What a text is, the end of its file's name, and how it is made of a size.
type Text = (&'static str, &'static str, fn(usize) -> String);

/// The texts, each of a size.
fn texts() -> Vec<Text> {
    fn feed(size: usize) -> String {
        let mut text = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>".to_owned();
        for item in 0..size * 20 {
            let _ = write!(
                text,
                "<item><title>Item {item}</title><description>&lt;p&gt;Quay {item} cost {item} million dollars in 1931.&lt;/p&gt;</description></item>"
            );
        }
        text + "</channel></rss>"
    }
    vec![
        ("curly quotes", "txt", |size| "“The quay cost” ‘three ’ ".repeat(size * 400)),
        ("open quotes", "txt", |size| "“The quay ".repeat(size * 600)),
        ("combining marks", "txt", |size| format!("e{}", "\u{301}".repeat(size * 6000))),
        ("letters with marks", "txt", |size| "e\u{301}\u{301} ".repeat(size * 1500)),
        ("signs without width", "txt", |size| "\u{200b}".repeat(size * 6000)),
        ("claims", "txt", |size| {
            (0..size * 25).fold(String::new(), |mut text, number| {
                let _ = write!(text, "The quay number {number} cost {number} million dollars in 1931. ");
                text
            })
        }),
        ("a feed", "xml", feed),
    ]
}

/// The processor's time that a run with these arguments takes: what else the machine does is none of it.
fn took(folder: &Folder, arguments: &[&str]) -> Duration {
    let mut shell = std::process::Command::new("bash");
    shell.args(["-c", "TIMEFORMAT=%U; time \"$0\" \"$@\" >/dev/null", env!("CARGO_BIN_EXE_claimsheet")]);
    let run = shell.args(arguments).current_dir(folder.0.path()).env("LC_ALL", "C").output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success() || arguments.first() == Some(&"gate"), "{said}");
    Duration::from_secs_f64(said.lines().last().unwrap().trim().parse().unwrap())
}

/// How much longer twice the text takes, from a size on that can be measured.
fn growth(folder: &Folder, name: &str, extension: &str, text: fn(usize) -> String) -> f64 {
    let mut size = 4;
    loop {
        let (one, two) = (format!("one.{extension}"), format!("two.{extension}"));
        folder.write(&one, &text(size));
        folder.write(&two, &text(size * 2));
        // The quickest of three is least disturbed by what else the machine does.
        let run = |file: &str| took(folder, &["make", file, "--format", "json", "-o", "/dev/null"]);
        let quickest = |file: &str| (0..3).map(|_| run(file)).min().unwrap_or_default();
        let (first, second) = (quickest(&one), quickest(&two));
        if second > SHORT || size >= 1024 {
            let growth = second.as_secs_f64() / first.as_secs_f64().max(0.001);
            assert!(second < Duration::from_mins(1), "{name}: {second:?}");
            return growth;
        }
        size *= 2;
    }
}

#[cfg(unix)]
#[test]
fn twice_the_text_takes_about_twice_the_time() {
    let folder = Folder::new();
    for (name, extension, text) in texts() {
        // A machine that is busy with something else is asked once more.
        let measured: Vec<f64> = (0..3)
            .map(|_| growth(&folder, name, extension, text))
            .scan(false, |done, growth| {
                if *done {
                    return None;
                }
                *done = growth <= MOST;
                Some(growth)
            })
            .collect();
        assert!(measured.iter().any(|growth| *growth <= MOST), "{name}: {measured:?}");
    }
}

/// Claims with something to settle in each.
fn claims(size: usize) -> String {
    (0..size).fold(String::new(), |mut text, number| {
        let _ = write!(text, "The quay {number} cost {number} million dollars on Monday, March 3, 2026.\n\n");
        text
    })
}

#[cfg(unix)]
#[test]
fn twice_the_claims_take_about_twice_the_time_to_write_to_read_back_and_to_let_pass() {
    let folder = Folder::new();
    let files = ["xlsx", "docx", "csv"];
    for (name, size) in [("one", 300), ("two", 600)] {
        folder.write(&format!("{name}.md"), &claims(size));
        folder.run(&["make", &format!("{name}.md")]).is(0);
        for format in files {
            let (draft, out) = (format!("{name}.md"), format!("{name}.{format}"));
            folder.run(&["make", &draft, "--format", format, "-o", &out]).is(0);
        }
    }
    let time = |name: &str, arguments: &dyn Fn(&str) -> Vec<String>| {
        let arguments = arguments(name);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        (0..3).map(|_| took(&folder, &arguments)).min().unwrap_or_default()
    };
    let holds = |what: &str, arguments: &dyn Fn(&str) -> Vec<String>| {
        let measured: Vec<f64> = (0..3)
            .map(|_| time("two", arguments).as_secs_f64() / time("one", arguments).as_secs_f64().max(0.01))
            .scan(false, |done, growth| (!std::mem::replace(done, growth <= MOST)).then_some(growth))
            .collect();
        assert!(measured.iter().any(|growth| *growth <= MOST), "{what}: {measured:?}");
    };
    let text = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    for format in files {
        holds(&format!("write {format}"), &|name| {
            text(&["make", &format!("{name}.md"), "--format", format, "-o", &format!("{name}.{format}"), "--force"])
        });
        holds(&format!("read {format}"), &|name| {
            text(&["import", &format!("{name}.worksheet.md"), "--from", &format!("{name}.{format}")])
        });
    }
    holds("gate", &|name| text(&["gate", &format!("{name}.worksheet.md")]));
}

#[cfg(target_os = "linux")]
#[test]
fn running_out_of_memory_is_an_error_with_advice_and_no_abort() {
    let folder = Folder::new();
    folder.write("draft.txt", &"The quay cost $3 million in 1931, Ruth Lund said.\n\n".repeat(100_000));
    for more in ["--format json -o /dev/null", "-o sheet.md"] {
        let script = format!("ulimit -v 400000; exec \"$0\" make draft.txt {more}");
        let mut shell = std::process::Command::new("bash");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_claimsheet")]).current_dir(folder.0.path());
        let run = shell.output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(3), "{said}");
        assert!(said.contains("megabytes of memory are needed") && said.contains("divide it"), "{said}");
    }
}
