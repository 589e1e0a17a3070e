// What of a draft's analysis is marked in an editor. No editor in here, so that a test needs none.

/** How much is shown, and from which priority on claims are. */
const PRIORITIES = { problems: [], high: ["high"], medium: ["high", "medium"], all: ["high", "medium", "low"] };

/** How loud a finding is, by its severity. */
const LOUDNESS = { disagrees: "warning", ask: "information", notice: "information" };

/**
 * The marks of a draft: where, as offsets into `text` (UTF-16, half-open), how loud, and what they say.
 *
 * @param {object} analysis what `render(0, "json")` gives, parsed
 * @param {string} text the draft as the editor holds it
 * @param {"problems" | "high" | "medium" | "all"} show
 */
export function marks(analysis, text, show) {
  const offset = offsets(text);
  const at = ({ start, end }) => ({ start: offset(start), end: offset(end) });
  const problems = analysis.findings.flatMap((finding) => {
    const [first, ...others] = finding.places;
    if (!first) return [];
    return [{
      ...at(first.span),
      loudness: LOUDNESS[finding.severity] ?? "information",
      code: finding.check,
      message: finding.message,
      others: others.map((place) => ({ ...at(place.span), message: `“${place.text}”` })),
    }];
  });
  const priorities = PRIORITIES[show] ?? PRIORITIES.high;
  const claims = analysis.claims.filter((claim) => priorities.includes(claim.priority)).map((claim) => ({
    ...at(claim.span),
    loudness: "hint",
    code: `${claim.priority} priority`,
    message: told(claim),
    others: [],
  }));
  return [...problems, ...claims];
}

/** What to tick of a claim and where to look, as lines. */
function told(claim) {
  const facts = claim.facts.filter((fact) => fact.tick !== false).map((fact) => `☐ “${fact.text}”: ${fact.verify}`);
  const places = claim.prompts.map((prompt) => prompt.label).join(" · ");
  return [`Claim ${claim.number} to check`, ...facts, ...(places ? [`Look: ${places}`] : [])].join("\n");
}

/** From bytes of UTF-8 to offsets of UTF-16, for places that are asked for in any order. */
function offsets(text) {
  const encoder = new TextEncoder();
  // Every so many letters, the byte that they begin at.
  const STEP = 1024;
  const bytes = [0];
  for (let from = 0; from < text.length; from += STEP) {
    bytes.push(bytes.at(-1) + encoder.encode(whole(text, from, from + STEP)).length);
  }
  return (byte) => {
    let step = bytes.findIndex((begin) => begin > byte) - 1;
    if (step < 0) step = bytes.length - 1;
    let at = begin(text, step * STEP);
    let passed = bytes[step];
    while (passed < byte && at < text.length) {
      const letter = String.fromCodePoint(text.codePointAt(at));
      passed += encoder.encode(letter).length;
      at += letter.length;
    }
    return at;
  };
}

/** The letters from one offset to another, where none is cut in two. */
function whole(text, from, to) {
  return text.slice(begin(text, from), begin(text, to));
}

/** The offset, or the one behind it where a letter of two units would be cut. */
function begin(text, at) {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : Math.min(at, text.length);
}
