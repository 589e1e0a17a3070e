//! claimsheet.html: one file with code, styles and scripts, under a policy that lets nothing else in.

use crate::Result;
use crate::wasm::{For, glued};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write as _;
use std::num::NonZeroU64;
use std::path::Path;

/// The scripts of the app, one thing a file; they share one scope, and the last begins.
const SCRIPTS: &[&str] =
    &["dom.js", "engine.js", "sessions.js", "files.js", "start.js", "takein.js", "export.js", "desk.js", "main.js"];

/// Where the page is opened from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    /// A file: it asks for nothing.
    File,
    /// A host, where the browser keeps it as an app: it asks for its manifest and its service worker.
    Host,
}

/// The code that every page carries: the WebAssembly, packed, and the glue for its worker.
pub(crate) struct Code {
    packed: String,
    script: String,
}

impl Code {
    /// The code of a compiled module. In a hurry it is packed a twenty-fifth larger.
    pub(crate) fn of(module: &Path, quick: bool) -> Result<Self> {
        let glued = glued(module, For::Worker)?;
        let packed = if quick { packed(&glued.wasm) } else { packed_tightly(&glued.wasm) };
        Ok(Self { packed: written(packed?)?, script: glued.script })
    }
}

/// What the head of a page on a host holds besides.
const INSTALLABLE: &str = "<link rel=\"manifest\" href=\"manifest.webmanifest\">\n";

/// The page with everything in it.
pub(crate) fn built(root: &Path, code: &Code, from: From) -> Result<String> {
    let app = root.join("crates/claimsheet-web/app");
    let read = |name: &str| fs::read_to_string(app.join(name)).map_err(|error| format!("{name}: {error}"));
    let of_sheet = claimsheet_render::page::style();
    let style = format!("{of_sheet}\n{}", read("app.css")?);
    let scripts: Vec<String> = SCRIPTS.iter().map(|name| read(name)).collect::<std::result::Result<_, _>>()?;
    let script =
        format!("\"use strict\";\n{}\n(() => {{\n{}\n}})();\n", claimsheet_render::page::script(), scripts.concat());
    let worker = format!("{}\n{}", code.script, read("worker.js")?);
    let sample = fs::read_to_string(root.join("examples/harbour-tolls.md"))?;
    let (of_host, manifest, installable) = match from {
        From::File => ("", "", ""),
        From::Host => (" 'self'", "manifest-src 'self'; ", INSTALLABLE),
    };
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {} {}; worker-src blob:{of_host}; {manifest}\
         img-src data:{of_host}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types claimsheet",
        digest(&script),
        digest(&style),
        // The page of a sheet is parsed with its own style in it.
        digest(&of_sheet),
    );
    let filled = read("index.html")?
        .replace("{{policy}}", &policy)
        .replace("{{installable}}", installable)
        .replace("{{version}}", env!("CARGO_PKG_VERSION"))
        .replace("{{sample}}", &data(&sample))
        .replace("{{worker}}", &data(&worker))
        .replace("{{style}}", &style)
        .replace("{{script}}", &script)
        .replace("{{code}}", &code.packed);
    Ok(filled)
}

/// A text that stands in a data element: it closes none.
fn data(text: &str) -> String {
    STANDARD.encode(text)
}

/// Packed bytes as the text of a script element: how many bytes fill the last four, then letters of Z85 (RFC 32 of 0MQ),
/// four bytes in five.
fn written(mut packed: Vec<u8>) -> Result<String> {
    let (length, whole) = (packed.len(), packed.len().next_multiple_of(4));
    packed.resize(whole, 0);
    let text = format!("{}{}", whole - length, z85::encode(&packed));
    // It would end the element, which is less likely than that the disk errs.
    let small = text.to_ascii_lowercase();
    if small.contains("<script") || small.contains("</script") {
        return Err("the packed code holds `<script`; change any byte of it".into());
    }
    Ok(text)
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// How often the shortest form is looked for: more rounds gain a thousandth.
const ROUNDS: NonZeroU64 = NonZeroU64::new(5).unwrap();

/// The same format, searched for its shortest form, which takes half a minute.
fn packed_tightly(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options { iteration_count: ROUNDS, ..zopfli::Options::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

/// The digest of an inline text, as a policy names it.
fn digest(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
