// Turns `data/judge.txt` into Rust data; part of the build script.

use std::fmt::Write as _;

/// The model's numbers and the weights of its marks, in the order of the file.
///
/// # Errors
///
/// Names the line that is not `key: factual worthy`.
pub(super) fn code(text: &str) -> Result<String, String> {
    let (mut numbers, mut weights, mut names) = (String::new(), String::new(), Vec::new());
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let (key, factual, worthy) =
            entry(line).ok_or_else(|| format!("data/judge.txt:{}: not `key: factual worthy`: {line}", at + 1))?;
        match key {
            "threshold" | "bias" | "mark scale" | "piece scale" | "grammar scale" => {
                let _ = writeln!(numbers, "    {}: [{factual}_f64, {worthy}_f64],", key.replace(' ', "_"));
            }
            name => {
                let _ = write!(weights, "[{factual}, {worthy}], ");
                names.push(name);
            }
        }
    }
    Ok(format!(
        "/// The judge's weights.\n#[allow(clippy::unreadable_literal)]\npub(super) static MODEL: Model = Model {{\n{numbers}    marks: &[{weights}],\n}};\n\n/// The names of its marks.\n#[cfg(test)]\nstatic MARKS: &[&str] = &{names:?};\n"
    ))
}

fn entry(line: &str) -> Option<(&str, f64, f64)> {
    let (key, weights) = line.split_once(": ")?;
    let (factual, worthy) = weights.split_once(' ')?;
    Some((key, factual.parse().ok()?, worthy.parse().ok()?))
}
