// What the author is asked, as a list to send: as `claimsheet export --format queries` writes it.

/** What is asked and not answered, in the sheet's order: the claim's words and the question. */
function openQueries() {
  const asked = sheet.order.filter((part) => asking.has(part));
  return asked.map((part) => ({ claim: quoted(part), query: reviewOf(part).query }));
}

/** The words of a claim as the draft has them, else its heading. */
function quoted(part) {
  const words = placesOf(placeName(part)).filter((place) => !place.matches("a")).map(unmarked).join(" ").replace(/\s+/g, " ").trim();
  return words || headingOf(part);
}

/** The words of a place in the draft, without the marks of footnotes. */
function unmarked(place) {
  const copy = place.cloneNode(true);
  copy.querySelectorAll("sup").forEach((mark) => mark.remove());
  return copy.textContent;
}

function showQueries() {
  const count = asking.size;
  $("#queries").hidden = !count;
  $("#queries").textContent = count === 1 ? "1 query" : `${count} queries`;
}

$("#queries").addEventListener("click", () => {
  const text = openQueries().map(({ claim, query }) => `- “${claim}”\n  ${query}`).join("\n\n");
  clip("Queries to the author", `What the author is asked and has not answered.`, `${data.title}\n\n${text}\n`);
});
