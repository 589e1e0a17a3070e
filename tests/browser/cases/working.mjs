// Ticks and words: kept, given back, merged.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const HARBOUR = "examples/harbour-tolls.md";

const SHEET = readFileSync(new URL("../../../examples/harbour-tolls.worksheet.md", import.meta.url), "utf8");

/** The number of the claim with that id in the sheet of the example. */
const numberOf = (id) => Number(SHEET.match(new RegExp(`### (\\d+)\\. [^\\n]*\\n+<!-- claim:${id} -->`))[1]);

/** The claim of 23,000 vehicles. */
const VEHICLES = numberOf("c861b0bce3");

/** The claim of what the alderman said. */
const ALDERMAN = numberOf("7682904e3e");

/** The claim that begins "When the bridge opened". */
const OPENING = numberOf("f21a2d0096");

/** Opens an entry by its number. */
async function enter(page, number) {
  const title = page.locator("article.entry .title").nth(number - 1);
  if ((await title.getAttribute("aria-expanded")) === "false") await title.click();
  await page.evaluate(() => document.querySelectorAll(".entry.active .further").forEach((fields) => (fields.open = true)));
}
const fieldOf = (page, name) => page.locator(`.entry.active .field.${name} :is(input, textarea)`);

/** Where two texts differ: the lines of the second. */
function differing(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  assert.equal(now.length, old.length);
  return now.filter((line, at) => line !== old[at]);
}

export default {
  async "the keyboard goes from claim to claim, ticks, filters and helps"({ desk, show }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    const at = () => page.locator(".entry.active .num").textContent();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.equal(await at(), "2");
    await page.keyboard.press("k");
    assert.equal(await at(), "1");
    await page.keyboard.press("Space");
    assert.match(await page.textContent("#count"), / 1 of \d+ facts ticked/);
    await page.keyboard.press("v");
    await page.keyboard.type("confirmed j n");
    assert.equal(await at(), "1");
    assert.equal(await fieldOf(page, "verdict").inputValue(), "confirmed j n");
    await page.keyboard.press("Escape");
    await page.keyboard.press("k");
    assert.equal(await at(), "1");
    await page.keyboard.press("n");
    assert.equal(await at(), "2");
    await page.keyboard.press("f");
    assert.equal(await page.evaluate(() => document.activeElement.name), "priority");
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").isVisible());
    await page.uncheck("#use-keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    assert.equal(await at(), "2");
  },

  async "what was ticked and typed is there after a reload"({ desk, show }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await enter(page, VEHICLES);
    await page.locator(".entry.active .ticks input").first().check();
    await fieldOf(page, "note").fill("two\nlines");
    await fieldOf(page, "verdict").fill("disputed");
    await fieldOf(page, "source").fill("bridge log");
    await fieldOf(page, "checked").fill("R. Osei, 2026-03-09");
    assert.match(await page.textContent("#kept"), /5 unsaved changes/);
    await page.reload();
    assert.equal(await page.locator("#galley a.num.done").count(), 1);
    assert.match(await page.textContent("#count"), /^1 of .* 1 of \d+ facts/);
    await enter(page, VEHICLES);
    assert.ok(await page.locator(".entry.active .ticks input").first().isChecked());
    assert.equal(await fieldOf(page, "note").inputValue(), "two\nlines");
  },

  async "a claim is done in the page when it is for the gate"({ desk, show }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await enter(page, VEHICLES);
    const says = async (words) => assert.equal(await page.locator(".entry.active .pill").textContent(), words);
    for (const [name, words, lack] of [
      ["verdict", "conf", "not one of your verdicts: conf"],
      ["verdict", "confirmed", "0 of 1 sources"],
      ["source", "bridge log", "not initialled"],
      ["checked", "2026-03-09", "not initialled"],
      ["query", "Which year?", "not initialled"],
      ["checked", "R. Osei, 2026-03-09", "no answer to the query"],
    ]) {
      await fieldOf(page, name).fill(words);
      await says(lack);
      assert.match(await page.textContent("#count"), /^0 of/);
    }
    await fieldOf(page, "answer").fill("1931");
    await says("confirmed");
    assert.match(await page.textContent("#count"), /^1 of/);
  },

  async "sources stand as a list: each is opened, marked as primary, and taken away"({ desk, show, save }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await enter(page, VEHICLES);
    await fieldOf(page, "source").fill("bridge log, p. 3; https://example.org/count (2026-03-02); not primary, says Lund (not primary)");
    const list = page.locator(".entry.active .sources li");
    assert.equal(await list.count(), 3);
    assert.equal(await list.nth(1).locator("a").getAttribute("href"), "https://example.org/count");
    const mark = (number) => page.getByRole("button", { name: `Source ${number} is primary` });
    await mark(2).click();
    assert.equal(await mark(2).getAttribute("aria-pressed"), "true");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Source 2 is primary");
    await mark(2).click();
    await mark(1).click();
    await page.getByRole("button", { name: "Remove source 3" }).click();
    const day = /\d{4}-\d\d-\d\d/;
    assert.match(await fieldOf(page, "source").inputValue(), new RegExp(`^bridge log, p\\. 3 \\(primary, ${day.source}\\); https://example\\.org/count \\(2026-03-02\\)$`));
    await page.click("#undo");
    assert.equal(await list.count(), 3);
    await fieldOf(page, "source").fill("a log\na call");
    assert.equal(await list.count(), 2);
    const { name, text } = await save(page);
    assert.match(text, /^- Source: a log<br>a call$/m);
    desk.write(name, text);
    assert.deepEqual(JSON.parse(desk.run("export", name, "--format", "json")).entries.find(({ review }) => review.sources.length).review.sources, ["a log", "a call"]);
  },

  async "the saved sheet differs in the lines that were worked on, and nowhere else"({ desk, show, save }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await enter(page, VEHICLES);
    await page.locator(".entry.active .ticks input").first().check();
    await fieldOf(page, "source").fill("log | p. 3 \\ end \\");
    await fieldOf(page, "note").fill("  one\ntwo  ");
    const { name, text } = await save(page);
    assert.equal(name, "harbour-tolls.worksheet.md");
    assert.deepEqual(differing(desk.read(name), text), [
      desk.read(name).split("\n").find((line) => line.startsWith('- [ ] "Some 23,000')).replace("[ ]", "[x]"),
      "- Source: log | p. 3 \\ end \\",
      "- Note: one<br>two",
    ]);
    assert.match(await page.textContent("#kept"), /^Downloaded/);
    await page.locator(".entry.active .ticks input").first().uncheck();
    await fieldOf(page, "source").fill("");
    await fieldOf(page, "note").fill("");
    assert.deepEqual(differing(desk.read(name), (await save(page)).text), []);
  },

  async "make merges the saved sheet, and the next page holds all of it"({ desk, show, save }) {
    const html = desk.make(desk.bring(HARBOUR));
    const page = await show(html);
    await enter(page, VEHICLES);
    await page.locator(".entry.active .ticks input").first().check();
    await fieldOf(page, "verdict").fill("confirmed");
    await fieldOf(page, "source").fill("bridge log (primary, 2026-03-09)");
    await fieldOf(page, "query").fill("Which year | which count?");
    await page.locator(".entry.active [data-sign]").first().click();
    await page.keyboard.type("R. Osei");
    const { name, text } = await save(page);
    await page.close();
    desk.write(name, text);
    desk.write("harbour-tolls.md", desk.read("harbour-tolls.md").replace("£1.8 million", "£1.9 million"));
    desk.make("harbour-tolls.md");
    const [entry] = JSON.parse(desk.run("export", name, "--format", "json")).entries.filter(({ review }) => review.verdict);
    assert.equal(entry.ticked, 1);
    assert.deepEqual(entry.review.sources, ["bridge log (primary, 2026-03-09)"]);
    assert.equal(entry.review.query, "Which year | which count?");
    assert.match(entry.review.checked, /^R\. Osei, \d{4}-\d\d-\d\d$/);
    const again = await show(html);
    assert.equal(await again.locator("#earlier").count(), 0);
    assert.match(await again.textContent("#count"), /^0 of .* 1 of \d+ facts/);
    await enter(again, VEHICLES);
    assert.equal(await fieldOf(again, "query").inputValue(), "Which year | which count?");
  },

  async "work that is not in a newer sheet is offered: applied where it fits, kept beside what stands there"({ desk, show, save }) {
    const html = desk.make(desk.bring(HARBOUR));
    const page = await show(html);
    await enter(page, ALDERMAN);
    await fieldOf(page, "note").fill("mine");
    await enter(page, VEHICLES);
    await fieldOf(page, "note").fill("only mine");
    await page.locator(".entry.active .ticks input").first().check();
    await enter(page, OPENING);
    await fieldOf(page, "note").fill("to a claim that goes");
    await page.close();
    const sheet = "harbour-tolls.worksheet.md";
    desk.write(sheet, desk.read(sheet).replace(/(claim:7682904e3e -->[^]*?\n- Note:)/, "$1 a colleague's"));
    desk.write("harbour-tolls.md", desk.read("harbour-tolls.md").replace(/ When the bridge opened[^.]*\./, ""));
    desk.make("harbour-tolls.md");
    const next = await show(html);
    assert.match(await next.textContent("#earlier"), /4 changes/);
    await next.click("#earlier button");
    const list = await next.textContent("#recovery");
    for (const words of ["only mine", "a colleague's", "to a claim that goes", "no longer in the sheet"]) assert.ok(list.includes(words), words);
    await next.click("#recovery button.main");
    assert.match(await next.textContent("#earlier"), /1 change/);
    await enter(next, ALDERMAN - 1);
    assert.equal(await fieldOf(next, "note").inputValue(), "a colleague's; mine");
    const { text } = await save(next);
    assert.match(text, /- Note: only mine/);
    assert.match(text, /- \[x\] "Some 23,000 vehicles"/);
    await next.click("#earlier button");
    await next.click("text=Discard all of it");
    await next.click("text=Really discard 1?");
    assert.equal(await next.locator("#earlier").count(), 0);
    await next.reload();
    assert.equal(await next.locator("#earlier").count(), 0);
  },

  async "the work on another draft of the same file name is neither offered nor lost"({ desk, show }) {
    desk.write("draft.md", "# One\n\nThe quay cost $3 million in 2019, Mayor Ruth Lund said.\n");
    const html = desk.make("draft.md");
    const one = await show(html);
    await enter(one, 1);
    await fieldOf(one, "note").fill("of one");
    const kept = desk.read(html);
    desk.write("draft.md", "# Two\n\nThe pier cost $2 million in 2020, Alderman Percy Quill said.\n");
    desk.make("draft.md", "--reset=draft.worksheet.md");
    const two = await show(html);
    assert.equal(await two.locator("#earlier").count(), 0);
    await two.close();
    desk.write(html, kept);
    await one.reload();
    await enter(one, 1);
    assert.equal(await fieldOf(one, "note").inputValue(), "of one");
  },

  async "two tabs see each other's work, and neither writes over the other's"({ desk, show }) {
    const html = desk.make(desk.bring(HARBOUR));
    const [one, two] = [await show(html), await show(html)];
    await enter(one, VEHICLES);
    await enter(two, VEHICLES);
    await fieldOf(one, "note").fill("from one");
    await fieldOf(two, "query").fill("from two");
    await two.waitForFunction(() => document.querySelector(".entry.active .field.note textarea").value === "from one");
    await one.waitForFunction(() => document.querySelector(".entry.active .field.query textarea").value === "from two");
    await fieldOf(two, "note").fill("two says");
    await one.waitForSelector(".entry.active .beside");
    assert.match(await one.textContent(".entry.active .beside"), /from one/);
    assert.equal(await fieldOf(one, "note").inputValue(), "two says");
    await one.click(".entry.active .beside button");
    await two.waitForFunction(() => document.querySelector(".entry.active .field.note textarea").value === "from one");
    await one.reload();
    await enter(one, VEHICLES);
    assert.equal(await fieldOf(one, "query").inputValue(), "from two");
  },

  async "lines of its own, line ends and a byte order mark come back as they were"({ desk, show, save }) {
    const html = desk.make(desk.bring(HARBOUR));
    const sheet = "harbour-tolls.worksheet.md";
    const own = desk.read(sheet).replace(/(claim:c861b0bce3 -->\n)/, "$1\nA paragraph of <b>mine</b>.\n\n* [X]  own item\n");
    desk.write(sheet, `\ufeff${own.replaceAll("\n", "\r\n")}`);
    desk.make("harbour-tolls.md");
    const before = desk.read(sheet);
    assert.ok(before.startsWith("\ufeff") && before.includes("\r\n"));
    const page = await show(html);
    await enter(page, VEHICLES);
    assert.match(await page.textContent(".entry.active"), /A paragraph of <b>mine<\/b>\./);
    const box = page.locator(".entry.active li", { hasText: "own item" }).locator("input");
    assert.ok(await box.isChecked());
    await box.uncheck();
    assert.deepEqual(differing(before, (await save(page)).text), ["* [ ]  own item\r"]);
    await box.check();
    assert.equal((await save(page)).text, before);
  },

  async "where the browser keeps nothing, the page says so and the sheet can be saved"({ desk, context, show, save }) {
    await context.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
    });
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await enter(page, VEHICLES);
    await fieldOf(page, "note").fill("kept nowhere");
    assert.match(await page.textContent("#kept"), /keeps nothing/);
    assert.match((await save(page)).text, /- Note: kept nowhere/);
  },

  async "copy gives the whole sheet"({ desk, context, show }) {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await page.click("#copy");
    await page.waitForFunction(() => document.querySelector("#said").textContent.includes("clipboard"));
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), desk.read("harbour-tolls.worksheet.md"));
  },

  async "an entry that was deleted from the sheet is named, and a withdrawn one is shown"({ desk, show }) {
    const html = desk.make(desk.bring(HARBOUR));
    const sheet = "harbour-tolls.worksheet.md";
    let text = desk.read(sheet).replace(new RegExp(`### ${VEHICLES + 1}\\. [^]*?(?=### ${VEHICLES + 2}\\. )`), "");
    text = text.replace(/(claim:c861b0bce3[^]*?- Note:)/, "$1 worked on");
    desk.write(sheet, text);
    desk.write("harbour-tolls.md", desk.read("harbour-tolls.md").replace(/ Some 23,000 vehicles[^\n]*/, ""));
    desk.make("harbour-tolls.md");
    const page = await show(html);
    assert.match(await page.textContent("#top"), new RegExp(`entries were deleted from it: claim ${VEHICLES}\\.`));
    await page.locator(".withdrawn .title").click();
    assert.match(await page.textContent(".withdrawn .entry.active blockquote"), /23,000 vehicles/);
    assert.equal(await page.locator(".withdrawn .entry.active .field.note textarea").inputValue(), "worked on");
  },
};
