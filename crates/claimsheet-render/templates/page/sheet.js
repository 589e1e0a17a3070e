// The Markdown sheet: its lines as they were, as they are now, and the names by which a line that can be
// edited is found again in another version of the sheet.

const data = JSON.parse($("#data").textContent);

/** A number stands for the same text as in the line of that number. */
const original = data.sheet.map((line) => (typeof line === "number" ? data.sheet[line] : line));

const sheet = {
  original,
  lines: [...original],
  /** By line number: the part and the line's name in it. */
  names: new Map(),
  /** By part and name: the line number. */
  places: new Map(),

  /** The whole text as it is now. */
  text() {
    return this.lines.join("\n");
  },

  /** What a line that can be edited holds: true or false, or words. */
  value(at, lines = this.lines) {
    const box = item(lines[at]);
    return box ? box.ticked : (field(lines[at])?.value ?? "");
  },

  /** Sets what a line holds; the line's own letters come back where it holds what it held. */
  set(at, value) {
    const own = this.original[at];
    if (value === this.value(at, this.original)) this.lines[at] = own;
    else this.lines[at] = item(own) ? withTick(own, value) : withValue(own, value);
  },
};

/** A part's name: a claim's id, which no heading can be, or a heading. */
const partName = (part) => (part.kind === "entry" ? part.key : `# ${part.key}`);

for (const part of data.parts) {
  const seen = new Map();
  for (let at = part.first; at < part.end; at += 1) {
    const line = sheet.original[at];
    if (!item(line) && !field(line)) continue;
    const words = essence(line);
    const number = (seen.get(words) ?? 0) + 1;
    seen.set(words, number);
    const name = number > 1 ? `${words} #${number}` : words;
    sheet.names.set(at, { part, name });
    sheet.places.set(`${partName(part)}/${name}`, at);
  }
}

/** By claim's id: what the program knows of it, and the part of the sheet that is its entry. */
const claims = new Map(data.claims.map((claim) => [claim.id, { ...claim, facts: new Set(claim.facts) }]));
const entries = new Map();
for (const part of data.parts) if (part.kind === "entry") entries.set(part.key, part);

/** The numbers of a part's lines for which `holds`. */
function linesOf(part, holds) {
  const found = [];
  for (let at = part.first; at < part.end; at += 1) if (holds(sheet.lines[at], at)) found.push(at);
  return found;
}

/** The words of a part's heading, without marks and number. */
const headingOf = (part) => plainText(sheet.lines[part.first].replace(/^#+\s*/, "").replace(/^\d+\. /, ""));

const same = (one, two) => one.replaceAll("*", "").toLowerCase() === two.toLowerCase();
