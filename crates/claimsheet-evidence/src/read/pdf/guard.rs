//! Measures the compressed streams of a file before anything is unpacked: a few kilobytes can hold gigabytes.

use flate2::read::ZlibDecoder;
use memchr::memmem;
use std::io::Read;

/// Bytes that a stream of text, fonts or objects may unpack to.
const MOST: u64 = 64 << 20;

/// Bytes that a picture may unpack to; pictures are never unpacked here.
const MOST_OF_PICTURE: u64 = 1 << 30;

/// Bytes that all streams but pictures may unpack to, together.
const MOST_TOGETHER: u64 = 512 << 20;

/// How far before a stream its dictionary is looked for.
const DICTIONARY: usize = 2048;

/// Whether every stream unpacks to something that can be held.
pub(super) fn is_safe(bytes: &[u8]) -> bool {
    let mut together = 0;
    memmem::find_iter(bytes, b"stream").all(|at| {
        let before = bytes.get(at.saturating_sub(DICTIONARY)..at).unwrap_or_default();
        if before.ends_with(b"end") {
            return true;
        }
        let dictionary = memmem::rfind(before, b"obj").and_then(|start| before.get(start..)).unwrap_or(before);
        let content = bytes.get(at + b"stream".len()..).unwrap_or_default();
        let line = content.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let content = content.get(line..).unwrap_or_default();
        if has(dictionary, b"/Subtype/Image") || has(dictionary, b"/Subtype /Image") {
            return unpacked(content, MOST_OF_PICTURE) < MOST_OF_PICTURE;
        }
        if packings(dictionary) > 1 {
            return false;
        }
        let size = unpacked(content, MOST);
        together += size;
        together < MOST_TOGETHER && size < MOST
    })
}

fn has(text: &[u8], word: &[u8]) -> bool {
    memmem::find(text, word).is_some()
}

/// How many filters of the dictionary make more of less.
fn packings(dictionary: &[u8]) -> usize {
    let names: [&[u8]; 6] = [b"/FlateDecode", b"/LZWDecode", b"/RunLengthDecode", b"/Fl ", b"/LZW ", b"/RL "];
    names.iter().map(|name| memmem::find_iter(dictionary, name).count()).sum()
}

/// How much `content` unpacks to, `most` at the most; nothing where it is not packed so.
fn unpacked(content: &[u8], most: u64) -> u64 {
    if content.first() != Some(&0x78) && content.first() != Some(&0x58) && content.first() != Some(&0x48) {
        return 0;
    }
    let mut rest = ZlibDecoder::new(content).take(most);
    let mut buffer = vec![0; 1 << 16];
    let mut count = 0;
    while let Ok(read) = rest.read(&mut buffer) {
        if read == 0 {
            break;
        }
        count += read as u64;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
        [b"1 0 obj <<", dictionary.as_bytes(), b">> stream\n", content, b"\nendstream endobj"].concat()
    }

    #[test]
    fn a_stream_that_unpacks_to_more_than_any_text_is_told() {
        assert!(is_safe(&stream("/Filter /FlateDecode", &packed(b"BT (words) Tj ET"))));
        let bomb = packed(&vec![b' '; (MOST + 1) as usize]);
        assert!(!is_safe(&stream("/Filter /FlateDecode", &bomb)));
        assert!(is_safe(&stream("/Subtype /Image /Filter /FlateDecode", &bomb)));
        assert!(!is_safe(&stream("/Filter [/FlateDecode /FlateDecode]", &packed(&bomb))));
    }
}
