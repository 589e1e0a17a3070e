//! JSON within limits.

use super::{Limits, ReadError};
use serde_json::Value;

/// Lists and objects within each other that are read at most, whatever the limits say: the parser
/// goes no deeper.
pub const DEEPEST: u32 = 127;

/// Parses a file of JSON; a byte order mark before it is passed over.
///
/// # Errors
///
/// [`ReadError::TooDeep`] where it nests more than the limit, [`ReadError::Malformed`] where it nests
/// more than the parser can or is no JSON.
pub(super) fn parse(text: &str, limits: Limits) -> Result<Value, ReadError> {
    let text = text.trim_start_matches('\u{feff}');
    let malformed = |line, reason| ReadError::Malformed { language: "JSON", line, reason };
    let depth = depth(text);
    if depth > limits.depth {
        return Err(ReadError::TooDeep { limit: limits.depth });
    }
    if depth > DEEPEST {
        return Err(malformed(1, format!("lists and objects stand more than {DEEPEST} deep in one another")));
    }
    serde_json::from_str(text).map_err(|error| malformed(error.line(), error.to_string()))
}

/// How deep lists and objects stand in one another.
fn depth(text: &str) -> u32 {
    let (mut depth, mut deepest) = (0_u32, 0);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => {
                while let Some(byte) = bytes.next() {
                    match byte {
                        b'\\' => drop(bytes.next()),
                        b'"' => break,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_are_no_depth() {
        assert_eq!(depth(r#"{"a": ["[[[\"[[", {"b": "}\\"}], "c": []}"#), 3);
    }

    #[test]
    fn depth_is_limited_by_what_is_asked_and_by_the_parser() {
        let nested = |count: usize| format!("{}{}", "[".repeat(count), "]".repeat(count));
        let parsed = |count, depth| parse(&nested(count), Limits { depth, ..Limits::default() });
        assert!(parsed(8, 8).is_ok());
        assert_eq!(parsed(9, 8), Err(ReadError::TooDeep { limit: 8 }));
        assert!(parsed(DEEPEST as usize, Limits::MOST_DEPTH).is_ok());
        assert!(matches!(parsed(100_000, 512), Err(ReadError::TooDeep { limit: 512 })));
        assert!(matches!(parsed(128, 512), Err(ReadError::Malformed { .. })));
    }
}
