//! Answers in the rows of a table with a header. The header may be that of any preset, in another
//! order, with columns added by the program that the table went through.

use crate::table::{FACT, FACTS, ID, TICKED, TO_VERIFY, TO_VERIFY_EARLIER, described};
use claimsheet::claim::Priority;
use claimsheet::text::escape::formula::armed;
use claimsheet_sheet::{Answer, Field, Labels, Review};

/// Where in a row stands what we read.
struct Columns {
    id: Option<usize>,
    /// What names an entry that has no id.
    heading: Option<usize>,
    fields: Vec<(Field, usize)>,
    priority: Option<usize>,
    facts: Option<usize>,
    fact: Option<(usize, usize, usize)>,
}

/// What is left of a header when it is compared: words in small letters. Jira puts a word before
/// the names of fields of one's own.
fn plain(name: &str) -> String {
    let small = name.to_lowercase();
    let words: Vec<&str> =
        small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    words.strip_prefix("custom field ").map(str::to_owned).unwrap_or(words)
}

impl Columns {
    fn of(header: &[String], labels: &Labels) -> Self {
        let header: Vec<String> = header.iter().map(|name| plain(name)).collect();
        let column = |name: &str| header.iter().position(|known| *known == plain(name));
        let fields = Field::ALL.into_iter().flat_map(|field| {
            let names = std::iter::once(field.label(labels)).chain(field.names().iter().copied());
            let names: Vec<String> = names.map(plain).collect();
            let all = header.iter().enumerate().filter(move |(_, known)| names.contains(known));
            all.map(move |(at, _)| (field, at)).collect::<Vec<_>>()
        });
        let fact = column(FACT).zip(column(TO_VERIFY).or_else(|| column(TO_VERIFY_EARLIER))).zip(column(TICKED));
        Self {
            id: column(ID).or_else(|| column("id")),
            heading: ["claim", "name", "summary", "card name"].into_iter().find_map(column),
            fields: fields.collect(),
            priority: column("priority"),
            facts: column(FACTS),
            fact: fact.map(|((fact, verify), ticked)| (fact, verify, ticked)),
        }
    }
}

/// Reads the rows under a header.
///
/// # Errors
///
/// Where neither a column nor a cell of any row names a claim.
pub(super) fn answers(header: &[String], rows: &[Vec<String>], labels: &Labels) -> Result<Vec<Answer>, String> {
    let columns = Columns::of(header, labels);
    let found: Vec<Row> = rows.iter().filter_map(|row| read(row, &columns, labels)).collect();
    if columns.id.is_none() && found.iter().all(|row| row.id.is_empty()) {
        return Err(format!(
            "no column \"{ID}\" or \"id\" in the header, and no description that ends in a claim's id; \
             export the sheet as CSV to see one"
        ));
    }
    Ok(gathered(found))
}

/// What a row says of its claim.
struct Row {
    id: String,
    heading: String,
    fields: Vec<(Field, String)>,
    priority: Option<Priority>,
    ticked: Vec<(String, String)>,
}

fn read(cells: &[String], columns: &Columns, labels: &Labels) -> Option<Row> {
    let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
    let described = cells.iter().find_map(|cell| described::read(cell, labels));
    let id = columns.id.map(|at| plain_id(cell(at))).filter(|id| !id.is_empty()).map(str::to_owned);
    let id = id.or_else(|| described.as_ref().map(|(id, _)| id.clone())).unwrap_or_default();
    let heading = columns.heading.map_or("", cell).to_owned();
    let filled = columns.fields.iter().map(|(field, at)| (*field, cell(*at).to_owned()));
    let mut fields: Vec<(Field, String)> = filled.filter(|(_, value)| !value.is_empty()).collect();
    // A description repeats the fields; the columns are where people write when there are both.
    if let Some((_, more)) = described {
        let missing = more.into_iter().filter(|(field, _)| columns.fields.iter().all(|(known, _)| known != field));
        fields.extend(missing);
    }
    let mut ticked: Vec<(String, String)> = columns.facts.map_or("", cell).lines().filter_map(ticked_line).collect();
    if let Some((fact, verify, tick)) = columns.fact
        && is_tick(cell(tick))
        && !cell(fact).is_empty()
    {
        ticked.push((cell(fact).to_owned(), cell(verify).to_owned()));
    }
    let priority = columns.priority.and_then(|at| priority(cell(at), labels));
    let is_named = !id.is_empty() || !heading.is_empty() && !fields.is_empty();
    is_named.then_some(Row { id, heading, fields, priority, ticked })
}

/// An id without what keeps spreadsheets from taking it for a number.
fn plain_id(cell: &str) -> &str {
    cell.strip_prefix(claimsheet_sheet::CLAIM).unwrap_or(cell)
}

/// The priority of that name, in English or as the house has it.
fn priority(name: &str, labels: &Labels) -> Option<Priority> {
    let all = [(Priority::High, &labels.high), (Priority::Medium, &labels.medium), (Priority::Low, &labels.low)];
    let is =
        |priority: Priority, label: &str| [priority.name(), label].iter().any(|known| known.eq_ignore_ascii_case(name));
    all.into_iter().find(|(priority, label)| is(*priority, label)).map(|(priority, _)| priority)
}

/// Whether a cell says that its fact was ticked.
pub(super) fn is_tick(cell: &str) -> bool {
    ["☑", "✓", "✔", "✅", "x", "[x]", "yes", "true", "1", "done"].contains(&cell.trim().to_lowercase().as_str())
}

/// The words of a fact and what to verify, from a line of a cell that is ticked.
fn ticked_line(line: &str) -> Option<(String, String)> {
    let line = line.trim();
    let rest = ["☑", "✓", "✔", "✅", "[x]", "[X]"].iter().find_map(|tick| line.strip_prefix(tick))?.trim();
    let (text, verify) = rest.split_once(": ").unwrap_or((rest, ""));
    Some((text.to_owned(), verify.to_owned()))
}

/// One answer a claim. Rows of one claim, as of its facts, are put together; where they give
/// different verdicts or initials, an answer of its own follows for each, so that none is lost.
fn gathered(rows: Vec<Row>) -> Vec<Answer> {
    let mut out: Vec<Answer> = Vec::new();
    let mut others: Vec<Answer> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for row in rows {
        let place = *places
            .entry(if row.id.is_empty() {
                (row.id.clone(), row.heading.clone())
            } else {
                (row.id.clone(), String::new())
            })
            .or_insert_with(|| {
                out.push(Answer { id: row.id.clone(), heading: row.heading.clone(), ..Answer::default() });
                out.len() - 1
            });
        let Some(answer) = out.get_mut(place) else { continue };
        answer.ticked.extend(row.ticked);
        answer.priority = row.priority.or(answer.priority);
        for (field, value) in row.fields {
            if let Err(other) = field.add(&mut answer.review, &value) {
                let mut review = Review::default();
                let _ = field.add(&mut review, &other);
                others.push(Answer { id: row.id.clone(), heading: row.heading.clone(), review, ..Answer::default() });
            }
        }
    }
    out.extend(others);
    out
}

/// The sign between the cells, by the header: as many programs as there are, so many signs.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or("");
    let count = |sign: u8| header.bytes().filter(|byte| *byte == sign).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

pub(super) fn from_csv(text: &str, labels: &Labels) -> Result<Vec<Answer>, String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        rows.push(record.iter().map(armed).collect::<Vec<String>>());
    }
    match rows.split_first() {
        Some((header, rows)) => answers(header, rows, labels),
        None => Err("the file is empty".to_owned()),
    }
}
