// Begins: what was kept goes into the sheet, the sheet becomes the side.

store.load();
buildSide();
showArranged();
for (const at of boxes) countBox(at);
countPriorities();
showProgress();
showKept();
showQueries();
filter();
offerRecovery();

/** An address with an entry's or a claim's name opens it. */
function openNamed() {
  const id = /^#[ec]-(\w+)$/.exec(location.hash)?.[1];
  const part = id && entries.get(id);
  if (part) select(shown.get(part), "key");
}
openNamed();
listen("hashchange", openNamed);

// What the app that shows the page needs of it.
return {
  data,
  edits: () => store.edits.size,
  unsaved,
  text: () => sheet.text(),
  progress: () => $("#count").textContent,
  say,
  /** Forgets the edits that the browser keeps for this version of the sheet: they are in another one now. */
  forget() {
    for (const key of store.edits.keys()) store.write(key, null);
    store.write(HERE, null);
  },
  close() {
    closing.abort();
    filler.disconnect();
    clearTimeout(say.timer);
    clearTimeout(showAdd.timer);
  },
};
