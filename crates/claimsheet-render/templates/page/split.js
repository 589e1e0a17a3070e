// One claim into two: words of it, and the facts that belong to them, get an entry of their own, as docs/sheet.md has it.
// The facts are moved, not copied: each is ticked in one place.

/** What an entry was split off from, as the browser keeps it. */
const keptOf = ({ of, from, facts }) => ({ of, from: partName(from), facts: facts.map((at) => [partName(sheet.names.get(at).part), sheet.names.get(at).name]) });

/** The same in this version of the sheet; nothing where the claim is not in it. */
function offOf({ split }) {
  if (!split) return undefined;
  const from = [...data.parts, ...sheet.added].find((part) => partName(part) === split.from);
  if (!from || !claims.has(split.of)) return undefined;
  const facts = split.facts.map(([part, name]) => sheet.places.get(`${part}/${name}`)).filter((at) => at !== undefined && !sheet.away.has(at));
  return { of: split.of, from, facts };
}

/** What stands above the words: the mark by which the program knows the claim, and the claim's priority in the sheet's word. */
function aboveOf({ of, from }) {
  const lines = linesOf(from, () => true).map((at) => sheet.lines[at]);
  const quote = lines.findIndex((line) => line.startsWith(">"));
  const words = lines.slice(1, quote < 0 ? lines.length : quote).map((line) => /^\**(\p{L}+)\**\s*[:·]/u.exec(line)?.[1]);
  const priority = words.find(Boolean);
  return [`\u003c!-- part of claim:${of} -->`, ...(priority ? [`${priority}: split off from its claim`] : [])];
}

/** Moves the facts of a part that was split off into it, behind its words. */
function takeFacts(part) {
  const { from, facts } = part;
  for (const at of facts) sheet.away.set(at, part);
  const isLeft = (at) => !facts.includes(at);
  numbersOf.set(from, numbersOf.get(from).filter(isLeft));
  if (from.added) from.added = from.added.filter(isLeft);
  if (from.facts) from.facts = from.facts.filter(isLeft);
  const quote = part.added.findIndex((at) => sheet.original[at].startsWith(">"));
  // A part that comes back has them already.
  const lacks = facts.filter((at) => !part.added.includes(at));
  for (const lines of [part.added, numbersOf.get(part)]) lines.splice(quote + 1, 0, ...lacks);
}

/** Gives the facts back to the claim. */
function giveBack({ from, facts }) {
  for (const at of facts) sheet.away.delete(at);
  if (from.facts) {
    const quote = from.added.findIndex((at) => sheet.original[at].startsWith(">"));
    for (const at of facts) sheet.away.set(at, from);
    from.facts.push(...facts);
    for (const lines of [from.added, numbersOf.get(from)]) lines.splice(quote + 1, 0, ...facts);
  } else {
    numbersOf.set(from, [...numbersOf.get(from), ...facts].sort((one, other) => one - other));
  }
  fillAnew(from);
}

/** Shows an entry's lines anew. */
function fillAnew(part) {
  const entry = shown.get(part);
  if (!entry) return;
  delete entry.dataset.filled;
  fill(entry);
}

/** The words of an entry as the draft has them, without numbers and signs of ours. */
function wordsOf(part) {
  if (part.kind === "own") return plainText(linesOf(part, (line) => line.startsWith(">")).map((at) => sheet.lines[at].slice(1)).join(" ")).replace(/\s+/g, " ").trim();
  const own = placesOf(placeName(part)).filter((place) => !place.matches("a"));
  const texts = [...draftTexts()].filter((node) => own.some((place) => place.contains(node)));
  return texts.map((node) => node.data).join("").replace(/\s+/g, " ").trim();
}

/** The words of a fact, as its line quotes them. */
const factWords = (at) => folded(/^"?(.*?)(?: …)?"?(?:: | — |$)/su.exec(item(sheet.lines[at]).words)[1]).replace(/^"|"$/g, "");

/** The facts of an entry that stand within words. */
const factsWithin = (part, words) => splitFacts(part).filter((at) => folded(words).includes(factWords(at)));

/** The facts of an entry that can be moved. */
const splitFacts = (part) => linesOf(part, (_, at) => claimOf(part).facts.has(at));

/** The least stretch of words that holds facts. */
function stretch(words, facts) {
  const text = folded(words);
  const ends = facts.map((at) => [text.indexOf(factWords(at)), factWords(at).length]).filter(([from]) => from >= 0).map(([from, length]) => [from, from + length]);
  if (!ends.length || text.length !== words.length) return words;
  return words.slice(Math.min(...ends.map(([from]) => from)), Math.max(...ends.map(([, to]) => to)));
}

/** Splits a claim; why it cannot be, where it cannot. */
function split(part, words, facts) {
  const all = splitFacts(part);
  if (!words.trim()) return "Select the words of the second claim, or choose its facts.";
  if (folded(words) === folded(wordsOf(part)) && facts.length === all.length) return "Leave some of it to the first claim.";
  const added = addClaim(words, { of: claimOf(part).id, from: part, facts });
  return added ? "" : "These words have an entry already.";
}

/** Asks which words and facts become a claim of their own. */
function askSplit(part) {
  const words = wordsOf(part);
  const area = el("textarea", { id: "split-words", rows: 4, readonly: true }, words);
  const facts = splitFacts(part);
  const boxes = facts.map((at) => el("input", { type: "checkbox", id: `s${at}`, value: at }));
  const shownWords = el("p", { class: "yours", role: "status" });
  const wrong = el("p", { class: "beside", role: "alert" });
  const selected = () => area.value.slice(area.selectionStart, area.selectionEnd).trim();
  const chosen = () => boxes.filter((box) => box.checked).map((box) => Number(box.value));
  const told = () => selected() || (chosen().length ? stretch(words, chosen()) : "");
  const tell = () => {
    shownWords.textContent = told() ? `The second claim: “${told()}”` : "";
    wrong.textContent = "";
  };
  const dialog = el("dialog", { id: "split", "aria-labelledby": "split-title" });
  const close = () => {
    dialog.close();
    dialog.remove();
  };
  area.addEventListener("select", () => {
    const within = factsWithin(part, selected());
    for (const box of boxes) box.checked = within.includes(Number(box.value));
    tell();
  });
  for (const box of boxes) box.addEventListener("change", tell);
  dialog.addEventListener("cancel", () => setTimeout(close));
  dialog.append(
    el("h2", { id: "split-title" }, "Split this claim"),
    el("p", {}, "Select the words that are a claim of their own, or choose its facts. They get an entry with verdict and sources of their own, behind this one."),
    el("label", { for: "split-words" }, `Claim ${numberOf(part)}`),
    area,
    facts.length > 0 && el("p", {}, "Facts that go with them"),
    facts.length > 0 && el("ul", { class: "ticks" }, facts.map((at, turn) => el("li", {}, boxes[turn], el("label", { for: `s${at}` }, inline(item(sheet.lines[at]).words))))),
    shownWords,
    wrong,
    el("p", { class: "end" }, el("button", { type: "button", click: close }, "Cancel"), el("button", { type: "button", class: "main", click: () => {
      const problem = split(part, told(), chosen());
      if (problem) wrong.textContent = problem;
      else close();
    } }, "Split off")),
  );
  document.body.append(dialog);
  dialog.showModal();
  area.focus();
}

/** The claim in which the selected words stand, where they stand in one. */
function claimOfSelection() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return undefined;
  const [from, to] = ["startContainer", "endContainer"].map((end) => (selection.getRangeAt(0)[end].parentElement ?? galley).closest("[data-c]")?.dataset.c);
  const part = from !== undefined && from === to ? entries.get(from) ?? ownPart(from) : undefined;
  return part && claimOf(part) && folded(selectedWords()) !== folded(wordsOf(part)) ? part : undefined;
}

/** Splits off the selected words of a claim; without a selection it asks. */
function splitSelected() {
  const part = claimOfSelection();
  if (!part) return active && claimOf(active.holds) ? askSplit(active.holds) : say("Select words within a claim of the draft first.");
  const words = selectedWords();
  getSelection().removeAllRanges();
  $("#add").hidden = true;
  const problem = split(part, words, factsWithin(part, words));
  if (problem) say(problem);
}
