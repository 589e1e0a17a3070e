#[test]
fn dump() {
    for path in std::env::var("DUMP").unwrap_or_default().split_whitespace() {
        let bytes = std::fs::read(path).unwrap();
        println!("=== {path}");
        match crate::read::read_all(&bytes, &crate::read::ReadOptions { name: Some(path), ..Default::default() }) {
            Err(error) => println!("ERROR {error}"),
            Ok(documents) => for d in documents {
                println!("-- {} part {:?} {:?}\n{:?}", d.format, d.part, d.positions, d.meta);
                for w in &d.warnings { println!("! {w}"); }
                for b in &d.blocks { println!("{:?} [{}]", b.kind, d.text(b.span)); }
                for l in &d.links { println!("link {:?} {:?}", d.text(l.span), l.target); }
            },
        }
    }
}
