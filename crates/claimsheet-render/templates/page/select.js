// The claim one is at: open among the entries, marked in the draft, each led to from the other.

const narrow = matchMedia("(max-width: 47.99rem)");
let active = null;

/** The entries that the filter shows, in their order. */
const visible = () => sheet.order.map((part) => shown.get(part)).filter((entry) => entry && !entry.hidden);

/** Opens an entry and shows it and its place; `from` is where that was asked: draft, side or key. */
function select(entry, from, focus) {
  if (active && active !== entry) deselect();
  const isNew = active !== entry;
  active = entry;
  if (entry.hidden) show(entry);
  entry.classList.add("active");
  entry.classList.toggle("lifted", from === "draft" && narrow.matches);
  fill(entry, true);
  const places = placesOf(placeName(entry.holds));
  for (const place of places) place.classList.add("active");
  if (isNew && location.hash !== `#${entry.id}`) history.replaceState(null, "", `#${entry.id}`);
  if (entry.classList.contains("lifted")) reveal(places[0], "start");
  else if (from !== "draft" && !narrow.matches) reveal(places[0]);
  const target = focus ?? entry;
  target.focus({ preventScroll: true });
  if (!entry.classList.contains("lifted")) reveal(entry, from === "side" ? "nearest" : "start");
  if (focus) reveal(focus);
}

/** Closes the open entry. */
function deselect() {
  if (!active) return;
  const entry = active;
  active = null;
  entry.classList.remove("active", "lifted");
  fill(entry, false);
  for (const place of placesOf(placeName(entry.holds))) place.classList.remove("active");
}

/** The first box of an entry that is not ticked, else its first, else none. */
function firstBox(entry) {
  fill(entry, true);
  return $("input[type=checkbox]:not(:checked)", entry) ?? $("input[type=checkbox]", entry);
}

/** Goes `step` entries on among those that are shown and for which `holds`. */
function step(by, holds = () => true) {
  const all = visible();
  const from = active ? all.indexOf(active) : by > 0 ? -1 : all.length;
  for (let at = from + by; at >= 0 && at < all.length; at += by) {
    if (holds(all[at])) return select(all[at], active?.classList.contains("lifted") ? "draft" : "key", firstBox(all[at]));
  }
  say(by > 0 ? "That was the last one." : "That was the first one.");
}

/** The next claim that is not done; from the last one on it begins again. */
function nextOpen() {
  const isOpen = (entry) => claims.has(entry.holds.key) && !done.get(entry.holds);
  const all = visible();
  const from = all.indexOf(active);
  const found = [...all.slice(from + 1), ...all.slice(0, Math.max(from, 0))].find(isOpen);
  if (found) select(found, active?.classList.contains("lifted") ? "draft" : "key", firstBox(found));
  else say("No other claim is open.");
}

/** Shows in the draft what belongs to a line, one place after the other. */
function goTo(at) {
  const places = marksOf(at);
  if (!places.length) return;
  if (places[0].matches(".aside")) showAsides(true);
  goTo.turn = goTo.at === at ? (goTo.turn + 1) % places.length : 0;
  goTo.at = at;
  const place = places[goTo.turn];
  reveal(place, "center");
  place.classList.add("flash");
  setTimeout(() => place.classList.remove("flash"), 1600);
}

/** Marks in the draft what belongs to the line under pointer or focus. */
function point(at) {
  if (point.at === at) return;
  for (const mark of marksOf(point.at)) mark.classList.remove("pointed");
  for (const mark of marksOf(at)) mark.classList.add("pointed");
  point.at = at;
}

const lineUnder = (target) => {
  const row = target.closest?.("li, .field");
  const control = row && $("[data-line], [data-go]", row);
  return control ? Number(control.dataset.line ?? control.dataset.go) : NaN;
};

galley.addEventListener("click", (event) => {
  if (event.target.closest("a.out") || String(getSelection())) return;
  const place = event.target.closest("[data-c]");
  const mark = event.target.closest("mark[data-t]");
  if (place?.matches("a")) event.preventDefault();
  const own = place && (entries.get(place.dataset.c) ?? ownPart(place.dataset.c));
  const ofFact = mark && partAt(Number(mark.dataset.t.split(" ")[0]));
  // A fact may stand in a part that was split off.
  const part = own && ofFact?.of && claimOf(ofFact) === claimOf(own) ? ofFact : own;
  if (part) {
    const entry = shown.get(part);
    fill(entry, true);
    const box = mark && mark.dataset.t.split(" ").map((at) => $(`#t${at}`, entry)).find(Boolean);
    return select(entry, "draft", box ?? (place.matches("a") ? firstBox(entry) : null));
  }
  const line = (mark ?? event.target.closest(".aside[data-t]"))?.dataset.t?.split(" ")[0];
  const control = line && (controlOf(line) ?? $(`[data-go="${line}"]`));
  if (control) {
    control.focus({ preventScroll: true });
    reveal(control.closest("li"), "center");
  }
});

$("#side").addEventListener("click", (event) => {
  const { target } = event;
  const entry = target.closest(".entry");
  const act = target.dataset.act;
  if (target.dataset.go !== undefined) return goTo(Number(target.dataset.go));
  if (target.dataset.backing !== undefined) return showBacking(Number(target.dataset.backing));
  if (target.dataset.promote !== undefined) return promote(Number(target.dataset.promote));
  if (!entry || target.closest("a[target], .grip")) return;
  if (target.closest("a.num")) {
    event.preventDefault();
    select(entry, "side");
    return reveal(placesOf(placeName(entry.holds))[0], "center");
  }
  if (act === "previous") return step(-1);
  if (act === "next") return step(1);
  if (act === "open") return nextOpen();
  if (act === "remove") return removeAdded(entry.holds);
  if (act === "up" || act === "down") return moveBy(entry.holds, act === "up" ? -1 : 1, target);
  if (act === "split") return askSplit(entry.holds);
  if (act === "tick") {
    tickAll(entry.holds);
    target.remove();
    return entry.focus({ preventScroll: true });
  }
  if (act === "draft" || act === "close") {
    const [place] = placesOf(placeName(entry.holds));
    if (act === "close") deselect();
    else entry.classList.remove("lifted");
    reveal(place, "center");
    return place?.focus({ preventScroll: true });
  }
  if (target.closest(".title") && entry === active) {
    deselect();
    return target.focus();
  }
  if (entry !== active) {
    const line = target.closest("li") && $("[data-line]", target.closest("li"))?.dataset.line;
    fill(entry, true);
    select(entry, "side", line ? $(`#t${line}`, entry) : $(".title", entry));
  }
});

listen("focusin", ({ target }) => {
  const at = lineUnder(target);
  if (Number.isNaN(at)) return;
  point(at);
  const entry = target.closest(".entry");
  if (!entry && target.matches("[data-line]")) reveal(marksOf(at)[0], "center");
  else if (entry && !narrow.matches) reveal(marksOf(at)[0]);
});
$("#side").addEventListener("pointerover", ({ target }) => {
  const at = lineUnder(target);
  if (!Number.isNaN(at)) point(at);
});
