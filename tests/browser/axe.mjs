// What axe-core says of a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const AXE = readFileSync(join(import.meta.dirname, "node_modules/axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong with the page as it is now. Where something lies over the page, targets below it are not to
 * be measured. */
export async function violations(page, isCovered = false) {
  await page.evaluate(AXE);
  // What is out of sight has no size until it is laid out.
  await page.evaluate(() => document.querySelectorAll(".entry, #galley > *").forEach((block) => { block.style.contentVisibility = "visible"; }));
  // How large a target is, which axe leaves out by itself and Lighthouse asks for.
  const found = await page.evaluate((enabled) => globalThis.axe.run({ rules: { "target-size": { enabled } } }), !isCovered);
  assert.ok(found.passes.length > 20, "axe ran");
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).slice(0, 3).join("\n")}`);
}
