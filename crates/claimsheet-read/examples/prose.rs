//! Prints what the readers take out of files: `cargo run -p claimsheet-read --example prose -- FILE …`
#![allow(clippy::print_stdout, clippy::print_stderr)]

use claimsheet_read::{ReadOptions, read_all};

fn main() {
    for path in std::env::args().skip(1) {
        let name = std::path::Path::new(&path).file_name().and_then(|name| name.to_str()).map(str::to_owned);
        let options = ReadOptions { name: name.as_deref(), ..ReadOptions::default() };
        let read = std::fs::read(&path).map_err(|error| error.to_string());
        match read.and_then(|bytes| read_all(&bytes, &options).map_err(|error| error.to_string())) {
            Err(error) => println!("# {path}: {error}"),
            Ok(documents) => {
                for document in documents {
                    println!("# {path}: {} {:?}", document.format, document.part);
                    println!("# {:?} {:?} {:?}", document.meta.title, document.meta.author, document.meta.published);
                    document.warnings.iter().for_each(|warning| println!("# ! {warning}"));
                    let mut last = (None, None);
                    for block in &document.blocks {
                        let said = document.speech.at(block.span.start);
                        if said != last {
                            println!("# says {said:?}");
                            last = said;
                        }
                        println!("{:?}: {}", block.kind, document.text(block.span));
                    }
                    for link in &document.links {
                        println!("# link {:?} {:?}", document.text(link.span), link.target);
                    }
                }
            }
        }
    }
}
