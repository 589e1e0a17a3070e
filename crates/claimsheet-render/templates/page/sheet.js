// The Markdown sheet: its lines as they were, as they are now, and the names by which a line that can be
// edited is found again in another version of the sheet.

const data = JSON.parse($("#data").textContent);

/** A number stands for the same text as in the line of that number. */
const original = data.sheet.map((line) => (typeof line === "number" ? data.sheet[line] : line));

/** The lines that are pieces of one with what stands before them: a claim told in one line. */
const joined = new Set(data.joined);

/** How many lines the sheet has. Behind them stand fields that no entry has until something is written in them. */
const count = original.length;

/** By the line behind which they would stand: the numbers of those fields. */
const missing = new Map();

const same = (one, two) => one.replaceAll("*", "").toLowerCase() === two.toLowerCase();

/** Which field a label is: by the desk's name for it, ours, or one that earlier sheets gave it. */
function fieldName(label) {
  const words = label.replaceAll("*", "").trim().toLowerCase();
  return Object.keys(data.labels).find((name) => same(words, data.labels[name])) ?? data.names[words];
}

/** The place of each part in the sheet. */
const places = new Map(data.parts.map((part, at) => [part, at]));

const sheet = {
  original,
  lines: [...original],
  /** By line number: the part and the line's name in it. */
  names: new Map(),
  /** By part and name: the line number. */
  places: new Map(),
  /** The parts that were added here. Their lines stand behind all others, so that no line gets another number. */
  added: [],
  /** All parts in the order in which they are written. */
  order: [...data.parts],
  /** By the number of a line that a part took which was split off: that part. */
  away: new Map(),

  /** A line, with the fields behind it that are used. */
  written(at) {
    const more = (missing.get(at) ?? []).filter((at) => this.value(at)).map((at) => `\n${this.lines[at]}`);
    return this.lines[at] + more.join("");
  },

  /** The numbers of the lines of a part as they are written, the empty ones behind it too. */
  numbers(part) {
    if (part.added) return [...part.added];
    const next = data.parts[places.get(part) + 1];
    return range(part.first, Math.min(next ? next.first : part.end, count)).filter((at) => !this.away.has(at));
  },

  /** The whole text as it is now. */
  text() {
    const out = [];
    const end = original[0].endsWith("\r") ? "\r" : "";
    const put = (at, isPiece) => {
      if (isPiece) out[out.length - 1] += ` · ${this.written(at)}`;
      else out.push(joined.has(at) ? `- ${this.written(at)}` : this.written(at));
    };
    range(0, data.parts[0].first).forEach((at) => put(at, joined.has(at)));
    let before = -1;
    for (const part of this.order) {
      const place = places.get(part) ?? -1;
      // Behind an empty line, as all others, also where it was moved to.
      if (place !== before + 1 && out.at(-1)?.trim()) out.push(end);
      this.numbers(part).forEach((at) => put(at, joined.has(at) && !this.away.has(at)));
      before = place < 0 ? count : place;
    }
    if (data.parts.length !== before + 1 && out.at(-1)?.trim()) out.push(end);
    range(data.parts.at(-1).end, count).forEach((at) => put(at, joined.has(at)));
    return out.join("\n");
  },

  /** What a line that can be edited holds: true or false, or words. */
  value(at, lines = this.lines) {
    const box = item(lines[at]);
    return box ? box.ticked : (field(lines[at], joined.has(at))?.value ?? "");
  },

  /** Sets what a line holds; the line's own letters come back where it holds what it held. */
  set(at, value) {
    const own = this.original[at];
    if (value === this.value(at, this.original)) this.lines[at] = own;
    else this.lines[at] = item(own) ? withTick(own, value) : withValue(own, value, joined.has(at));
  },
};

/** The numbers from one up to another. */
function range(from, to) {
  const numbers = [];
  for (let at = from; at < to; at += 1) numbers.push(at);
  return numbers;
}

/** A part's name: a claim's id, which no heading can be, or a heading. */
const partName = (part) => (part.kind === "entry" ? part.key : `# ${part.key}`);

/** The numbers of a part's lines, with the fields that it lacks so far. */
const numbersOf = new Map();

/** Fields of an entry that stand in it when they are used. */
const FURTHER = ["correction", "query", "answer", "note", "second"];

/** The numbers of fields that entries lack so far. */
const further = new Set();

/** Numbers the lines of a part, and names those that can be edited. */
function nameLines(part) {
  const numbers = range(part.first, part.end);
  const fields = numbers.filter((at) => labelled(sheet.original[at], joined.has(at)) && !cells(sheet.original[at]));
  const names = fields.map((at) => fieldName(field(sheet.original[at], joined.has(at)).label));
  let last = fields.findLast((_, place) => names[place]);
  if ((part.kind === "entry" || part.kind === "own") && last !== undefined) {
    while (joined.has(last + 1)) last += 1;
    for (const name of FURTHER.filter((name) => !names.includes(name))) {
      const at = sheet.original.push(`- ${data.labels[name]}:`) - 1;
      sheet.lines.push(sheet.original[at]);
      missing.set(last, [...(missing.get(last) ?? []), at]);
      further.add(at);
      numbers.push(at);
    }
  }
  numbersOf.set(part, numbers);
  const seen = new Map();
  for (const at of numbers) {
    const line = sheet.original[at];
    if (!item(line) && !field(line, joined.has(at))) continue;
    const words = essence(line, joined.has(at));
    const number = (seen.get(words) ?? 0) + 1;
    seen.set(words, number);
    const name = number > 1 ? `${words} #${number}` : words;
    sheet.names.set(at, { part, name });
    sheet.places.set(`${partName(part)}/${name}`, at);
  }
}
data.parts.forEach(nameLines);

/** Whether a line is a field that its entry lacks so far. */
const isMissing = (at) => further.has(at);

/** By claim's id: what the program knows of it, and the part of the sheet that is its entry. */
const claims = new Map(data.claims.map((claim) => [claim.id, { ...claim, facts: new Set(claim.facts) }]));
const entries = new Map();
for (const part of data.parts) if (part.kind === "entry") entries.set(part.key, part);

/** The entries of claims that are in the draft. */
const current = data.parts.filter((part) => part.kind === "entry" && claims.has(part.key));

/** The part in which a line stands. */
const partAt = (at) => sheet.away.get(at) ?? [...data.parts, ...sheet.added].find((part) => part.first <= at && at < part.end);

/** The claim that an entry is of: its own, or the one that it was split off from. */
const claimOf = (part) => claims.get(part.kind === "entry" ? part.key : part.of);

/** The numbers of a part's lines for which `holds`. */
function linesOf(part, holds) {
  return numbersOf.get(part).filter((at) => holds(sheet.lines[at], at));
}

/** The words of a part's heading, without marks and number. */
const headingOf = (part) => plainText(sheet.lines[part.first].replace(/^#+\s*/, "").replace(/^\d+\. /, ""));
