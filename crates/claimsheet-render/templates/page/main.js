// Begins: what was kept goes into the sheet, the sheet becomes the side.

store.load();
buildSide();
for (const at of boxes) countBox(at);
countPriorities();
showProgress();
showKept();
filter();
offerRecovery();

/** An address with an entry's or a claim's name opens it. */
function openNamed() {
  const id = /^#[ec]-(\w+)$/.exec(location.hash)?.[1];
  const part = id && entries.get(id);
  if (part) select(shown.get(part), "key");
}
openNamed();
addEventListener("hashchange", openNamed);
