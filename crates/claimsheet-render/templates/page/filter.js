// Which claims are shown.

const form = $("#filter");

/** What the filter asks for. */
function wanted() {
  const asked = new FormData(form);
  return { priorities: new Set(asked.getAll("priority")), kind: asked.get("kind"), open: asked.has("open"), aside: asked.has("aside"), words: folded(asked.get("words") ?? "").toLowerCase() };
}

/** Whether all words stand in an entry, in whatever order. */
function holdsWords(part, words) {
  if (!words) return true;
  const text = folded(linesOf(part, () => true).map((at) => sheet.lines[at]).join(" ")).toLowerCase();
  return words.split(" ").every((word) => text.includes(word));
}

function filter() {
  const { priorities, kind, open, aside, words } = wanted();
  let any = false;
  for (const part of current) {
    const claim = claims.get(part.key);
    const fits = priorities.has(claim.priority) && (!kind || claim.kinds.includes(kind)) && (!open || !done.get(part)) && holdsWords(part, words);
    const entry = shown.get(part);
    if (!fits && entry === active) deselect();
    entry.hidden = !fits;
    any ||= fits;
    for (const place of placesOf(part.key)) place.classList.toggle("off", !fits);
  }
  // A person's own entries have no priority and no kind, but those of the claim that they were split off from: words
  // find them, and "open" leaves them out when done.
  for (const [part, entry] of shown) {
    if (part.kind !== "own") continue;
    const claim = claimOf(part);
    const isOther = claim && !(priorities.has(claim.priority) && (!kind || claim.kinds.includes(kind)));
    entry.hidden = isOther || !holdsWords(part, words) || (open && done.get(part));
    if (entry.hidden && entry === active) deselect();
  }
  document.body.classList.toggle("asides", aside);
  $("#none").hidden = any || !current.length;
  $("#unfilter").hidden = priorities.size === 3 && !kind && !open && !aside && !words;
}

/** Shows an entry that the filter hides, as somebody went to it. */
function show(entry) {
  entry.hidden = false;
  for (const place of placesOf(entry.holds.key)) place.classList.remove("off");
}

/** Shows the set-aside sentences in the draft, or hides them. */
function showAsides(yes) {
  form.elements.aside.checked = yes;
  filter();
}

form.addEventListener("change", filter);
form.elements.words?.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => {
  filter();
  $("[name=priority]", form).focus();
}));

/** How many claims each priority has. */
function countPriorities() {
  for (const box of $$("[name=priority]", form)) {
    const count = current.filter((part) => claims.get(part.key).priority === box.value).length;
    $("b", box.parentElement).textContent = count;
  }
}
