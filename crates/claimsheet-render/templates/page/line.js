// One line of the sheet: items with a box, rows with a cell. It reads and writes them as the program does
// (src/sheet/line.rs), and touches no other letter of the line.

const ITEM = /^(\s*[-*+]\s*\\?\[)(?:([ xX✓✔])(\\?\](?!\())|(\]))(.*)$/su;

/** Whether an item is ticked, and its words; nothing for other lines. */
function item(line) {
  const found = ITEM.exec(line);
  return found && { ticked: !!found[2]?.trim(), words: found[5].trim() };
}

/** The item with or without a tick. */
function withTick(line, ticked) {
  return line.replace(ITEM, (_, open, state, close, bare, rest) => open + (ticked ? "x" : " ") + (close ?? bare) + rest);
}

/** Where the two cells of a row are: a pipe that is escaped divides nothing. */
function cells(line) {
  const lead = line.length - line.trimStart().length;
  const text = line.trim();
  if (!text.startsWith("|")) return null;
  const closed = text.length > 1 && text.endsWith("|");
  const body = closed ? text.slice(1, -1) : text.slice(1);
  let at = body.indexOf("|");
  while (at > 0 && body[at - 1] === "\\") at = body.indexOf("|", at + 1);
  return at < 0 ? null : { lead, label: body.slice(0, at), value: body.slice(at + 1), closed, tail: line.slice(lead + text.length) };
}

const BREAK = /<br\s*\/?>/gi;
const cellText = (cell) => cell.replaceAll("\\|", "|").trim();

/** Label and value of a row with two cells; a break in the cell is a line's end. */
function field(line) {
  const found = cells(line);
  const label = found?.label.trim();
  if (!label || /^[-:]/.test(label)) return null;
  return { label: cellText(label), value: cellText(found.value).replace(BREAK, "\n") };
}

/** The row with another value. */
function withValue(line, value) {
  const { lead, label, closed, tail } = cells(line);
  const cell = value.trim().replaceAll("|", "\\|").replace(/\r\n?|\n|\u2028|\u2029/g, "<br>");
  return `${line.slice(0, lead)}|${label}|${cell ? ` ${cell} ` : " "}${closed ? "|" : ""}${tail}`;
}

/** Words without escapes and emphasis, with straight quotation marks and single spaces. */
function folded(text) {
  return text
    .replace(/[\\*_]/g, "")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** What makes two lines the same, whatever was ticked or filled. */
function essence(line) {
  const row = cells(line);
  if (row) return `| ${folded(row.label)}`;
  const box = item(line);
  return box ? `- [ ] ${folded(box.words)}` : folded(line.trim().replace(/^[-*+> ]+/, ""));
}

/** What an item is about, while the draft around it changes: of a finding, its words without its lines; else the words before the last dash. */
function stem(essence) {
  const finding = /^(- \[ \] .*?) \((?:line|paragraph)s? \d+(?: and \d+)*\): /.exec(essence);
  if (finding) return `${finding[1]}: ${essence.slice(finding[0].length)}`;
  const at = essence.lastIndexOf(" — ");
  return at < 0 || essence.startsWith("| ") ? essence : essence.slice(0, at);
}
