// Entries in another order, and one claim as two: kept, given back, merged, undone.

import assert from "node:assert/strict";
import { violations } from "../axe.mjs";

const HARBOUR = "examples/harbour-tolls.md";
const SHEET = "harbour-tolls.worksheet.md";

/** The numbers of the entries in the order of a sheet's text. */
const orderOf = (text) => [...text.matchAll(/^### (\d+)\. /gm)].map(([, number]) => Number(number));

/** The numbers as the page shows them. */
const numbersOf = (page) => page.locator("article.entry:visible .num").allTextContents();

/** What is said to those who hear the page. */
const said = (page) => page.textContent("#said");

/** Opens the entry of a claim. */
async function enter(page, number) {
  const title = page.locator("article.entry", { has: page.locator(`.num:text-is("${number}")`) }).locator(".title");
  if ((await title.getAttribute("aria-expanded")) === "false") await title.click();
}

/** The text of an entry of a sheet, from its heading on. */
const entryOf = (text, words) => text.split(/^(?=#{2,3} )/m).find((part) => part.includes(words) && part.startsWith("### "));

const fieldOf = (page, name) => page.locator(`.entry.active .field.${name} :is(input, textarea)`).first();

/** Words of the draft, selected as with a mouse. */
const selectWords = (page, words) => page.evaluate((words) => {
  const walker = document.createTreeWalker(document.querySelector("#galley"), NodeFilter.SHOW_TEXT);
  const [from, to] = words.split(" … ");
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.includes(from)) range.setStart(node, node.data.indexOf(from));
    if (node.data.includes(to ?? from)) {
      range.setEnd(node, node.data.indexOf(to ?? from) + (to ?? from).length);
      break;
    }
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}, words);

/** Drags an entry by its grip to the upper part of another. */
async function dragTo(page, number, target) {
  const entry = (number) => page.locator("article.entry", { has: page.locator(`.num:text-is("${number}")`) });
  await entry(number).hover();
  const grip = await entry(number).locator(".grip").boundingBox();
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  const to = await entry(target).boundingBox();
  await page.mouse.move(to.x + 40, to.y + 30, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 4, { steps: 4 });
}

export default {
  async "order: an entry is moved by keyboard, which is said and can be undone"({ desk, show }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await enter(page, 5);
    await page.keyboard.press("Escape");
    await page.locator(".entry .title").nth(4).click();
    await page.keyboard.press("Alt+ArrowUp");
    assert.match(await said(page), /^Claim 5 stands behind Claim 3 now, 4 of 29\.$/);
    await page.keyboard.press("Alt+ArrowUp");
    assert.deepEqual((await numbersOf(page)).slice(0, 5), ["1", "2", "5", "3", "4"]);
    assert.equal(await page.evaluate(() => document.activeElement.closest(".entry").querySelector(".num").textContent), "5");
    assert.match(await page.textContent("#kept"), /1 unsaved change|stands behind/);
    await page.keyboard.press("u");
    await page.keyboard.press("u");
    assert.deepEqual((await numbersOf(page)).slice(0, 5), ["1", "2", "3", "4", "5"]);
    await page.locator(".entry .title").first().click();
    await page.keyboard.press("Alt+ArrowUp");
    assert.match(await said(page), /first one/);
    await page.getByText("Move or split").first().click();
    await page.getByRole("button", { name: "Move down" }).click();
    assert.match(await said(page), /^Claim 1 stands behind Claim 2 now/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Move down");
  },

  async "order: an entry is dragged, and Esc lets it go where it was"({ desk, show }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await dragTo(page, 3, 1);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    assert.deepEqual((await numbersOf(page)).slice(0, 3), ["1", "2", "3"]);
    await dragTo(page, 3, 1);
    await page.mouse.up();
    assert.deepEqual((await numbersOf(page)).slice(0, 3), ["3", "1", "2"]);
    assert.match(await said(page), /^Claim 3 stands before Claim 1 now, 1 of 29\.$/);
    await page.keyboard.press("j");
    assert.equal(await page.locator(".entry.active .num").textContent(), "3");
  },

  async "order: it is there after a reload, in the saved sheet, after the next run, and over a changed draft"({ desk, show, save }) {
    const html = desk.make(desk.bring(HARBOUR));
    const page = await show(html);
    await page.setViewportSize({ width: 1360, height: 2000 });
    await dragTo(page, 4, 2);
    await page.mouse.up();
    await page.reload();
    assert.deepEqual((await numbersOf(page)).slice(0, 4), ["1", "4", "2", "3"]);
    const { text } = await save(page);
    assert.deepEqual(orderOf(text).slice(0, 4), [1, 4, 2, 3]);
    const lines = (text) => text.split("\n").sort().join("\n");
    assert.equal(lines(text), lines(desk.read(SHEET)), "no letter is another");
    desk.write(SHEET, text);
    desk.make("harbour-tolls.md");
    assert.equal(desk.read(SHEET), text, "a run without change changes nothing");
    desk.write("harbour-tolls.md", desk.read("harbour-tolls.md").replace("Some 23,000", "In 1999 the trust bought 17 boats for £40,000.\n\nSome 23,000"));
    desk.make("harbour-tolls.md");
    const merged = desk.read(SHEET);
    const words = ["17 boats", "no child born", "Some 23,000", "When the bridge opened"];
    assert.deepEqual(words.map((words) => merged.indexOf(`> ${merged.split("\n").find((line) => line.startsWith("> ") && line.replaceAll("*", "").includes(words))?.slice(2)}`)).map((at, turn, all) => at > 0 && (turn < 2 || at > all[turn - 1])), [true, true, true, true]);
    const again = await show(html);
    assert.equal(await again.locator("#earlier").count(), 0);
    assert.equal(await again.locator("#unarrange").isVisible(), true);
    await again.click("#unarrange");
    assert.deepEqual(orderOf((await save(again)).text), [...orderOf(merged)].sort((one, other) => one - other));
  },

  async "order: another tab shows it, and a newer sheet is offered it"({ desk, show }) {
    const html = desk.make(desk.bring(HARBOUR));
    const [one, two] = [await show(html), await show(html)];
    await dragTo(one, 3, 1);
    await one.mouse.up();
    await two.waitForFunction(() => document.querySelector("article.entry .num").textContent === "3");
    await two.close();
    await one.close();
    desk.write("harbour-tolls.md", desk.read("harbour-tolls.md").replace("£3.40", "£3.60"));
    desk.make("harbour-tolls.md");
    const next = await show(html);
    assert.match(await next.textContent("#earlier"), /1 change/);
    await next.click("#earlier button");
    assert.match(await next.textContent("#recovery"), /Order of the entries.*another order/);
    await next.click("#recovery button.main");
    assert.deepEqual((await numbersOf(next)).slice(0, 3), ["3", "1", "2"]);
    assert.equal(await next.locator("#earlier").count(), 0);
  },

  async "split: words and facts that are chosen get an entry of their own, which the command line knows"({ desk, show, save }) {
    const html = desk.make(desk.bring(HARBOUR));
    const page = await show(html);
    await enter(page, 3);
    await page.locator(".entry.active .ticks input").nth(2).check();
    await page.getByText("Move or split").first().click();
    await page.getByRole("button", { name: "Split …" }).click();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Split off" }).click();
    assert.match(await page.textContent("#split"), /Select the words of the second claim/);
    await page.evaluate(() => {
      const area = document.querySelector("#split-words");
      area.setSelectionRange(area.value.indexOf("tolls would"), area.value.length);
    });
    await page.waitForFunction(() => document.querySelectorAll("#split input:checked").length === 1);
    await page.getByRole("button", { name: "Split off" }).click();
    assert.equal(await page.locator(".entry.active .num").textContent(), "3b");
    assert.equal(await page.locator(".entry.active .ticks input:checked").count(), 1);
    await fieldOf(page, "verdict").fill("confirmed");
    await fieldOf(page, "source").fill("Harbour Act 1971, section 9");
    await fieldOf(page, "checked").fill("R. Osei, 2026-03-09");
    assert.match(await page.textContent("#count"), / 1 of \d+ facts ticked/);
    await page.reload();
    assert.deepEqual((await numbersOf(page)).slice(2, 5), ["3", "3b", "4"]);
    const { text } = await save(page);
    const [whole, part] = [entryOf(text, "claim:f21a2d0096 -->\nHigh"), entryOf(text, "part of claim:f21a2d0096")];
    assert.ok(!whole.includes('"on the day') && /^- \[ \] "[^"]*in June 1974"/m.test(whole), whole);
    assert.match(part, /^### tolls would end[^]*\nHigh: [^]*\n> tolls would end[^]*\n- \[x\] "on the day[^]*\n- Verdict: confirmed\n/);
    desk.write(SHEET, text);
    desk.make("harbour-tolls.md");
    assert.equal(desk.read(SHEET), text, "a run without change changes nothing");
    const entries = () => JSON.parse(desk.run("export", SHEET, "--format", "json")).entries;
    const own = entries().find((entry) => entry.part_of === "f21a2d0096");
    assert.deepEqual([own.priority, own.ticked, own.review.verdict], ["high", 1, "confirmed"]);
    const facts = desk.run("make", "harbour-tolls.md", "--format", "csv", "--rows", "facts", "-o", "-");
    assert.match(facts.split("\n").find((line) => line.includes("on the day the debt")), /yes|true|\bx\b|1/i);
    const again = await show(html);
    assert.deepEqual((await numbersOf(again)).slice(2, 5), ["3", "3b", "4"]);
    await again.locator("#galley mark", { hasText: "on the day the debt" }).first().click();
    assert.equal(await again.locator(".entry.active .num").textContent(), "3b");
  },

  async "split: selected words of the draft are split off, undone, and joined again without a loss"({ desk, show, save }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    const before = desk.read(SHEET);
    await selectWords(page, "fumbles and pays … £3.40");
    await page.waitForSelector("#add:visible");
    assert.equal(await page.textContent("#add"), "Split off as a claim");
    await page.click("#add");
    assert.equal(await page.locator(".entry.active .num").textContent(), "2b");
    assert.match(await said(page), /^Split off as 2b/);
    await page.locator(".entry.active .ticks input").first().check();
    await fieldOf(page, "note").fill("asked the office");
    await page.getByRole("button", { name: "Join with its claim again" }).click();
    assert.equal(await page.locator(".num:text-is('2b')").count(), 0);
    assert.deepEqual((await save(page)).text.split("\n").filter((line, at) => line !== before.split("\n")[at]).map((line) => line.slice(0, 13)), ['- [x] "£3.40"']);
    await page.click("#undo");
    assert.match(entryOf((await save(page)).text, "part of claim:c861b0bce3"), /\[x\] "£3\.40"[^]*- Note: asked the office/);
    for (let step = 0; step < 3; step += 1) await page.click("#undo");
    assert.equal((await save(page)).text, before);
  },

  async "split: another tab shows it, and with its facts it is offered to a newer sheet"({ desk, show, save }) {
    const html = desk.make(desk.bring(HARBOUR));
    const [one, two] = [await show(html), await show(html)];
    await selectWords(one, "fumbles and pays … £3.40");
    await one.keyboard.press("s");
    await two.waitForSelector(".num:text-is('2b')");
    assert.equal((await save(two)).text, (await save(one)).text);
    await one.close();
    await two.close();
    desk.write("harbour-tolls.md", `${desk.read("harbour-tolls.md")}\nThe toll rose to £4 in May 2025.\n`);
    desk.make("harbour-tolls.md");
    const next = await show(html);
    await next.click("#earlier button");
    await next.click("#recovery button.main");
    assert.match(entryOf((await save(next)).text, "part of claim:c861b0bce3"), /\[ \] "£3\.40"/);
  },
};
