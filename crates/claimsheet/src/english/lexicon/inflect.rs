// The line format of the word lists, shared by the build script and the house's own words.
//
// A line holds a word or phrase in lower case, and may end in a mark that adds its regular forms:
//   `+n`   a noun: the plural as well
//   `+v`   a verb: -s, -ed and -ing as well; the first word of a phrase is the verb
//   `+vv`  the same, with the last consonant doubled (ban, banned)
// `#` begins a comment. Irregular forms stand on lines of their own. A hyphen is a word of its own,
// as it is a token of its own, so that "start-up" is the phrase of `start`, `-` and `up`.

/// The forms that one line of a word list stands for; none for an empty line or a comment.
pub(crate) fn forms(line: &str) -> Vec<String> {
    let hyphenated = line.split('#').next().unwrap_or("").replace('-', " - ");
    let line = hyphenated.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.as_str();
    let (words, mark) = match line.rsplit_once(' ') {
        Some((words, mark)) if mark.starts_with('+') => (words.trim(), mark),
        _ => (line, ""),
    };
    if words.is_empty() {
        return Vec::new();
    }
    let (first, rest) = match words.split_once(' ') {
        Some((first, rest)) => (first, format!(" {rest}")),
        None => (words, String::new()),
    };
    match mark {
        "+n" => {
            let (head, last) = match words.rsplit_once(' ') {
                Some((head, last)) => (format!("{head} "), last),
                None => (String::new(), words),
            };
            vec![words.to_owned(), format!("{head}{}", with_s(last))]
        }
        "+v" | "+vv" => verb(first, mark == "+vv").into_iter().map(|form| form + &rest).collect(),
        _ => vec![words.to_owned()],
    }
}

fn verb(base: &str, doubles: bool) -> Vec<String> {
    let ends_in_y = base.ends_with('y') && !ends_in_vowel_y(base);
    let stem = match base.chars().last() {
        Some(last) if doubles => format!("{base}{last}"),
        _ => base.to_owned(),
    };
    let past = match stem.strip_suffix('y') {
        Some(root) if ends_in_y => format!("{root}ied"),
        _ if stem.ends_with('e') => format!("{stem}d"),
        _ => format!("{stem}ed"),
    };
    let participle = match stem.strip_suffix('e') {
        Some(root) if !stem.ends_with("ee") && !stem.ends_with("ye") => format!("{root}ing"),
        _ => format!("{stem}ing"),
    };
    vec![base.to_owned(), with_s(base), past, participle]
}

fn with_s(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(root) if !ends_in_vowel_y(word) => format!("{root}ies"),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn ends_in_vowel_y(word: &str) -> bool {
    ["ay", "ey", "oy", "uy"].iter().any(|end| word.ends_with(end))
}
