// Makes docs/page.png: the page of an example, as a checker would have it at work. Needs pngquant, and for the
// looks Debian's fonts-sil-charis and fonts-inter:
//   apt-get install chromium pngquant fonts-sil-charis fonts-inter
//   cargo build && (cd tests/browser && npm ci && npm run screenshot)
// A file name as argument: there instead.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { launch, open, ROOT } from "./browser.mjs";

const out = process.argv[2] ?? join(ROOT, "docs/page.png");
const chromium = await launch();
const { desk, show, close } = await open(chromium);
const page = await show(desk.make(desk.bring("examples/harbour-tolls.md")));
await page.setViewportSize({ width: 1400, height: 875 });

/** Gives a claim its verdict and ticks its first facts. */
async function check(number, ticks, verdict, fields = {}) {
  const title = page.locator("article.entry .title").nth(number - 1);
  await title.click();
  const boxes = page.locator(".entry.active .ticks").first().locator("input");
  for (let at = 0; at < Math.min(ticks, await boxes.count()); at += 1) await boxes.nth(at).check();
  for (const [name, words] of Object.entries({ verdict, ...fields })) {
    await page.locator(`.entry.active .field.${name} :is(input, textarea)`).fill(words);
  }
}

await check(1, 9, "confirmed");
await check(2, 9, "confirmed");
await check(5, 9, "confirmed");
await check(3, 2, "", { source: "Harbour Act, the county record office (primary)", note: "asked for a copy of the clause" });
await page.click("#save");
await page.locator(".entry.active .ticks input").nth(2).focus();
await page.evaluate(() => document.querySelector("#draft").scrollTo(0, 0));
await page.waitForTimeout(7000);
await page.screenshot({ path: desk.path("page.png") });
execFileSync("pngquant", ["--quality", "70-95", "--strip", "--force", "--output", out, desk.path("page.png")]);
await close();
await chromium.close();
