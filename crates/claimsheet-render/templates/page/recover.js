// Work that was done in an earlier version of this draft's sheet and is not in this one. It stays in the
// browser until it is applied or discarded.

/** All edits that were made in other versions of the sheet, by version, and where each belongs now. */
function otherVersions() {
  const versions = new Map();
  for (const key of store.keys()) {
    const [version, ...rest] = key.slice(DRAFT.length).split("/");
    if (version === data.digest) continue;
    if (!versions.has(version)) versions.set(version, { meta: store.read(DRAFT + version), edits: [] });
    const edit = rest.length ? store.read(key) : null;
    if (edit) versions.get(version).edits.push({ key, edit, at: placeOf(edit) });
  }
  return versions;
}

/** Earlier work by version, without what this sheet holds already. */
function earlier() {
  const versions = otherVersions();
  for (const [version, { meta, edits }] of versions) {
    const isHere = ({ edit, at }) => (edit.order ? isArranged(edit.value) : edit.added ? isAdded(edit) : at !== undefined && sheet.value(at, sheet.original) === edit.value);
    const isOurs = meta?.title === data.title;
    const left = edits.filter((found) => !isHere(found));
    // Another draft may have a file of the same name: its work is not ours to forget or to offer.
    if (isOurs) edits.filter(isHere).forEach(({ key }) => store.write(key, null));
    if (isOurs && !left.length) store.write(DRAFT + version, null);
    if (left.length && (isOurs || left.some(({ at }) => at !== undefined))) versions.set(version, { meta, edits: left });
    else versions.delete(version);
  }
  return versions;
}

/** The line of this sheet to which an edit belongs: by name, else by what it is about. */
function placeOf({ part, name, added, order }) {
  if (added || order) return undefined;
  const exact = sheet.places.get(`${part}/${name}`);
  if (exact !== undefined) return exact;
  const home = data.parts.find((known) => partName(known) === part);
  if (!home || name.startsWith("| ")) return undefined;
  return linesOf(home, (line, at) => sheet.names.has(at) && stem(essence(line, joined.has(at))) === stem(name))[0];
}

const told = (value) => Array.isArray(value) ? "entries in another order" : (value === true ? "ticked" : value === false ? "not ticked" : value || "(empty)");

/** One edit in the list. */
function editShown({ key, edit, at }, number) {
  const now = at === undefined ? undefined : sheet.value(at);
  const isClash = typeof now === "string" && now !== "" && now !== edit.base && now !== edit.value;
  const id = `r${number}`;
  const row = el(
    "li",
    {},
    el("input", { type: "checkbox", id, "data-key": key, disabled: at === undefined && !edit.added && !edit.order }),
    el("label", { for: id }, el("b", {}, edit.label), ` · ${edit.of}`, el("br"), el("span", { class: "yours" }, told(edit.value))),
  );
  if (at === undefined && !edit.added && !edit.order) row.append(el("p", {}, "Its claim or line is no longer in the sheet: copy what you need."));
  if (isClash) row.append(el("p", {}, `The sheet says now: “${now}”. If you apply yours, both stay.`));
  $("input", row).checked = at !== undefined || !!edit.added || !!edit.order;
  return row;
}

/** Puts the chosen edits into this version and forgets them there. */
function apply(found, chosen) {
  const isChosen = ({ key }) => chosen.has(key);
  for (const { key, edit } of found.filter(isChosen).filter(({ edit }) => edit.added)) {
    addClaim(edit.value, offOf(edit));
    store.write(key, null);
  }
  for (const { key, edit } of found.filter(isChosen).filter(({ edit }) => edit.order)) {
    rearrange(edit.value, "the order");
    store.write(key, null);
  }
  for (const { key, edit, at: before } of found.filter(isChosen)) {
    const at = before ?? placeOf(edit);
    if (at === undefined) continue;
    const now = sheet.value(at);
    const both = typeof now === "string" && now && now !== edit.base && !now.includes(edit.value);
    change(at, both ? `${now}; ${edit.value}` : edit.value);
    store.write(key, null);
  }
}

function askRecovery(found, versions) {
  const dialog = $("#recovery");
  const list = el("ul", { class: "ticks" }, found.map(editShown));
  const days = [...versions.values()].map(({ meta }) => meta && `“${meta.title}”, ${new Date(meta.at).toLocaleString()}`).filter(Boolean);
  const close = () => {
    dialog.close();
    offerRecovery();
  };
  const discard = el("button", { type: "button" }, "Discard all of it");
  discard.addEventListener("click", () => {
    if (!discard.dataset.sure) {
      discard.dataset.sure = "yes";
      discard.textContent = `Really discard ${found.length}?`;
      return;
    }
    for (const { key } of found) store.write(key, null);
    close();
  });
  const use = el("button", { type: "button", class: "main" }, "Apply the chosen");
  use.addEventListener("click", () => {
    apply(found, new Set($$("input:checked", list).map((box) => box.dataset.key)));
    close();
  });
  dialog.replaceChildren(
    el("h2", { id: "recovery-title" }, "Work from an earlier sheet"),
    el("p", {}, `This was done in this browser and is not in the sheet of this page. ${days.join("; ")}`),
    list,
    el("p", { class: "end" }, el("button", { type: "button", click: () => dialog.close() }, "Later"), discard, use),
  );
  dialog.showModal();
}

/** Says that there is earlier work, if there is. */
function offerRecovery() {
  const versions = earlier();
  const found = [...versions.values()].flatMap(({ edits }) => edits);
  $("#earlier")?.remove();
  if (!found.length) return;
  const count = found.length === 1 ? "1 change" : `${found.length} changes`;
  const look = el("button", { type: "button", click: () => askRecovery(found, versions) }, "Look at it");
  $("#notices").append(el("p", { class: "notice", id: "earlier", role: "status" }, `Work from an earlier sheet of this draft is kept in this browser: ${count}. `, look));
}
