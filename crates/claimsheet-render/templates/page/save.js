// The sheet with all that was done, given back.

/** A number for a text, by which a changed one is told (FNV-1a). */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** A number for all edits there are, in whatever order they were made. */
const editsNow = () => fingerprint([...store.edits].map(([key, { value }]) => `${key}=${value}`).sort().join("\n"));

/** How many edits are not in a saved sheet yet; `host.carried` are those of an earlier version of the sheet. */
function unsaved() {
  const carried = host.carried ?? 0;
  if (!store.edits.size) return carried;
  return carried + (store.read(HERE)?.saved === editsNow() ? 0 : store.edits.size);
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
  host.carried = 0;
  store.write(HERE, { ...store.read(HERE), title: data.title, saved: editsNow(), at: new Date().toISOString() });
  showKept();
  host.changed?.();
  say(words);
}

/** Gives the sheet back: into its file where the app has one, else as a download. */
async function save() {
  const text = sheet.text();
  try {
    const place = await host.save?.(text, data.sheetFile);
    if (place === null) return;
    if (!place) download(text, data.sheetFile);
    saved(place ? `Saved in ${place}.` : `Downloaded ${data.sheetFile}. Replace the old sheet in the draft's folder with it.`);
  } catch (error) {
    say(`Not saved: ${error.message}`);
  }
}

function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** Shows a text to be copied. */
function clip(title, words, text) {
  const dialog = $("#clip");
  $("h2", dialog).textContent = title;
  $("p", dialog).textContent = words;
  $("textarea", dialog).value = text;
  dialog.showModal();
  $("textarea", dialog).select();
}

$("#clip-copy").addEventListener("click", async () => {
  const area = $("#clip textarea");
  try {
    await navigator.clipboard.writeText(area.value);
    $("#clip-copy").textContent = "Copied";
    setTimeout(() => { $("#clip-copy").textContent = "Copy"; }, 2000);
  } catch {
    area.select();
  }
});

async function copy() {
  try {
    await navigator.clipboard.writeText(sheet.text());
    saved("The sheet is in the clipboard.");
  } catch {
    clip("Copy the sheet", "This browser does not let a page copy by itself. The text is selected: copy it.", sheet.text());
  }
}

$("#save").addEventListener("click", save);
$("#copy").addEventListener("click", copy);
listen("beforeunload", (event) => {
  if (!store.works && unsaved()) event.preventDefault();
});
