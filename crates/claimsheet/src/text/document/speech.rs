//! Who speaks when, in articles that are transcripts.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A place in a recording, in milliseconds from its start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timecode(pub u32);

impl Timecode {
    /// Reads `12:31`, `00:12:31`, `00:12:31.400` or `00:12:31,400`; a fourth part, which counts
    /// frames, is left out.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let number = |part: &str| -> Option<u64> {
            let digits = !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| digits)
        };
        let parts = whole.split(':').map(number).collect::<Option<Vec<u64>>>()?;
        let seconds = match parts.as_slice() {
            [minutes, seconds] if *seconds < 60 => minutes * 60 + seconds,
            [hours, minutes, seconds] | [hours, minutes, seconds, _] if *minutes < 60 && *seconds < 60 => {
                hours * 3600 + minutes * 60 + seconds
            }
            _ => return None,
        };
        let millis = match fraction.get(..fraction.len().min(3)) {
            None | Some("") => 0,
            Some(digits) => number(digits)? * 10_u64.pow(3 - digits.len() as u32),
        };
        u32::try_from(seconds * 1000 + millis).ok().map(Self)
    }

    /// Milliseconds from `earlier` to here; 0 where that is later.
    pub const fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }
}

/// `00:12:31`
impl fmt::Display for Timecode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0 / 1000;
        write!(f, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

/// `00:12:31.400`
impl Serialize for Timecode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{self}.{:03}", self.0 % 1000))
    }
}

impl<'de> Deserialize<'de> for Timecode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?} is no time like 00:12:31.400")))
    }
}

/// Who speaks when; empty in articles that are no transcripts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Speech {
    /// The speakers as the transcript names them, in the order of their first words.
    pub speakers: Vec<String>,
    /// From where in the prose somebody speaks, rising.
    passages: Vec<Passage>,
    /// Places in the prose where a sentence ends though no mark says so, rising.
    breaks: Vec<u32>,
}

/// What holds from a place of the prose to the next passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Passage {
    start: u32,
    speaker: Option<u32>,
    time: Option<Timecode>,
}

impl Speech {
    /// Whether nobody is known to speak.
    pub const fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// The number of the speaker of that name, who is new unless known.
    pub fn speaker(&mut self, name: &str) -> u32 {
        let known = self.speakers.iter().position(|known| known.eq_ignore_ascii_case(name));
        known.unwrap_or_else(|| {
            self.speakers.push(name.to_owned());
            self.speakers.len() - 1
        }) as u32
    }

    /// Says who speaks and when from byte `start` of the prose on, which is behind all before.
    pub fn push(&mut self, start: usize, speaker: Option<u32>, time: Option<Timecode>) {
        let passage = Passage { start: start as u32, speaker, time };
        match self.passages.last_mut() {
            Some(last) if last.start == passage.start => *last = passage,
            _ => self.passages.push(passage),
        }
    }

    /// Says that a sentence ends at byte `at` of the prose, which is behind all before.
    pub fn push_break(&mut self, at: usize) {
        self.breaks.push(at as u32);
    }

    /// Who speaks at byte `at` of the prose, and when.
    pub fn at(&self, at: u32) -> (Option<&str>, Option<Timecode>) {
        let next = self.passages.partition_point(|passage| passage.start <= at);
        let Some(passage) = next.checked_sub(1).and_then(|last| self.passages.get(last)) else { return (None, None) };
        let name = passage.speaker.and_then(|speaker| self.speakers.get(speaker as usize));
        (name.map(String::as_str), passage.time)
    }

    /// The places behind `start` and before `end` where a sentence ends without a mark.
    pub fn breaks_in(&self, start: u32, end: u32) -> &[u32] {
        let first = self.breaks.partition_point(|at| *at <= start);
        let last = self.breaks.partition_point(|at| *at < end);
        self.breaks.get(first..last).unwrap_or_default()
    }

    /// Each beginning of a passage of a speaker, in order: its place in the prose and the name.
    pub fn turns(&self) -> impl Iterator<Item = (u32, &str)> {
        let mut last = None;
        self.passages.iter().filter_map(move |passage| {
            let is_new = passage.speaker != last;
            last = passage.speaker;
            let name = self.speakers.get(passage.speaker? as usize)?;
            is_new.then_some((passage.start, name.as_str()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_and_captions_write_them() {
        let read = |text: &str| Timecode::parse(text).map(|time| time.0);
        assert_eq!(read("0:03"), Some(3_000));
        assert_eq!(read("00:12:31"), Some(751_000));
        assert_eq!(read("00:12:31.4"), Some(751_400));
        assert_eq!(read("00:12:31,045"), Some(751_045));
        assert_eq!(read("01:00:00:12"), Some(3_600_000));
        for text in ["", "12", "12:61", "1:2:3:4:5", ":", "a:b", "12:31.x", "99999999:00", "999999:00:00"] {
            assert_eq!(read(text), None, "{text:?}");
        }
        assert_eq!(Timecode(751_400).to_string(), "00:12:31");
    }

    #[test]
    fn what_is_said_at_a_place_is_what_began_last_before_it() {
        let mut speech = Speech::default();
        let quill = speech.speaker("Mara Quill");
        speech.push(5, Some(quill), Some(Timecode(1000)));
        speech.push(9, None, None);
        assert_eq!(speech.speaker("MARA QUILL"), quill);
        assert_eq!(speech.at(4), (None, None));
        assert_eq!(speech.at(8), (Some("Mara Quill"), Some(Timecode(1000))));
        assert_eq!(speech.at(9), (None, None));
    }
}
