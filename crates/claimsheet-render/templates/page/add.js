// Claims that a person adds: words of the draft that they selected, or a sentence that was not listed. They are
// entries of a person's own, as docs/sheet.md has them: a heading, the words, and the fields.

/** Letters of a heading, about. */
const HEADING = 72;

/** The line before which added entries stand: behind the last claim of the draft. */
function placeOfAdded() {
  const before = current.at(-1) ?? data.parts.find((part) => part.kind === "section") ?? data.parts.at(-1);
  return before ? before.end : count;
}

/** By its name in the draft, the part of a person's own. */
const ownPart = (name) => [...data.parts, ...sheet.added].find((part) => part.kind === "own" && partName(part) === name);

/** Words as text of Markdown. */
const asText = (words) => words.replace(/[\\`*_[\]<>|#]/g, "\\$&");

/** The lines of an entry for these words, with the fields that other entries have. */
function ownLines(words) {
  const end = sheet.original.some((line) => line.endsWith("\r")) ? "\r" : "";
  const cut = words.length > HEADING ? `${words.slice(0, words.lastIndexOf(" ", HEADING) > 20 ? words.lastIndexOf(" ", HEADING) : HEADING)} …` : words;
  const taken = new Set([...data.parts, ...sheet.added].map((part) => part.key));
  let heading = cut;
  for (let number = 2; taken.has(heading); number += 1) heading = `${cut} (${number})`;
  const marks = /^#+/.exec(sheet.original[current[0]?.first] ?? "")?.[0] ?? "###";
  const fields = ["source", "verdict", "note", "checked"].map((name) => `- ${data.labels[name]}:`);
  return { heading, lines: [`${marks} ${asText(heading)}`, "", `> ${asText(words)}`, "", ...fields, ""].map((line) => line + end) };
}

/** Puts the lines of an added claim behind all others; its part. */
function takeAdded(words) {
  const { heading, lines } = ownLines(words);
  const first = sheet.lines.length;
  sheet.lines.push(...lines);
  sheet.original.push(...lines);
  const part = { kind: "own", key: heading, first, end: first + lines.length, words };
  sheet.added.push(part);
  nameLines(part);
  return part;
}

const addedKey = (words) => `${HERE}/+/${words}`;

/** Claims that were added before the page was loaded again. */
function loadAdded() {
  const found = store.keys().filter((key) => key.startsWith(`${HERE}/+/`)).map((key) => [key, store.read(key)]);
  for (const [key, edit] of found.filter(([, edit]) => edit).sort(([, one], [, other]) => (one.when < other.when ? -1 : 1))) {
    if (!isAdded(edit)) takeAdded(edit.value);
    store.edits.set(key, edit);
  }
}

/** Whether an added claim is in the sheet of this page. */
const isAdded = (edit) => [...data.parts, ...sheet.added].some((part) => part.kind === "own" && quoteOf(part) === folded(edit.value));

/** The words that an entry quotes. */
const quoteOf = (part) => folded(plainText(sheet.lines.slice(part.first, part.end).find((line) => line.startsWith("> "))?.slice(2) ?? ""));

/** Adds a claim, and opens its entry. */
function addClaim(said) {
  const words = said.replace(/\s+/g, " ").trim();
  if (!words) return;
  const edit = { value: words, base: "", label: "Claim added", part: "+", name: words, of: data.title, added: true, when: new Date().toISOString() };
  if (isAdded(edit)) return say("This claim is in the sheet already.");
  const part = takeAdded(words);
  store.edits.set(addedKey(words), edit);
  store.write(addedKey(words), edit);
  store.write(HERE, { ...store.read(HERE), title: data.title, at: edit.when });
  showAdded(part);
  did("the claim that was added", () => takeAway(part));
  showKept();
  host.changed?.();
  select(shown.get(part), "key");
  say("Added as a claim. It stands behind the others.");
}

/** Shows an added claim behind the last one, and marks its words. */
function showAdded(part) {
  const before = [...shown.values()].filter((entry) => current.includes(entry.holds) || sheet.added.includes(entry.holds)).at(-1);
  const entry = entryShown(part);
  if (before) before.after(entry);
  else $("#side").append(entry);
  showEntry(part);
  fill(entry);
  markOwn(part);
}

/** Takes an added claim out of the sheet with all that was written to it. */
function takeAway(part) {
  if (!sheet.added.includes(part)) return;
  const kept = linesOf(part, (_, at) => sheet.names.has(at) && sheet.value(at) !== sheet.value(at, sheet.original)).map((at) => [at, sheet.value(at)]);
  for (const [at] of kept) put(at, sheet.value(at, sheet.original));
  if (shown.get(part) === active) deselect();
  sheet.added.splice(sheet.added.indexOf(part), 1);
  asking.delete(part);
  shown.get(part)?.remove();
  shown.delete(part);
  for (const place of placesOf(partName(part))) place.replaceWith(...place.childNodes);
  claimPlaces.delete(partName(part));
  store.edits.delete(addedKey(part.words));
  store.write(addedKey(part.words), null);
  showKept();
  host.changed?.();
  return kept;
}

function removeAdded(part) {
  const kept = takeAway(part);
  did("the claim that was removed", () => {
    addClaim(part.words);
    steps.pop();
    const back = sheet.added.at(-1);
    for (const [at, value] of kept) put(back.first + at - part.first, value);
  });
  say("Removed. Undo brings it back.");
}

/** A sentence that was not listed becomes a claim. */
function promote(at) {
  const place = marksOf(at).find((mark) => mark.matches(".aside"));
  const words = marksOf(at).map((mark) => mark.textContent).join(" ");
  if (place) addClaim(words);
}

/** The verdict that a claim is none, by the desk's words. */
function dropClaim(part) {
  const verdict = data.verdicts.find((word) => same(word, "not a claim"));
  const at = linesOf(part, (line, at) => fieldName(field(line, joined.has(at))?.label ?? "") === "verdict")[0];
  if (verdict === undefined || at === undefined) return say("The desk has no verdict for that.");
  change(at, verdict);
  say(`Verdict: ${verdict}. The entry stays, and counts as done once it is signed.`);
}

/** The text nodes of the draft's own words within a range, or of all. */
function* draftTexts(range) {
  const walker = document.createTreeWalker(galley, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("a.num, sup.note, a.out")) continue;
    if (!range || range.intersectsNode(node)) yield node;
  }
}

/** The draft's words that are selected. */
function selectedWords() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return "";
  const range = selection.getRangeAt(0);
  if (!galley.contains(range.commonAncestorContainer)) return "";
  let words = "";
  for (const node of draftTexts(range)) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    words += node.data.slice(from, to);
  }
  return words.replace(/\s+/g, " ").trim();
}

/** Marks the words of a person's own entry in the draft, where they stand in it. */
function markOwn(part) {
  const name = partName(part);
  const words = quoteOf(part);
  if (!words || claimPlaces.has(name)) return;
  let text = "";
  const at = [];
  for (const node of draftTexts()) {
    for (let place = 0; place < node.length; place += 1) {
      const letter = folded(`x${node.data[place]}x`).slice(1, -1);
      if (letter === " " && text.endsWith(" ")) continue;
      for (const one of letter) {
        text += one;
        at.push([node, place]);
      }
    }
  }
  const from = text.indexOf(words);
  if (from < 0) return;
  const places = [];
  const nodes = new Map();
  for (const [node, place] of at.slice(from, from + words.length)) nodes.set(node, [nodes.get(node)?.[0] ?? place, place + 1]);
  for (const [node, [start, end]] of nodes) {
    const piece = node.splitText(start);
    piece.splitText(end - start);
    const span = el("span", { class: "claim own", "data-c": name });
    piece.replaceWith(span);
    span.append(piece);
    places.push(span);
  }
  claimPlaces.set(name, places);
}

function addSelected() {
  const words = selectedWords();
  if (!words) return say("Select words of the draft first.");
  getSelection().removeAllRanges();
  $("#add").hidden = true;
  addClaim(words);
}

/** The button beside selected words. */
function showAdd() {
  const button = $("#add");
  const words = selectedWords();
  button.hidden = words.length < 3;
  if (button.hidden) return;
  const { right, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(right - 60, innerWidth - 170))}px`;
  button.style.top = `${Math.max(8, Math.min(bottom + 6, innerHeight - 48))}px`;
}

document.addEventListener("selectionchange", () => {
  clearTimeout(showAdd.timer);
  showAdd.timer = setTimeout(showAdd, 200);
}, { signal: closing.signal });
$("#add").addEventListener("pointerdown", (event) => event.preventDefault());
$("#add").addEventListener("click", addSelected);
