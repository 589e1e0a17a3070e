// Makes the pictures of claimsheet.html in docs/, and with a folder as argument, all looks there: the start and a
// sheet at 1400, 1024 and 390 pixels, light, dark, and on paper. Needs what screenshot.mjs needs, and
//   cargo run -p claimsheet-web-build

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { launch, open, ROOT } from "./browser.mjs";

const folder = process.argv[2];
const chromium = await launch();
const { desk, app, close } = await open(chromium);
const page = await app();
const sizes = [[1400, 875], [1024, 768], [390, 844]];

/** One look, as a picture of few colours. */
async function look(name, out) {
  const raw = desk.path(`${name}.png`);
  await page.screenshot({ path: raw });
  execFileSync("pngquant", ["--quality", "70-95", "--strip", "--force", "--output", out ?? join(folder, `${name}.png`), raw]);
}

/** All looks of what is shown. */
async function looks(name) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(200);
      if (folder) await look(`${name}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1400, height: 875 });
}

/** Gives a claim its verdict and ticks its first facts. */
async function check(number, ticks, fields) {
  await page.locator("article.entry .title").nth(number - 1).click();
  const boxes = page.locator(".entry.active .ticks").first().locator("input");
  for (let at = 0; at < Math.min(ticks, await boxes.count()); at += 1) await boxes.nth(at).check();
  await page.evaluate(() => document.querySelectorAll(".entry.active .further").forEach((fields) => (fields.open = true)));
  for (const [name, words] of Object.entries(fields)) await page.locator(`.entry.active .field.${name} :is(input, textarea)`).fill(words);
}

const done = { verdict: "confirmed", source: "Harbour Act, county record office (primary)", checked: "R. Osei, 2026-03-09" };
await page.setViewportSize({ width: 1400, height: 875 });
await page.waitForTimeout(500);
await look("app-start", folder ? undefined : join(ROOT, "docs/app-start.png"));
await looks("start");
await page.click("#try");
await page.waitForSelector("#galley");
await check(1, 9, done);
await check(2, 9, done);
await check(5, 9, done);
await check(3, 2, { query: "Which clause of the Act is meant?" });
await page.locator(".entry.active .ticks input").nth(2).focus();
await page.evaluate(() => document.querySelector("#draft").scrollTo(0, 0));
await page.waitForTimeout(7000);
await look("app-sheet", folder ? undefined : join(ROOT, "docs/app-sheet.png"));
await looks("sheet");
if (folder) {
  await page.getByRole("button", { name: "Export …" }).click();
  await look("export");
  await page.keyboard.press("Escape");
  await page.pdf({ path: desk.path("paper.pdf"), format: "A4" });
  execFileSync("pdftoppm", ["-r", "60", "-png", "-l", "2", desk.path("paper.pdf"), join(folder, "paper")]);
}
await close();
await chromium.close();
