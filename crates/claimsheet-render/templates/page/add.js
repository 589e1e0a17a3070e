// Claims that a person adds: words of the draft that they selected, or a sentence that was not listed. They are
// entries of a person's own, as docs/sheet.md has them: a heading, the words, and the fields.

/** Letters of a heading, about. */
const HEADING = 72;

/** Puts an added part where it stands at first: behind the claim that it was split off from, else behind the last claim. */
function insertAdded(order, part) {
  const isClaim = (other) => (other.kind === "entry" && claims.has(other.key)) || (sheet.added.includes(other) && !other.of);
  const isKin = (other) => other === part.from || other.from === part.from;
  const before = (part.from && order.findLast(isKin)) ?? order.findLast(isClaim) ?? order.find((other) => other.kind === "section") ?? order.at(-1);
  order.splice(order.indexOf(before) + 1, 0, part);
}

/** By its name in the draft, the part of a person's own. */
const ownPart = (name) => [...data.parts, ...sheet.added].find((part) => part.kind === "own" && partName(part) === name);

/** Words as text of Markdown. */
const asText = (words) => words.replace(/[\\`*_[\]<>|#]/g, "\\$&");

/** The lines of an entry for these words, with the fields that other entries have; `above` stands before the words. */
function ownLines(words, above = []) {
  const end = sheet.original.some((line) => line.endsWith("\r")) ? "\r" : "";
  const cut = words.length > HEADING ? `${words.slice(0, words.lastIndexOf(" ", HEADING) > 20 ? words.lastIndexOf(" ", HEADING) : HEADING)} …` : words;
  const taken = new Set([...data.parts, ...sheet.added].map((part) => part.key));
  let heading = cut;
  for (let number = 2; taken.has(heading); number += 1) heading = `${cut} (${number})`;
  const marks = /^#+/.exec(sheet.original[current[0]?.first] ?? "")?.[0] ?? "###";
  const fields = ["source", "verdict", "note", "checked"].map((name) => `- ${data.labels[name]}:`);
  return { heading, lines: [`${marks} ${asText(heading)}`, ...above, "", `> ${asText(words)}`, "", ...fields, ""].map((line) => line + end) };
}

/** Puts the lines of an added claim behind all others; its part. `off` says what it was split off from. */
function takeAdded(words, off) {
  const { heading, lines } = ownLines(words, off && aboveOf(off));
  const first = sheet.lines.length;
  sheet.lines.push(...lines);
  sheet.original.push(...lines);
  const part = { kind: "own", key: heading, first, end: first + lines.length, words, ...off };
  part.added = range(part.first, part.end);
  insertAdded(sheet.order, part);
  sheet.added.push(part);
  nameLines(part);
  if (off) takeFacts(part);
  return part;
}

const addedKey = (words) => `${HERE}/+/${words}`;

/** Claims that were added before the page was loaded again. */
function loadAdded() {
  const found = store.keys().filter((key) => key.startsWith(`${HERE}/+/`)).map((key) => [key, store.read(key)]);
  for (const [key, edit] of found.filter(([, edit]) => edit).sort(([, one], [, other]) => (one.when < other.when ? -1 : 1))) {
    if (!isAdded(edit)) takeAdded(edit.value, offOf(edit));
    store.edits.set(key, edit);
  }
}

/** Whether an added claim is in the sheet of this page. */
const isAdded = (edit) => [...data.parts, ...sheet.added].some((part) => part.kind === "own" && quoteOf(part) === folded(edit.value));

/** The words that an entry quotes. */
const quoteOf = (part) => folded(plainText(linesOf(part, () => true).map((at) => sheet.lines[at]).find((line) => line.startsWith("> "))?.slice(2) ?? ""));

/** Adds a claim, or splits one off, and opens its entry. */
function addClaim(said, off) {
  const words = said.replace(/\s+/g, " ").trim();
  if (!words) return;
  const label = off ? "Claim split off" : "Claim added";
  const edit = { value: words, base: "", label, part: "+", name: words, of: data.title, added: true, when: new Date().toISOString(), ...(off && { split: keptOf(off) }) };
  if (isAdded(edit)) return say("This claim is in the sheet already.");
  const part = takeAdded(words, off);
  keepAdded(part, edit);
  did(off ? "the split" : "the claim that was added", () => takeAway(part));
  select(shown.get(part), "key");
  say(off ? `Split off as ${numberOf(part)}: it has facts, verdict and sources of its own.` : "Added as a claim. It stands behind the others.");
  return part;
}

/** Keeps an added claim and shows it. */
function keepAdded(part, edit) {
  const key = addedKey(part.words);
  store.edits.set(key, edit);
  store.write(key, edit);
  store.write(HERE, { ...store.read(HERE), title: data.title, at: edit.when });
  showAdded(part);
  keepOrder();
  showKept();
  host.changed?.();
}

/** Shows an added claim at its place, and marks its words. */
function showAdded(part) {
  const entry = entryShown(part);
  placeEntry(part);
  showEntry(part);
  fill(entry);
  markOwn(part);
  if (part.from) fillAnew(part.from);
}

/** Takes an added claim out of the sheet with all that was written to it. */
function takeAway(part) {
  if (!sheet.added.includes(part)) return;
  const kept = linesOf(part, (_, at) => sheet.names.has(at) && !sheet.away.has(at) && sheet.value(at) !== sheet.value(at, sheet.original)).map((at) => [at, sheet.value(at)]);
  for (const [at] of kept) put(at, sheet.value(at, sheet.original));
  if (shown.get(part) === active) deselect();
  sheet.added.splice(sheet.added.indexOf(part), 1);
  sheet.order.splice(sheet.order.indexOf(part), 1);
  if (part.from) giveBack(part);
  for (const other of sheet.added) if (other.from === part) other.from = part.from;
  asking.delete(part);
  shown.get(part)?.remove();
  shown.delete(part);
  for (const place of placesOf(partName(part))) place.replaceWith(...place.childNodes);
  claimPlaces.delete(partName(part));
  store.edits.delete(addedKey(part.words));
  store.write(addedKey(part.words), null);
  keepOrder();
  showKept();
  host.changed?.();
  return kept;
}

function removeAdded(part) {
  const edit = store.edits.get(addedKey(part.words));
  const order = namesOf(sheet.order);
  const kept = takeAway(part);
  did("the claim that was removed", () => {
    sheet.added.push(part);
    insertAdded(sheet.order, part);
    sheet.order = inOrder(order);
    if (part.from) takeFacts(part);
    keepAdded(part, edit);
    for (const [at, value] of kept) put(at, value);
  });
  say(part.of ? "Joined again. Undo splits it as it was." : "Removed. Undo brings it back.");
}

/** An added claim that another tab keeps or has taken away. */
function addedElsewhere(key, edit) {
  const words = key.slice(`${HERE}/+/`.length);
  const part = sheet.added.find((part) => part.words === words);
  if (edit && !part && !isAdded(edit)) {
    store.edits.set(key, edit);
    showAdded(takeAdded(edit.value, offOf(edit)));
  } else if (!edit && part) takeAway(part);
  showKept();
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
  button.textContent = claimOfSelection() ? "Split off as a claim" : "Add as a claim";
  const { right, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(right - 60, innerWidth - 170))}px`;
  button.style.top = `${Math.max(8, Math.min(bottom + 6, innerHeight - 48))}px`;
}

document.addEventListener("selectionchange", () => {
  clearTimeout(showAdd.timer);
  showAdd.timer = setTimeout(showAdd, 200);
}, { signal: closing.signal });
$("#add").addEventListener("pointerdown", (event) => event.preventDefault());
$("#add").addEventListener("click", () => (claimOfSelection() ? splitSelected() : addSelected()));
