// One line of the sheet: items with a box, fields in a row or behind a colon. It reads and writes them as the program
// does (claimsheet-sheet, line.rs and labelled.rs), and touches no other letter of the line.

const ITEM = /^(\s*(?:[-*+•]\s*)?\\?\[)(?:([ xX✓✔])(\\?\](?![(:[]))|(\]))(.*)$/su;

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

const LABELLED = /^((?:[-*+•]\s+)?)([*_]*)([^:]*?)([*_]*)(\s*:[*_]*)(\s.*|)$/su;
/** What an entry's line of places begins with, which is nothing to fill. */
const PLACES = "Look";
const LABEL = /^(?!\p{Ll})\p{L}[\p{L} ,()/'’-]{0,39}$/u;

/** A field behind a colon: behind a bullet any with a capital, without one those we know, or any of a piece of a line. */
function labelled(line, joined = false) {
  const found = LABELLED.exec(line);
  if (!found) return null;
  const [, bullet, bold, words, , , value] = found;
  const label = words.trim();
  if (label === PLACES || !LABEL.test(label) || label.split(/\s+/).length > 5) return null;
  if (!bullet && !joined && (bold || !fieldName(label))) return null;
  const before = line.slice(0, line.length - value.length);
  return { label, before, value: bullet ? value.trim() : value.trim().replace(/·+$/, "").trim() };
}

/** Label and value of a field; a break in it is a line's end. */
function field(line, joined = false) {
  const found = cells(line);
  if (!found) {
    const own = item(line) ? null : labelled(line, joined);
    return own && { label: own.label, value: own.value.replace(BREAK, "\n") };
  }
  const label = found.label.trim();
  if (!label || /^[-:]/.test(label)) return null;
  return { label: cellText(label), value: cellText(found.value).replace(BREAK, "\n") };
}

/** The field with another value. */
function withValue(line, value, joined = false) {
  const words = value.trim().replace(/\r\n?|\n|\u2028|\u2029/g, "<br>");
  const row = cells(line);
  if (!row) {
    const { before } = labelled(line, joined);
    // On a line of several pieces, a dot in the middle would begin another one.
    return words ? `${before} ${joined ? words.replaceAll("·", "•") : words}` : before;
  }
  const { lead, label, closed, tail } = row;
  const cell = words.replaceAll("|", "\\|");
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
function essence(line, joined = false) {
  const row = cells(line);
  if (row) return `| ${folded(row.label)}`;
  const box = item(line);
  if (box) return `- [ ] ${folded(box.words)}`;
  const own = labelled(line, joined);
  return own ? `${folded(own.label)}:` : folded(line.trim().replace(/^[-*+> ]+/, ""));
}

/** What an item is about, while the draft around it changes: of a finding, its words without its lines; of a fact its words; a field by whichever name. */
function stem(essence) {
  const label = /^\| (.*)$/.exec(essence)?.[1] ?? /^(.*):$/.exec(essence)?.[1];
  if (label !== undefined) return fieldName(label) || essence;
  const finding = /^- \[ \] .*? \((?:line|paragraph)s? \d+(?: and \d+)*\): /.exec(essence);
  if (finding) return essence.slice(finding[0].length);
  const quoted = /^- \[ \] (".*?")(?:: | — |$)/.exec(essence);
  if (quoted) return quoted[1];
  const at = essence.lastIndexOf(" — ");
  return at < 0 ? essence : essence.slice(0, at);
}
