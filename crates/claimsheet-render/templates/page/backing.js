// What the reporter's documents say: a word at each tick, and a panel beside the draft with the passage in its context.

/** By the line of a tick: what the documents say of its facts, and the claim that it belongs to. */
const backings = new Map();
for (const claim of data.claims) {
  for (const told of claim.backing ?? []) for (const at of told.ticks) backings.set(at, [...(backings.get(at) ?? []), { ...told, claim: claim.number }]);
}

const panel = $("#backing");

/** The line that is shown in the panel; none while it is closed. */
let backed = null;

/** The line below a tick that says what the documents hold. */
const BACKING = /^[-*+•] Backing: /;

/** A word that says how the documents bear on a fact. */
const statusOf = (status) => `status ${status.replaceAll(" ", "-")}`;

/** The statuses, what has to be looked at first before the others. */
const STATUSES = ["differs", "not found", "equivalent", "as written"];

/** The button at a tick that shows the passage; nothing where the documents say nothing of it. */
function backingButton(at) {
  const all = backings.get(at);
  const status = all && STATUSES.find((status) => all.some((told) => told.status === status));
  return status && el("button", { type: "button", class: statusOf(status), "data-backing": at, "aria-controls": "backing", "aria-label": `${status}: show what the documents say of “${all[0].fact}”` }, status);
}

/** A passage with its marked words, in what stands around it. */
function passage({ at, before = "", words, after = "" }) {
  const own = words.map((text, turn) => (turn % 2 ? el("mark", {}, text) : text));
  return [el("h3", {}, at), el("blockquote", {}, before && el("span", { class: "around" }, before), el("span", { class: "own" }, own), after && el("span", { class: "around" }, after))];
}

/** A note as a sentence. */
const sentence = (note) => `${note[0].toUpperCase()}${note.slice(1)}.`;

/** What the documents say of a fact, in full. */
function toldOf(told) {
  const lead = told.status === "not found" && (told.places.length ? "Not found in the documents. This comes nearest, and backs nothing:" : "Not found in the documents.");
  return [
    el("h2", {}, el("span", { class: statusOf(told.status) }, told.status), ` “${told.fact}”`),
    lead && el("p", {}, lead),
    told.note && el("p", { class: "note" }, sentence(told.note)),
    ...told.places.flatMap(passage),
  ].filter(Boolean);
}

/** Shows what the documents say of the facts on a line. */
function showBacking(at) {
  const all = backings.get(at);
  if (!all) return;
  backed = at;
  const button = (act, words, label) => el("button", { type: "button", "data-panel": act, "aria-label": label }, words);
  panel.replaceChildren(
    el("header", {}, el("span", { class: "around" }, `What the documents say of claim ${all[0].claim}`), button("previous", "‹", "What the documents say of the fact before"), button("next", "›", "What the documents say of the next fact"), button("close", "Close", "Close the documents")),
    ...all.flatMap(toldOf),
  );
  panel.hidden = false;
  panel.scrollTop = 0;
  point(at);
  reveal(marksOf(at)[0], "center");
  say(all.map((told) => `${told.status}: ${told.fact}`).join("; "));
}

/** Closes the panel, and goes back to the tick that it was of. */
function closeBacking() {
  if (backed === null) return;
  const at = backed;
  backed = null;
  panel.hidden = true;
  $(`[data-backing="${at}"]`)?.focus({ preventScroll: true });
}

/** Goes on to the next fact of which the documents say something. */
function stepBacking(by) {
  const all = [...backings.keys()].sort((one, two) => one - two);
  const at = all[all.indexOf(backed) + by];
  if (at === undefined) return say(by > 0 ? "That was the last one." : "That was the first one.");
  const part = partAt(at);
  select(shown.get(part), "side");
  showBacking(at);
  $(`[data-backing="${at}"]`)?.focus({ preventScroll: true });
}

/** Shows what the documents say of the tick that has the focus, else of the first one of the open claim. */
function showFocused() {
  const own = document.activeElement?.dataset?.line;
  const first = active && $("[data-backing]", active)?.dataset.backing;
  const at = backings.has(Number(own)) ? own : first;
  if (at === undefined || at === null) return say("The documents say nothing of this.");
  showBacking(Number(at));
}

panel.addEventListener("click", ({ target }) => {
  const act = target.dataset.panel;
  if (act === "close") closeBacking();
  if (act === "previous") stepBacking(-1);
  if (act === "next") stepBacking(1);
});

// An open panel follows the tick that is worked on.
listen("focusin", ({ target }) => {
  const at = Number(target.dataset?.line ?? NaN);
  if (backed !== null && at !== backed && backings.has(at)) showBacking(at);
});
