// Files that come in: by choice, or dropped, then with the way back into them where the browser has one.

/** A file with its bytes; `handle` writes into it again. */
async function read(file, handle) {
  return { name: file.name, bytes: await file.arrayBuffer(), handle };
}

/** What was dropped: files, and those of folders within. */
async function dropped(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const found = items.map((item) => [item.getAsFile(), item.getAsFileSystemHandle?.(), item.webkitGetAsEntry?.()]);
  const text = transfer.getData("text/plain");
  const files = [];
  for (const [file, asked, entry] of found) {
    if (entry?.isDirectory) files.push(...(await filesBelow(entry)));
    else if (file) files.push(await read(file, await asked?.catch(() => undefined)));
  }
  if (!files.length && text.trim()) files.push(pasted(text));
  return files;
}

/** The files in a folder and below, without those whose names begin with a stop. */
async function filesBelow(folder) {
  const reader = folder.createReader();
  const files = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return files;
    for (const entry of some.filter(({ name }) => !name.startsWith("."))) {
      if (entry.isDirectory) files.push(...(await filesBelow(entry)));
      else files.push(await read(await new Promise((resolve, reject) => entry.file(resolve, reject))));
    }
  }
}

/** Text that was pasted, as a file without a name. */
const pasted = (text) => ({ name: "-", bytes: new TextEncoder().encode(text).buffer });

const sameBytes = (one, other) => {
  const [left, right] = [new Uint8Array(one), new Uint8Array(other)];
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
};

const decoded = (bytes) => new TextDecoder().decode(bytes);

// Dropping works anywhere on the page.
let over = 0;
const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].some((type) => type === "Files");
addEventListener("dragenter", (event) => {
  if (!holdsFiles(event)) return;
  over += 1;
  document.body.classList.add("over");
});
addEventListener("dragleave", (event) => {
  if (!holdsFiles(event)) return;
  over -= 1;
  if (over <= 0) document.body.classList.remove("over");
});
addEventListener("dragover", (event) => {
  if (holdsFiles(event)) event.preventDefault();
});
addEventListener("drop", async (event) => {
  over = 0;
  document.body.classList.remove("over");
  if (!holdsFiles(event)) return;
  event.preventDefault();
  await takeIn(await dropped(event.dataTransfer));
});
