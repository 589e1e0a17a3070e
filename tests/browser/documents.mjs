// Makes the pictures in docs/evidence/: the page of a draft that is held against its documents. Needs what
// screenshot.mjs needs. A folder as argument: there instead.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { makeBacked } from "./backing.mjs";
import { launch, open, ROOT } from "./browser.mjs";

const folder = process.argv[2] ?? join(ROOT, "docs/evidence");
const chromium = await launch();
const browser = await open(chromium);
const page = await browser.show(makeBacked(browser));
await page.setViewportSize({ width: 1400, height: 875 });

/** What is shown, as a picture of few colours. */
async function look(name) {
  const raw = browser.desk.path(`${name}.png`);
  await page.screenshot({ path: raw });
  execFileSync("pngquant", ["--quality", "70-95", "--strip", "--force", "--output", join(folder, `${name}.png`), raw]);
}

await page.evaluate(() => [...document.querySelectorAll("#side h3")].find((heading) => heading.textContent.startsWith("Questions")).scrollIntoView());
await look("questions");
await page.locator("article.entry .title").first().click();
await page.locator(".entry.active [data-backing]").first().click();
await page.locator("#draft").evaluate((draft) => draft.scrollTo(0, 0));
await page.waitForTimeout(7000);
await look("panel");
await browser.close();
await chromium.close();
