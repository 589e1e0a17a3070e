//! Holds a draft against a folder and prints the analysis as JSON.
use claimsheet_evidence::{Backing, Index, Limits};
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let draft = &args[1];
    let folder = std::path::Path::new(&args[3]);
    let bytes = std::fs::read(draft).unwrap();
    let options = claimsheet_read::ReadOptions { name: Some(draft.as_str()), ..Default::default() };
    let mut document = claimsheet_read::read_all(&bytes, &options).unwrap().remove(0);
    let rules = claimsheet::Options::default();
    document.meta.published = document.meta.published.or_else(|| claimsheet_evidence::dateline(&document, &rules));
    let mut files = Vec::new();
    let mut stack = vec![folder.to_owned()];
    while let Some(at) = stack.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                stack.push(path)
            } else {
                files.push((path.strip_prefix(folder).unwrap().display().to_string(), std::fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    let started = std::time::Instant::now();
    let backing =
        Backing::read(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())), &Limits::default());
    let read = started.elapsed();
    let mut analysis = claimsheet::analyse(&document, &rules);
    let index = Index::of(&backing, &rules, document.meta.published);
    let indexed = started.elapsed();
    claimsheet_evidence::attach(&mut analysis, &document, &rules, &index);
    if std::env::var_os("TIMES").is_some() {
        eprintln!("read {read:?} indexed {indexed:?} all {:?}", started.elapsed());
    }
    if std::env::var_os("DUMP").is_some() {
        for file in &backing.files {
            eprintln!("{:#?}", file);
        }
    }
    println!("{}", serde_json::to_string(&analysis).unwrap());
}
