// How far the checking has come.

/** The boxes of their facts, and which of them are ticked; kept, as a sheet may have thousands. */
const boxes = new Set(current.flatMap((part) => [...claims.get(part.key).facts]));
const tickedBoxes = new Set();

function countBox(at) {
  if (boxes.has(at)) tickedBoxes[sheet.value(at) ? "add" : "delete"](at);
}

function showProgress() {
  const finished = current.filter((part) => done.get(part)).length;
  const meter = $("#meter");
  meter.max = Math.max(current.length, 1);
  meter.value = finished;
  const claimWord = current.length === 1 ? "claim" : "claims";
  $("#count").textContent = `${finished} of ${current.length} ${claimWord} done · ${tickedBoxes.size} of ${boxes.size} facts ticked`;
}
