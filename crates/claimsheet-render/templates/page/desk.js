// What an entry lacks by the desk's rules, as `status` and `gate` count it (claimsheet-sheet, review_policy).

const PRIORITIES = ["low", "medium", "high"];
/** What items say that ask to look again: at a verdict, at a tick. */
const LOOK_AGAIN = ["**Edited since checked", "**Backing changed since ticked"];
const MONTHS = "january february march april may june july august september october november december".split(" ");

const among = (words, word) => words.some((known) => known.toLowerCase() === word.trim().toLowerCase());
const isVerdict = (word) => among(data.verdicts, word);

/** Whether somebody signed with a name or initials; a date alone is nobody. */
function isSigned(checked) {
  const isDate = (word) =>
    ["st", "nd", "rd", "th", "t", "z", "sept"].includes(word) || (word.length > 2 && MONTHS.some((month) => month.startsWith(word)));
  const words = checked.toLowerCase().split(/[^\p{L}]+/u).filter(Boolean);
  return words.some((word) => !(/\d/.test(checked) && isDate(word)));
}

/** Whether a source is marked as primary, and not as "not primary". */
function isPrimary(source) {
  const words = source.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.includes("primary") && !words.some((word, at) => word === "not" && words[at + 1] === "primary");
}

/** What stands in the fields of an entry; of each field the last words, of sources all. */
function reviewOf(part) {
  const review = { source: [] };
  for (const at of linesOf(part, (line, at) => field(line, joined.has(at))?.value)) {
    const { label, value } = field(sheet.lines[at], joined.has(at));
    const name = fieldName(label);
    if (name === "source") review.source.push(...value.split(/[;\n]/).map((one) => one.trim()).filter(Boolean));
    else if (name) review[name] = value;
  }
  return review;
}

/** The priority that an entry shows. */
function priorityOf(part) {
  if (claims.has(part.key)) return claims.get(part.key).priority;
  for (const at of linesOf(part, (line) => !field(line))) {
    const line = sheet.lines[at].trim();
    const word = (line.startsWith("**") ? line.slice(2).split("**")[0] : line.split(/[:·]/)[0]).trim().toLowerCase();
    if (PRIORITIES.includes(word)) return word;
  }
  return "medium";
}

/** What an entry still lacks, in a few words each; nothing for one that is done. */
function lacks(part) {
  const review = reviewOf(part);
  const { desk } = data;
  const verdict = review.verdict?.trim() ?? "";
  if (!verdict) return ["no verdict"];
  const needsSource = !among(desk.withoutSource, verdict);
  const missing = [
    [!isVerdict(verdict), `not one of your verdicts: ${verdict}`],
    [linesOf(part, (line) => LOOK_AGAIN.some((words) => line.includes(words)) && item(line)?.ticked === false).length, "look again"],
    [needsSource && review.source.length < desk.sources, `${review.source.length} of ${desk.sources} sources`],
    [needsSource && desk.primary && !review.source.some(isPrimary), "no primary source"],
    [verdict.toLowerCase() === "corrected" && !review.correction, "corrected to what?"],
    [!isSigned(review.checked ?? ""), "not initialled"],
    [desk.secondCheck && PRIORITIES.indexOf(priorityOf(part)) >= PRIORITIES.indexOf(desk.secondCheck) && !isSigned(review.second ?? ""), "no second check"],
    [review.query && !review.answer, "no answer to the query"],
  ];
  return missing.filter(([is]) => is).map(([, what]) => what);
}

/** Whether nothing more is to be done to an entry. */
const isDone = (part) => lacks(part).length === 0;
