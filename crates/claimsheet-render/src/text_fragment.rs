//! Links to words on a page: <https://wicg.github.io/scroll-to-text-fragment/>.

use claimsheet::claim::Claim;
use claimsheet::text::escape::percent::encoded;

/// Longest text that is named whole, in characters; of a longer one both ends are.
const WHOLE: usize = 160;

/// Words of each end of a longer text.
const ENDS: usize = 6;

/// Words before and behind it that tell it from its like.
const AROUND: usize = 3;

/// The address of a claim's words on the page at `url`, which a browser scrolls to and marks.
pub(super) fn address(url: &str, claim: &Claim) -> String {
    let page = url.split_once(":~:").map_or(url, |(page, _)| page);
    let mark = if page.contains('#') { "" } else { "#" };
    format!("{page}{mark}:~:text={}", directive(claim))
}

/// `[prefix-,]start[,end][,-suffix]`
fn directive(claim: &Claim) -> String {
    let words: Vec<&str> = claim.text.split_whitespace().collect();
    let is_whole = claim.text.chars().count() <= WHOLE || words.len() <= 2 * ENDS;
    let mut parts = Vec::new();
    let before: Vec<&str> = claim.context.before.split_whitespace().collect();
    if !before.is_empty() {
        parts.push(format!("{}-", written(before.get(before.len().saturating_sub(AROUND)..))));
    }
    if is_whole {
        parts.push(written(Some(&words)));
    } else {
        parts.push(written(words.get(..ENDS)));
        parts.push(written(words.get(words.len() - ENDS..)));
    }
    let after: Vec<&str> = claim.context.after.split_whitespace().take(AROUND).collect();
    if !after.is_empty() {
        parts.push(format!("-{}", written(Some(&after))));
    }
    parts.join(",")
}

/// Words of a directive, in which a hyphen, too, is encoded.
fn written(words: Option<&[&str]>) -> String {
    encoded(&words.unwrap_or_default().join(" ")).replace('-', "%2D")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(text: &str, before: &str, after: &str) -> Claim {
        let analysis = claimsheet::analyse(
            &claimsheet_read::read(b"The quay opened in 1931.", &claimsheet_read::ReadOptions::default()).unwrap(),
            &claimsheet::options::Options::default(),
        );
        let mut claim = analysis.claims.into_iter().next().unwrap();
        text.clone_into(&mut claim.text);
        before.clone_into(&mut claim.context.before);
        after.clone_into(&mut claim.context.after);
        claim
    }

    #[test]
    fn signs_of_the_directive_are_encoded() {
        let claim = claim("Two-thirds, or 66 % & more", "", "");
        let address = address("https://paper.example/a", &claim);
        assert_eq!(address, "https://paper.example/a#:~:text=Two%2Dthirds%2C%20or%2066%20%25%20%26%20more");
    }

    #[test]
    fn the_words_around_are_named_and_a_long_text_by_its_ends() {
        let long = "one two three four five six ".repeat(8);
        let claim = claim(long.trim(), "It was a long-winded, dull day.", "And then it rained.");
        assert_eq!(
            address("https://paper.example/a#top", &claim),
            "https://paper.example/a#top:~:text=long%2Dwinded%2C%20dull%20day.-,one%20two%20three%20four%20five%20six,\
             one%20two%20three%20four%20five%20six,-And%20then%20it"
        );
    }

    #[test]
    fn an_address_that_names_words_already_names_these() {
        let claim = claim("It rained.", "", "");
        assert_eq!(address("https://a.example/#:~:text=old", &claim), "https://a.example/#:~:text=It%20rained.");
    }
}
