// The order of the entries: the sheet's, until a person moves one. The sheet that is saved has it, and the program keeps
// it: the numbers stay the draft's.

const ORDER = `${HERE}/@/order`;

/** Whether an entry can be moved: those of claims in the draft, and a person's own. */
const isMovable = (part) => (part.kind === "entry" && claims.has(part.key)) || (part.kind === "own" && !part.withdrawn);

const namesOf = (parts) => parts.map(partName);

/** The parts in the order of these names. Those that are not named stay behind what they stand behind. */
function inOrder(names) {
  const ranks = new Map(names.map((name, at) => [name, at]));
  const rank = (part) => ranks.get(partName(part));
  const out = sheet.order.filter((part) => rank(part) !== undefined).sort((one, other) => rank(one) - rank(other));
  sheet.order.forEach((part, at) => {
    if (rank(part) === undefined) out.splice(out.indexOf(sheet.order[at - 1]) + 1, 0, part);
  });
  return out;
}

/** Whether the entries stand in that order already. */
const isArranged = (names) => inOrder(names).every((part, at) => part === sheet.order[at]);

/** The order as it is without any moving: what was added stands where it stands now. */
function plainOrder() {
  const out = [...data.parts];
  for (const part of sheet.added) insertAdded(out, part);
  return out;
}

/** Keeps the order, or forgets it where it is the sheet's. */
function keepOrder() {
  const plain = plainOrder();
  if (sheet.order.every((part, at) => part === plain[at])) {
    store.edits.delete(ORDER);
    store.write(ORDER, null);
  } else {
    const edit = { value: namesOf(sheet.order), base: "", label: "Order of the entries", part: "@", name: "order", of: data.title, order: true };
    store.edits.set(ORDER, edit);
    store.write(ORDER, edit);
    store.write(HERE, { ...store.read(HERE), title: data.title, at: new Date().toISOString() });
  }
}

/** Takes up the order that the browser keeps. */
function loadOrder() {
  const edit = store.read(ORDER);
  if (!edit) return;
  sheet.order = inOrder(edit.value);
  store.edits.set(ORDER, edit);
}

/** Takes up the order that another tab made. */
function arrangedElsewhere() {
  const edit = store.read(ORDER);
  sheet.order = edit ? inOrder(edit.value) : plainOrder();
  if (edit) store.edits.set(ORDER, edit);
  else store.edits.delete(ORDER);
  showOrder();
}

/** Puts an entry's element where the order has it. */
function placeEntry(part) {
  const at = sheet.order.indexOf(part);
  const [before, behind] = [shown.get(sheet.order[at - 1]), shown.get(sheet.order[at + 1])];
  const entry = shown.get(part);
  if (before) before.after(entry);
  else if (behind) behind.before(entry);
  else (sheet.order.slice(0, at).map((other) => shown.get(other)).filter(Boolean).at(-1) ?? $("#side").lastElementChild)?.after(entry);
}

/** Puts all entries where the order has them. */
const placeAll = () => sheet.order.filter((part) => isMovable(part) && shown.has(part)).forEach(placeEntry);

/** Shows the order after it changed; what has the focus keeps it. */
function showOrder() {
  const focused = document.activeElement;
  placeAll();
  if (focused?.isConnected && focused !== document.body) focused.focus({ preventScroll: true });
  showArranged();
  showKept();
  host.changed?.();
}

/** The order of these names, which can be undone. */
function rearrange(names, what) {
  const before = namesOf(sheet.order);
  if (isArranged(names)) return false;
  const put = (names) => {
    sheet.order = inOrder(names);
    keepOrder();
    showOrder();
  };
  did(what, () => put(before));
  put(names);
  return true;
}

/** What an entry is called when it is spoken of. */
const calledOf = (part) => (claimOf(part) ? `Claim ${numberOf(part)}` : `“${headingOf(part)}”`);

/** Moves an entry before or behind another one, and says where it stands. */
function moveTo(part, target, isBehind) {
  const order = sheet.order.filter((other) => other !== part);
  order.splice(order.indexOf(target) + (isBehind ? 1 : 0), 0, part);
  if (!rearrange(namesOf(order), `${calledOf(part)} moved`)) return;
  const all = visible().filter((entry) => isMovable(entry.holds));
  const at = all.indexOf(shown.get(part));
  const near = at > 0 ? `behind ${calledOf(all[at - 1].holds)}` : `before ${calledOf(all[1].holds)}`;
  reveal(shown.get(part));
  say(`${calledOf(part)} stands ${near} now, ${at + 1} of ${all.length}.`);
}

/** Moves an entry one place up or down among those that are shown. */
function moveBy(part, by, control) {
  const all = visible().map((entry) => entry.holds).filter(isMovable);
  const target = all[all.indexOf(part) + by];
  if (!isMovable(part)) return say("This entry cannot be moved.");
  if (!target) return say(by > 0 ? "It is the last one." : "It is the first one.");
  moveTo(part, target, by > 0);
  control?.focus({ preventScroll: true });
}

/** The button that puts the claims back into the draft's order. */
const unarrange = el("button", { type: "button", id: "unarrange", hidden: true }, "In the draft’s order");
$("#unfilter").after(unarrange);
unarrange.addEventListener("click", () => {
  const sorted = current.toSorted((one, other) => claims.get(one.key).number - claims.get(other.key).number);
  const slots = sheet.order.filter((part) => current.includes(part));
  const turn = new Map(slots.map((part, at) => [part, sorted[at]]));
  rearrange(namesOf(sheet.order.map((part) => turn.get(part) ?? part)), "the draft’s order");
  form.elements.words?.focus();
  say("The claims stand in the draft’s order.");
});

/** Says whether the claims stand in another order than the draft's. */
function showArranged() {
  const numbers = sheet.order.filter((part) => part.kind === "entry" && claims.has(part.key)).map((part) => claims.get(part.key).number);
  unarrange.hidden = numbers.every((number, at) => !at || numbers[at - 1] <= number);
}
