// Dark, small, on paper, for those who hear it, and long.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { violations } from "../axe.mjs";

const PHONE = { width: 390, height: 844 };

/** The page at rest, with an entry open, and with set-asides and help shown. */
async function looked(page, say) {
  assert.deepEqual(await violations(page), [], `${say}, at rest`);
  await page.locator("#galley a.num").nth(3).click();
  await page.locator(".entry.active .ticks input").first().check();
  await page.locator(".entry.active .field.verdict input").fill("confirmed");
  await page.check("[name=aside]");
  // The draft has moved: numbers at its edge are cut.
  assert.deepEqual(await violations(page, true), [], `${say}, with an entry open`);
  await page.click("#help");
  assert.deepEqual(await violations(page, true), [], `${say}, with help`);
}

const example = async ({ desk, show }) => show(desk.make(desk.bring("tests/errors/forty.md")));

export default {
  async "axe finds nothing in light colours"(browser) {
    const page = await example(browser);
    await page.emulateMedia({ colorScheme: "light" });
    await looked(page, "light");
  },

  async "axe finds nothing in dark colours"(browser) {
    const page = await example(browser);
    await page.emulateMedia({ colorScheme: "dark" });
    await looked(page, "dark");
  },

  async "axe finds nothing on a phone"(browser) {
    const page = await example(browser);
    await page.setViewportSize(PHONE);
    // All of it, so that nothing lies below the bar at the edge.
    await page.setViewportSize({ ...PHONE, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    assert.deepEqual(await violations(page), [], "phone, at rest");
    await page.setViewportSize(PHONE);
    await page.locator("#galley a.num").nth(3).click();
    assert.deepEqual(await violations(page, true), [], "phone, with an entry from below");
  },

  async "axe finds nothing in work to be applied"({ desk, show }) {
    const html = desk.make(desk.bring("examples/harbour-tolls.md"));
    const page = await show(html);
    await page.locator("article.entry .ticks input").first().check();
    await page.close();
    desk.write("harbour-tolls.md", `${desk.read("harbour-tolls.md")}\nThe toll rose to £4 in May 2025.\n`);
    desk.make("harbour-tolls.md");
    const next = await show(html);
    await next.click("#earlier button");
    assert.deepEqual(await violations(next), []);
  },

  async "a phone has one column, and an entry comes up from below"({ desk, show }) {
    const page = await show(desk.make(desk.bring("examples/harbour-tolls.md")));
    await page.setViewportSize(PHONE);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
    await page.locator("#galley .claim").nth(4).click();
    const box = await page.locator(".entry.lifted").boundingBox();
    assert.ok(Math.abs(box.y + box.height - PHONE.height) < 2 && box.y > PHONE.height / 4);
    const claim = await page.locator("#galley .claim.active").first().boundingBox();
    assert.ok(claim.y >= 0 && claim.y < box.y, "the claim stands above it");
    await page.click(".lifted [data-act=next]");
    assert.equal(await page.locator(".entry.lifted .num").textContent(), "6");
    await page.click(".lifted [data-act=close]");
    assert.equal(await page.locator(".entry.lifted").count(), 0);
  },

  async "colours follow the system until one chooses, and the choice stays"({ desk, show }) {
    const page = await show(desk.make(desk.bring("examples/harbour-tolls.md")));
    const paper = () => page.evaluate(() => getComputedStyle(document.querySelector("#draft")).backgroundColor);
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await paper();
    await page.emulateMedia({ colorScheme: "light" });
    const light = await paper();
    assert.notEqual(dark, light);
    await page.click("#theme");
    await page.click("#theme");
    assert.equal(await paper(), dark);
    await page.reload();
    assert.equal(await paper(), dark);
  },

  async "on paper stand the draft with its numbers, every entry with boxes and lines, and no buttons"({ desk, show }) {
    const page = await show(desk.make(desk.bring("examples/harbour-tolls.md")));
    await page.locator("article.entry .title").nth(2).click();
    await page.locator(".entry.active .field.note textarea").fill("asked the trust");
    await page.pdf({ path: desk.path("page.pdf"), format: "A4" });
    const info = execFileSync("pdfinfo", [desk.path("page.pdf")], { encoding: "utf8" });
    const pages = Number(/Pages:\s+(\d+)/.exec(info)[1]);
    assert.ok(pages >= 5 && pages <= 16, `${pages} pages`);
    assert.match(info, /Page size:\s+59\d.* x 84\d/);
    const text = execFileSync("pdftotext", ["-layout", desk.path("page.pdf"), "-"], { encoding: "utf8" });
    const flat = text.replace(/\s+/g, " ");
    const claims = JSON.parse(desk.run("make", "harbour-tolls.md", "--format", "json", "-o", "-")).claims;
    assert.equal(flat.match(/Second check by/g).length, claims.length);
    for (const words of ["Fact-check: Take the tollbooths", "asked the trust", "NAMES", "NOT LISTED"]) {
      assert.ok(flat.includes(words), words);
    }
    // pdftotext takes the blanks of the page's number for a part of its line's spacing, or not.
    assert.match(flat, new RegExp(`1 ?/ ?${pages}\\b`));
    for (const words of ["Save sheet", "Show all", "my name, today", "Next open"]) assert.ok(!flat.includes(words), words);
    await page.uncheck("[name=priority][value=low]");
    await page.pdf({ path: desk.path("some.pdf"), format: "A4" });
    assert.match(execFileSync("pdftotext", [desk.path("some.pdf"), "-"], { encoding: "utf8" }), /\d+ of \d+ claims are left out by the filter/);
    assert.ok(await page.locator("#draft").isVisible(), "the page is as it was");
  },

  async "a very long draft opens, scrolls and is worked on"({ desk, show, save }) {
    const line = (number) => `The Tarn council paid $${number},${String(number % 1000).padStart(3, "0")} for pier ${number} in ${1900 + (number % 120)}, Mayor Ruth Lund said.`;
    desk.write("long.md", `# Long\n\n${Array.from({ length: 1500 }, (_, at) => line(at + 1)).join("\n\n")}\n`);
    const page = await show(desk.make("long.md", "--no-links"));
    assert.match(await page.textContent("#count"), /^0 of 1[45]\d\d claims/);
    const last = page.locator("article.entry").last();
    assert.equal(await last.locator("input").count(), 0);
    await last.scrollIntoViewIfNeeded();
    await last.locator(".ticks input").first().check();
    await page.locator("#galley a.num").last().click();
    const further = page.locator(".entry.active .further:not([open]) summary");
    if (await further.count()) await further.click();
    await page.locator(".entry.active .field.note textarea").fill("the last");
    assert.match((await save(page)).text, /- Note: the last/);
  },

  async "the pages of the examples are light"({ desk }) {
    for (const draft of ["examples/harbour-tolls.md", "examples/ice-core.txt", "examples/water-vote.md"]) {
      const page = desk.read(desk.make(desk.bring(draft)));
      assert.ok(Buffer.byteLength(page) < 230_000, `${draft}: ${Buffer.byteLength(page)} bytes`);
    }
  },
};
