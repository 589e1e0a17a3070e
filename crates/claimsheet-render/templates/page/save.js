// The sheet with all that was done, given back.

/** A number for a text, by which a changed one is told (FNV-1a). */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** A number for all edits there are, in whatever order they were made. */
const editsNow = () => fingerprint([...store.edits].map(([key, { value }]) => `${key}=${value}`).sort().join("\n"));

/** How many edits are not in a saved sheet yet. */
function unsaved() {
  if (!store.edits.size) return 0;
  return store.read(HERE)?.saved === editsNow() ? 0 : store.edits.size;
}

/** Says whether all is saved. */
function showKept() {
  const count = unsaved();
  const changes = count === 1 ? "1 unsaved change" : `${count} unsaved changes`;
  let words = "";
  if (!store.works) words = "This browser keeps nothing: save before you close";
  else if (count) words = `${changes} (kept in this browser)`;
  else if (store.edits.size) words = "Saved";
  $("#kept").textContent = words;
  $("#kept").classList.toggle("warn", !store.works);
  $("#save").classList.toggle("wait", count > 0);
}

function saved(words) {
  store.write(HERE, { ...store.read(HERE), title: data.title, saved: editsNow(), at: new Date().toISOString() });
  showKept();
  say(words);
}

function save() {
  const url = URL.createObjectURL(new Blob([sheet.text()], { type: "text/markdown;charset=utf-8" }));
  el("a", { href: url, download: data.sheetFile }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  saved(`Downloaded ${data.sheetFile}. Replace the old sheet in the draft's folder with it.`);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(sheet.text());
    saved("The sheet is in the clipboard.");
  } catch {
    const clip = $("#clip");
    $("textarea", clip).value = sheet.text();
    clip.showModal();
    $("textarea", clip).select();
  }
}

$("#save").addEventListener("click", save);
$("#copy").addEventListener("click", copy);
addEventListener("beforeunload", (event) => {
  if (!store.works && unsaved()) event.preventDefault();
});
