// What the reporter's documents say, in the page.

import assert from "node:assert/strict";
import { makeBacked } from "../backing.mjs";
import { violations } from "../axe.mjs";

const panel = "#backing";

export default {
  async "documents: a tick says how they bear on it, and its button shows the passage in its context"(browser) {
    const page = await browser.show(makeBacked(browser));
    await page.locator(".title").first().click();
    const button = page.locator(".entry.active [data-backing]").first();
    assert.equal(await button.textContent(), "differs");
    assert.ok(await page.locator(panel).isHidden());
    await button.click();
    const told = await page.locator(panel).innerText();
    assert.match(told, /“84,212 passengers”/);
    assert.match(told, /annual-report\.txt, line 5/);
    assert.match(told, /The document says 48,212 passengers\./);
    assert.match(told, /The year was calm\. The ferry carried 48,212 passengers in 2025/);
    assert.match(told, /15,900 were children/);
    assert.ok((await page.locator(`${panel} mark`).allTextContents()).includes("ferry carried 48,212 passengers"));
    assert.ok(await page.locator("#galley mark.pointed", { hasText: "84,212" }).count());
  },

  async "documents: the panel follows the tick that has the focus, and Esc closes it and goes back"(browser) {
    const page = await browser.show(makeBacked(browser));
    await page.locator(".title").first().click();
    await page.locator(".entry.active .ticks input").first().focus();
    await page.keyboard.press("b");
    assert.match(await page.locator(panel).innerText(), /84,212/);
    await page.locator(".entry.active .ticks input").nth(1).focus();
    assert.match(await page.locator(panel).innerText(), /last year is 2025/i);
    await page.keyboard.press("Escape");
    assert.ok(await page.locator(panel).isHidden());
    assert.ok(await page.evaluate(() => document.activeElement.matches("[data-backing]")));
    assert.equal(await page.locator(".entry.active").count(), 1);
  },

  async "documents: one goes from fact to fact through all claims"(browser) {
    const page = await browser.show(makeBacked(browser));
    await page.locator(".title").first().click();
    await page.locator(".entry.active [data-backing]").first().click();
    const seen = new Set();
    const count = await page.evaluate(() => JSON.parse(document.querySelector("#data").textContent).claims.flatMap((claim) => claim.backing ?? []).length);
    for (let turn = 0; turn < count; turn += 1) {
      for (const fact of await page.locator(`${panel} h2`).allInnerTexts()) seen.add(fact);
      await page.click('[data-panel="next"]');
    }
    assert.ok(seen.size > 8, [...seen].join("\n"));
    assert.ok([...seen].some((fact) => fact.startsWith("not found")));
  },

  async "documents: a tick keeps its line below, and the saved sheet has it to the letter"(browser) {
    const name = makeBacked(browser);
    const page = await browser.show(name);
    await page.locator(".title").first().click();
    await page.locator(".entry.active .ticks input").first().check();
    const { text } = await browser.save(page);
    const before = browser.desk.read("ferry.worksheet.md");
    assert.equal(text, before.replace('- [ ] "84,212', '- [x] "84,212'));
  },

  async "documents: the panel can be read by everybody, wide and narrow"(browser) {
    const page = await browser.show(makeBacked(browser));
    await page.locator(".title").first().click();
    await page.locator(".entry.active [data-backing]").first().click();
    for (const [width, height] of [[1360, 860], [1720, 900], [390, 844]]) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(200);
      assert.deepEqual(await violations(page), []);
      const box = await page.locator(panel).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1, JSON.stringify(box));
    }
  },

  async "documents: a sheet without them has no button and no panel"({ desk, show }) {
    const page = await show(desk.make(desk.bring("examples/harbour-tolls.md")));
    await page.locator(".title").first().click();
    assert.equal(await page.locator("[data-backing]").count(), 0);
    await page.locator(".entry.active .ticks input").first().focus();
    await page.keyboard.press("b");
    assert.ok(await page.locator(panel).isHidden());
  },
};
