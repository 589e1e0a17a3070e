// The sources of an entry as a list below their field: each with a link where it has one, marked as primary or not, and
// taken away by a button. The field itself holds them as the sheet does, divided by semicolons or a line each.

/** The sources in a field with what stands between them: words, divider, words … */
const sourcePieces = (value) => value.split(/([;\n])/);

/** The words of a source as one that is primary or not: said in brackets at its end, with the day. */
function markedSource(words, primary) {
  const [, before, inner = ""] = /^(.*?)\s*\(([^()]*)\)\s*$/su.exec(words) ?? [words, words.trimEnd()];
  const left = inner.split(",").map((word) => word.trim()).filter((word) => word && !/^(?:not )?primary$/i.test(word));
  if (primary) return `${before} (${["primary", ...(left.length ? left : [signature()[1]])].join(", ")})`;
  return left.length ? `${before} (${left.join(", ")})` : before;
}

/** The field with one of its sources in other words, or without it. */
function withSource(value, at, words) {
  const pieces = sourcePieces(value);
  if (words !== null) {
    const [lead] = /^\s*/.exec(pieces[at]);
    pieces[at] = lead + words.trim();
  } else pieces.splice(at ? at - 1 : 0, 2);
  return pieces.join("").trim();
}

/** The list below a field of sources. */
function sourceList(at, value) {
  const sources = sourcePieces(value).map((words, place) => [words.trim(), place]).filter(([words, place]) => words && place % 2 === 0);
  const row = ([words, place], turn) => {
    const button = (act, name, attributes) => el("button", { type: "button", class: "sign", "data-source": act, "data-at": at, "data-place": place, ...attributes }, name);
    return el("li", {}, el("span", {}, inline(words)), button("primary", "primary", { "aria-pressed": String(isPrimary(words)), "aria-label": `Source ${turn + 1} is primary` }), button("remove", "remove", { "aria-label": `Remove source ${turn + 1}` }));
  };
  return el("ul", { class: "sources", "aria-label": "Sources", hidden: !sources.length }, sources.map(row));
}

/** Shows the list anew; what has the focus keeps it. */
function showSources(at, control) {
  const row = control.closest(".field.source");
  if (!row) return;
  const { source, place } = document.activeElement.dataset ?? {};
  $(".sources", row)?.replaceWith(sourceList(at, sheet.value(at)));
  if (source && row.isConnected) $(`[data-source="${source}"][data-place="${place}"]`, row)?.focus();
}

listen("click", ({ target }) => {
  const { source, at, place } = target.dataset ?? {};
  if (source === undefined) return;
  const value = sheet.value(Number(at));
  const words = sourcePieces(value)[place].trim();
  const next = source === "remove" ? null : markedSource(words, target.getAttribute("aria-pressed") !== "true");
  // A step of its own, apart from what was typed before.
  did(next === null ? "a source removed" : "a source marked", () => put(Number(at), value));
  put(Number(at), withSource(value, Number(place), next));
  if (next === null) {
    controlOf(Number(at)).focus();
    say(`Removed: ${words}. Undo brings it back.`);
  }
});
