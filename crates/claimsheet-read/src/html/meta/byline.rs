//! Who wrote it and when, in lines that hold more: `By Ann Lee | 4 May 2021 | 8h | 11 comments`.

use crate::front_matter;
use chrono::NaiveDate;

/// What stands between the parts of such a line.
const DIVIDERS: &[char] = &['|', '•', '·', '●', '\n', '\t', '<', '>'];

/// Words before a name or a day that are part of neither, in small letters.
const LABELS: &[&str] = &[
    "by",
    "by:",
    "author",
    "author:",
    "authors:",
    "written",
    "posted",
    "published",
    "published:",
    "updated",
    "updated:",
    "last",
    "modified",
    "reported",
    "story",
    "text",
    "text:",
    "words",
    "words:",
    "on",
    "created",
    "date:",
    "—",
    "–",
    "-",
    "and",
];

/// Words behind a name that are no part of it, in small letters.
const BEHIND: &[&str] = &[
    "on",
    "at",
    "said",
    "said,",
    "says",
    "says:",
    "updated",
    "updated:",
    "published",
    "published:",
    "posted",
    "last",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "—",
    "–",
    "-",
    "/",
    "in",
];

/// The name in a byline; none where it is but a day, a count or a label.
pub(super) fn name(text: &str) -> Option<String> {
    text.split(DIVIDERS).find_map(name_in)
}

fn name_in(part: &str) -> Option<String> {
    let is_behind = |word: &str| BEHIND.contains(&word.trim_end_matches([',', '.', ':']).to_lowercase().as_str());
    let words: Vec<&str> = part.split_whitespace().collect();
    let first = words.iter().position(|word| !LABELS.contains(&&*word.to_lowercase()))?;
    let words = words.get(first..)?;
    // Attributes are no names, and no name has a digit.
    if words.iter().any(|word| word.contains('=')) {
        return None;
    }
    let until = words.iter().position(|word| word.contains(|sign: char| sign.is_ascii_digit()));
    let mut words = words.get(..until.unwrap_or(words.len()))?;
    // "Ann May" is a name; in "Ann Lee, May 4" the month is none.
    while let Some((_, before)) = words.split_last().filter(|(last, _)| until.is_some() && is_behind(last)) {
        words = before;
    }
    let name = words.join(" ");
    let name = name.trim_matches([',', ';', ':', '/', '-', '–', '—', ' ']);
    let is_label = LABELS.contains(&&*name.to_lowercase()) || BEHIND.contains(&&*name.to_lowercase());
    (name.chars().any(char::is_alphabetic) && !is_label).then(|| name.to_owned())
}

/// The day in a byline.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    text.split(DIVIDERS).find_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let three = || words.windows(3).find_map(|words| front_matter::day(&words.join(" ")));
        let one = || words.iter().find_map(|word| front_matter::day(word));
        front_matter::day(part).or_else(three).or_else(one)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_times_counts_and_labels_are_no_names() {
        for (line, author) in [
            ("By Ann Lee | 4 May 2021 | 8h | 11 comments", Some("Ann Lee")),
            ("Posted by Ann Lee on May 4, 2021 at 3:12 pm", Some("Ann Lee")),
            ("ANN LEE May 4, 2021 3:40 PM", Some("ANN LEE")),
            ("Ann Lee and Bo Orr", Some("Ann Lee and Bo Orr")),
            ("Ann May", Some("Ann May")),
            ("4 May 2021 • Ann Lee", Some("Ann Lee")),
            ("Last updated: January 7, 2025", None),
            ("17 April 2012 • 2:54pm", None),
            ("Posted on", None),
            ("<img src=\"a.png\" width=\"4\">", None),
            ("", None),
        ] {
            assert_eq!(name(line).as_deref(), author, "{line}");
        }
    }

    #[test]
    fn the_day_is_found_among_other_words() {
        for line in
            ["By Ann Lee | May 4, 2021 | 8h", "Posted 4 May 2021 at 3:12pm", "2021-05-04T10:00:00Z", "on 2021-05-04"]
        {
            assert_eq!(day(line).map(|day| day.to_string()).as_deref(), Some("2021-05-04"), "{line}");
        }
        assert_eq!(day("By Ann Lee, 8h ago"), None);
    }
}
