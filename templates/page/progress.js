// How far the checking has come.

/** The entries of claims that are in the draft. */
const current = data.parts.filter((part) => part.kind === "entry" && claims.has(part.key));

const boxes = current.flatMap((part) => [...claims.get(part.key).facts]);

function showProgress() {
  const finished = current.filter((part) => done.get(part)).length;
  const ticked = boxes.filter((at) => sheet.value(at)).length;
  const meter = $("#meter");
  meter.max = Math.max(current.length, 1);
  meter.value = finished;
  const claimWord = current.length === 1 ? "claim" : "claims";
  $("#count").textContent = `${finished} of ${current.length} ${claimWord} with a verdict · ${ticked} of ${boxes.length} facts ticked`;
}
