// The keyboard.

const useKeys = $("#use-keys");
useKeys.checked = store.read("claimsheet/keys") !== false;
useKeys.addEventListener("change", () => store.write("claimsheet/keys", useKeys.checked));

const help = () => $("#keys").showModal();
$("#help").addEventListener("click", help);

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  n: nextOpen,
  f: () => {
    reveal(form);
    $("[name=priority]", form).focus();
  },
  v: () => $(".field.verdict input", active ?? document)?.focus(),
  t: () => active && tickAll(active.holds),
  x: () => active && dropClaim(active.holds),
  a: addSelected,
  s: splitSelected,
  b: showFocused,
  u: undo,
  "/": () => {
    reveal(form);
    $("[name=words]", form).focus();
  },
  "?": help,
};

/** Esc leaves a field, closes what the documents say, then the entry. */
function escape(target) {
  if (backed !== null && !isWriting(target)) closeBacking();
  else if (isWriting(target) && active) active.focus({ preventScroll: true });
  else if (active) {
    const [place] = placesOf(placeName(active.holds));
    const back = active.classList.contains("lifted") ? place : $(".title", active);
    deselect();
    back?.focus({ preventScroll: true });
  }
}

const isWriting = (target) => target.matches?.("textarea, select, input:not([type=checkbox])");

listen("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    return save();
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !isWriting(event.target)) {
    event.preventDefault();
    return undo();
  }
  if ($("dialog[open]")) return;
  if (event.altKey && !event.ctrlKey && !event.metaKey && /^Arrow(?:Up|Down)$/.test(event.key) && active && !isWriting(event.target)) {
    event.preventDefault();
    return moveBy(active.holds, event.key === "ArrowUp" ? -1 : 1);
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && dropDrag()) return;
  if (event.key === "Escape") return escape(event.target);
  if (isWriting(event.target) || !useKeys.checked) return;
  const act = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
