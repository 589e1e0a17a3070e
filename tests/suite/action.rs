//! The steps of `action.yml`, run here as a runner would run them.

use super::repository;
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const CONTRADICTS: &str = "The vote was on Monday, March 3, 2026, and the quay cost $3 million.\n";
const PLAIN: &str = "The quay opened in 1931.\n";

/// A repository with drafts in it, and what a runner keeps beside it.
struct Runner {
    folder: tempfile::TempDir,
    inputs: Map<String, Value>,
    base: String,
}

impl Runner {
    /// The inputs that are given; the others are the action's defaults.
    fn with(inputs: &[(&str, &str)]) -> Self {
        let mut all = Map::new();
        for (name, input) in action()["inputs"].as_object().unwrap() {
            all.insert(name.clone(), input.get("default").cloned().unwrap_or_default());
        }
        all.insert("articles".to_owned(), "drafts/**/*.md".into());
        all.insert("program".to_owned(), env!("CARGO_BIN_EXE_claimsheet").into());
        for (name, value) in inputs {
            assert!(all.insert((*name).to_owned(), (*value).into()).is_some(), "there is no input {name}");
        }
        let runner = Self { folder: tempfile::tempdir().unwrap(), inputs: all, base: String::new() };
        fs::create_dir_all(runner.path("temp")).unwrap();
        runner
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn draft(&self, path: &str, text: &str) {
        let path = self.path("work").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=desk", "-c", "user.email=desk@paper.example", "-c", "init.defaultBranch=main"]);
        let run = git.args(arguments).current_dir(self.path("work")).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).unwrap().trim().to_owned()
    }

    fn commit(&self) -> String {
        self.git(&["init", "--quiet"]);
        self.git(&["add", "."]);
        self.git(&["commit", "--quiet", "--message", "a draft"]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// The value of an expression of the few forms that the action uses.
    fn value(&self, expression: &str) -> String {
        let expression = expression.trim();
        if let Some((first, second)) = expression.split_once(" || ") {
            let first = self.value(first);
            return if first.is_empty() { self.value(second) } else { first };
        }
        if let Some(quoted) = expression.strip_prefix('\'') {
            return quoted.trim_end_matches('\'').to_owned();
        }
        if let Some(name) = expression.strip_prefix("inputs.") {
            return self
                .inputs
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_else(|| panic!("no input {name}"))
                .to_owned();
        }
        match expression {
            "runner.temp" => self.path("temp").display().to_string(),
            "github.event.pull_request.base.sha" => self.base.clone(),
            "steps.find.outputs.articles" => {
                let outputs = self.kept("output");
                outputs.lines().find_map(|line| line.strip_prefix("articles=")).unwrap_or("").to_owned()
            }
            _ if expression.starts_with("format(") => String::new(),
            _ => panic!("what is {expression}?"),
        }
    }

    fn holds(&self, condition: &str) -> bool {
        condition.split(" && ").all(|part| {
            let (left, is_equal, right) = match part.split_once(" == ") {
                Some((left, right)) => (left, true, right),
                None => part.split_once(" != ").map(|(left, right)| (left, false, right)).unwrap(),
            };
            left.starts_with("steps.cache") || (self.value(left) == self.value(right)) == is_equal
        })
    }

    fn kept(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Runs the steps until one fails; the last one that ran.
    fn run(&self) -> Output {
        let mut last = None;
        let action = action();
        let steps = action["runs"]["steps"].as_array().unwrap().iter();
        for step in steps.filter(|step| step["if"].as_str().is_none_or(|condition| self.holds(condition))) {
            let Some(script) = step["run"].as_str() else { panic!("{step} needs more than a shell") };
            assert!(!script.contains("${{"), "an input in a script is run: {script}");
            let file = self.path("temp").join("step.sh");
            fs::write(&file, script).unwrap();
            let mut shell = Command::new("bash");
            shell.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(&file).current_dir(self.path("work"));
            shell.env("GITHUB_OUTPUT", self.path("output")).env("GITHUB_STEP_SUMMARY", self.path("summary"));
            for (name, value) in step["env"].as_object().unwrap() {
                let value = value.as_str().unwrap();
                let mut said = String::new();
                let mut rest = value;
                while let Some((before, behind)) = rest.split_once("${{") {
                    let (expression, behind) = behind.split_once("}}").unwrap();
                    said += before;
                    said += &self.value(expression);
                    rest = behind;
                }
                shell.env(name, said + rest);
            }
            let run = shell.output().unwrap();
            let failed = !run.status.success();
            last = Some(run);
            if failed {
                break;
            }
        }
        last.unwrap()
    }
}

fn action() -> Value {
    serde_saphyr::from_str(&fs::read_to_string(repository("action.yml")).unwrap()).unwrap()
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

fn is_there(path: &Path) -> bool {
    path.is_file()
}

#[test]
fn the_action_annotates_sums_up_and_leaves_files() {
    let runner = Runner::with(&[("sarif", "out/sarif"), ("sheets", "out/sheets")]);
    runner.draft("drafts/a.md", CONTRADICTS);
    runner.draft("drafts/deep/b.md", PLAIN);
    runner.draft("drafts/deep/b.worksheet.md", "### Mine\n\n- [ ] look at the photograph\n");
    runner.draft("notes/c.md", CONTRADICTS);
    let run = runner.run();
    assert!(run.status.success(), "{}", said(&run));
    let printed = String::from_utf8(run.stdout).unwrap();
    assert!(printed.contains("::error file=drafts/a.md,line=1,endLine=1,col=14,"), "{printed}");
    assert!(printed.contains("file=drafts/deep/b.md") && !printed.contains("c.md"), "{printed}");
    let summary = runner.kept("summary");
    assert!(summary.contains("drafts/a.md ·") && summary.contains("drafts/deep/b.md ·"), "{summary}");
    for made in ["sarif/drafts/a.sarif", "sarif/drafts/deep/b.sarif", "sheets/drafts/a.worksheet.md"] {
        assert!(is_there(&runner.path("work/out").join(made)), "{made}");
    }
    let sheet = runner.kept("work/out/sheets/drafts/deep/b.worksheet.md");
    assert!(sheet.contains("look at the photograph") && sheet.contains("The quay opened"), "{sheet}");
    assert!(!is_there(&runner.path("work/drafts/a.worksheet.md")), "nothing is written beside the drafts");
}

#[test]
fn the_action_reads_only_what_a_pull_request_changes_where_asked() {
    let mut runner = Runner::with(&[("only-changed", "true")]);
    runner.draft("drafts/a.md", CONTRADICTS);
    runner.draft("drafts/b c.md", PLAIN);
    runner.base = runner.commit();
    runner.draft("drafts/b c.md", "The quay opened in 1932.\n");
    runner.commit();
    let run = runner.run();
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(runner.kept("output"), "articles=1\n");
    assert!(said(&run).contains("::warning file=drafts/b c.md,"), "{}", said(&run));
    assert!(!said(&run).contains("a.md"), "{}", said(&run));
}

#[test]
fn the_action_fails_where_a_draft_contradicts_itself_and_still_shows_all() {
    let runner = Runner::with(&[("fail-on", "disagrees"), ("annotations", "false")]);
    runner.draft("drafts/a.md", CONTRADICTS);
    runner.draft("drafts/b.md", PLAIN);
    let run = runner.run();
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(said(&run).contains("drafts/a.md:1: weekday: these disagree: "), "{}", said(&run));
    assert!(runner.kept("summary").contains("drafts/b.md"), "the second draft is read, too");
}

#[test]
fn the_action_is_a_gate_where_asked() {
    let runner = Runner::with(&[("gate", "all"), ("annotations", "false"), ("summary", "false")]);
    runner.draft("drafts/a.md", PLAIN);
    let run = runner.run();
    assert_eq!(run.status.code(), Some(1));
    assert!(said(&run).contains("drafts/a.md: there is no drafts/a.worksheet.md beside it"), "{}", said(&run));
    let make = Command::new(env!("CARGO_BIN_EXE_claimsheet")).arg("make").arg(runner.path("work/drafts/a.md")).status();
    assert!(make.unwrap().success());
    let run = runner.run();
    assert_eq!(run.status.code(), Some(1));
    assert!(said(&run).contains("(no verdict)"), "{}", said(&run));
    let sheet = runner.path("work/drafts/a.worksheet.md");
    let text = fs::read_to_string(&sheet).unwrap();
    let text = text.replace("Verdict:", "Verdict: confirmed").replace("Source:", "Source: log");
    fs::write(&sheet, text.replace("Checked by:", "Checked by: R. Osei")).unwrap();
    assert!(runner.run().status.success());
}

#[test]
fn no_name_of_a_file_and_no_input_is_run() {
    let runner = Runner::with(&[("articles", "drafts/*.md $(touch input-ran)")]);
    runner.draft("drafts/$(touch name-ran) `touch tick-ran`;touch semi-ran.md", PLAIN);
    runner.draft("drafts/::error file=x::boom.md", PLAIN);
    let run = runner.run();
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(runner.kept("output"), "articles=2\n");
    let ran: Vec<String> = fs::read_dir(runner.path("work"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("ran"))
        .collect();
    assert!(ran.is_empty(), "{ran:?}");
    assert!(!said(&run).lines().any(|line| line.starts_with("::error")), "{}", said(&run));
}

#[test]
fn nothing_to_read_is_no_failure() {
    let runner = Runner::with(&[("fail-on", "ask"), ("gate", "all")]);
    runner.draft("other/a.md", CONTRADICTS);
    let run = runner.run();
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(runner.kept("output"), "articles=0\n");
}
