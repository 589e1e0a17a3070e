//! What opening a Word document costs beside what unpacking it costs, in bytes of its parts a
//! second: `cargo bench --bench word`.

use claimsheet_read::package::{Limits, Package, escaped, pack};
use claimsheet_read::{ReadOptions, read};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::fmt;

fn main() {
    divan::main();
}

/// A document and what it is called in the table.
struct File {
    name: &'static str,
    bytes: fn() -> Vec<u8>,
}

impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// One short article as three programs save it, and a long one.
const FILES: [File; 4] = [
    File {
        name: "libreoffice",
        bytes: || include_bytes!("../../../tests/formats/night-ferry.libreoffice.docx").to_vec(),
    },
    File { name: "pandoc", bytes: || include_bytes!("../../../tests/formats/night-ferry.pandoc.docx").to_vec() },
    File { name: "word", bytes: || include_bytes!("../../../tests/formats/night-ferry.word.docx").to_vec() },
    File { name: "long", bytes: long },
];

const LIMITS: Limits = Limits { bytes: 1 << 30, depth: 512 };

/// Unpacks every part, and does nothing else; the bytes that they have together.
fn unpacked(bytes: &[u8]) -> usize {
    let Ok(mut package) = Package::open(bytes, LIMITS) else { return 0 };
    let names = package.names();
    names.iter().filter_map(|name| package.read(name).ok().flatten()).map(|part| part.len()).sum()
}

#[divan::bench(args = &FILES)]
fn unpacks(bencher: Bencher, file: &File) {
    let bytes = (file.bytes)();
    bencher.counter(BytesCount::new(unpacked(&bytes))).bench(|| unpacked(black_box(&bytes)));
}

#[divan::bench(args = &FILES)]
fn opens(bencher: Bencher, file: &File) {
    let bytes = (file.bytes)();
    bencher.counter(BytesCount::new(unpacked(&bytes))).bench(|| read(black_box(&bytes), &ReadOptions::default()).ok());
}

/// A document of four megabytes, marked up as Word does where somebody edited it. Its words are
/// those of our articles in an order without sense, as text that repeats itself is unpacked much
/// faster than any draft.
fn long() -> Vec<u8> {
    let words: Vec<&str> =
        [include_str!("../../../examples/harbour-tolls.md"), include_str!("../../../examples/water-vote.md")]
            .iter()
            .flat_map(|text| text.split_whitespace())
            .collect();
    let mut chance = 1_u64;
    let mut word = || {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words.get((chance >> 33) as usize % words.len()).copied().unwrap_or_default()
    };
    let mut run = |length: usize| {
        let text: Vec<&str> = (0..length).map(|_| word()).collect();
        format!(
            "<w:r w:rsidR=\"00A77B3E\"><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">{} </w:t></w:r>",
            escaped(&text.join(" "))
        )
    };
    let mut paragraph = || {
        let runs: String = (10..20).map(&mut run).collect();
        format!(
            "<w:p w14:paraId=\"4B1C2D3E\" w:rsidR=\"00A77B3E\" w:rsidRDefault=\"00C0FFEE\"><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>{runs}</w:p>"
        )
    };
    let body: String = (0..1900).map(|_| paragraph()).collect();
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:body>{body}</w:body></w:document>"
    );
    pack([("[Content_Types].xml", b"<Types/>".as_slice()), ("word/document.xml", document.as_bytes())])
        .unwrap_or_default()
}
