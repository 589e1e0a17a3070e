// What was done, step by step, to be taken back.

const steps = [];

/** Remembers how a step is taken back; what is typed into the line `at` without a pause for other work is one step. */
function did(words, back, at) {
  const last = steps.at(-1);
  if (at === undefined || last?.at !== at) steps.push({ words, back, at });
  $("#undo").disabled = false;
}

/** Takes the last step back. */
function undo() {
  const step = steps.pop();
  $("#undo").disabled = !steps.length;
  if (!step) return say("There is nothing to undo.");
  step.back();
  say(`Undone: ${step.words}`);
}

$("#undo").addEventListener("click", undo);
