// Moving an entry with the mouse or a pen: taken at its grip, let go between two others.

/** What is dragged, and where it would go. */
let drag = null;

/** The entry that can be moved under a height of the window, and whether the lower half of it. */
function entryUnder(y) {
  const all = visible().filter((entry) => isMovable(entry.holds));
  const entry = all.find((entry) => y < entry.getBoundingClientRect().bottom) ?? all.at(-1);
  const { top, height } = entry.getBoundingClientRect();
  return { entry, isBehind: y > top + height / 2 };
}

/** Ends dragging without moving anything; whether something was dragged. */
function dropDrag() {
  if (!drag) return false;
  cancelAnimationFrame(drag.frame);
  drag.entry.classList.remove("dragged");
  for (const entry of shown.values()) entry.classList.remove("drop-before", "drop-behind");
  drag = null;
  return true;
}

/** Shows where it would go, and scrolls where the pointer is at an edge. */
function showDrop() {
  if (!drag) return;
  const pane = narrow.matches ? document.scrollingElement : $("#entries");
  const { top, bottom } = narrow.matches ? { top: 0, bottom: innerHeight } : pane.getBoundingClientRect();
  const by = drag.y < top + 48 ? -12 : drag.y > bottom - 48 ? 12 : 0;
  pane.scrollTop += by;
  const { entry, isBehind } = entryUnder(drag.y);
  for (const other of shown.values()) {
    other.classList.toggle("drop-before", other === entry && !isBehind);
    other.classList.toggle("drop-behind", other === entry && isBehind);
  }
  if (by) drag.frame = requestAnimationFrame(showDrop);
}

$("#side").addEventListener("pointerdown", (event) => {
  const grip = event.target.closest(".grip");
  if (!grip || event.button) return;
  event.preventDefault();
  const entry = grip.closest(".entry");
  grip.setPointerCapture(event.pointerId);
  entry.classList.add("dragged");
  drag = { entry, y: event.clientY, frame: 0 };
});

$("#side").addEventListener("pointermove", (event) => {
  if (!drag) return;
  drag.y = event.clientY;
  cancelAnimationFrame(drag.frame);
  showDrop();
});

$("#side").addEventListener("pointerup", () => {
  if (!drag) return;
  const { entry: moved } = drag;
  const { entry, isBehind } = entryUnder(drag.y);
  dropDrag();
  if (entry !== moved) moveTo(moved.holds, entry.holds, isBehind);
});

$("#side").addEventListener("pointercancel", dropDrag);
