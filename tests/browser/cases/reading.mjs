// The page as one reads it.

import assert from "node:assert/strict";

const HARBOUR = "examples/harbour-tolls.md";

export default {
  async "the page shows the draft with its claims and an entry to each"({ desk, show }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    const json = JSON.parse(desk.run("make", "harbour-tolls.md", "--format", "json", "-o", "-"));
    assert.equal(await page.locator("#galley a.num").count(), json.claims.length);
    assert.equal(await page.locator("article.entry").count(), json.claims.length);
    assert.match(await page.textContent("#count"), new RegExp(`^0 of ${json.claims.length} claims`));
    for (const claim of json.claims) {
      const words = await page.locator(`#galley .claim[data-c="${claim.id}"]`).allTextContents();
      assert.equal(words.join("").replaceAll("↗", ""), claim.text);
    }
  },

  async "a click on a claim opens its entry, a click on a fact its box, a click on an entry shows its claim"({ desk, show }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    await page.locator("#galley .claim.high mark").first().click();
    const active = page.locator(".entry.active");
    assert.equal(await active.count(), 1);
    assert.ok(await active.locator("textarea").first().isVisible());
    const mark = page.locator("#galley .claim.high mark", { hasText: "£3.40" });
    await mark.click();
    assert.match(await page.evaluate(() => document.activeElement.closest("li").textContent), /£3\.40/);
    assert.ok(await mark.evaluate((element) => element.classList.contains("pointed")));
    await page.locator("article.entry .title").last().click();
    const place = page.locator("#galley .claim.active").first();
    assert.ok(await place.evaluate((element) => {
      const [box, pane] = [element.getBoundingClientRect(), document.querySelector("#draft").getBoundingClientRect()];
      return box.top >= pane.top && box.bottom <= pane.bottom;
    }));
  },

  async "the filter leaves the claims that were asked for, and shows all again"({ desk, show }) {
    const page = await show(desk.make(desk.bring(HARBOUR)));
    const shown = () => page.locator("article.entry:visible").count();
    const all = await shown();
    await page.uncheck("[name=priority][value=low]");
    assert.equal(await page.locator("article.entry.low:visible").count(), 0);
    const some = await shown();
    assert.ok(some > 0 && some < all);
    await page.selectOption("[name=kind]", "superlative");
    assert.ok((await shown()) < some);
    await page.click("#unfilter");
    await page.waitForFunction(() => document.querySelector("#unfilter").hidden);
    assert.equal(await shown(), all);
    await page.locator(".title").first().click();
    // A claim is no longer open when it has all that the desk asks for.
    for (const [name, words] of [["verdict", "confirmed"], ["source", "bridge log"], ["checked", "R. Osei, 2026-03-09"]]) {
      await page.locator(`.entry.active .field.${name}`).locator("input, textarea").first().fill(words);
    }
    await page.check("[name=open]");
    assert.equal(await shown(), all - 1);
  },

  async "findings and set-asides lead to their places in the draft"({ desk, show }) {
    const page = await show(desk.make(desk.bring("tests/errors/forty.md")));
    await page.locator("#side section .ticks input").first().focus();
    assert.ok(await page.locator("#galley mark.finding.pointed").count());
    assert.equal(await page.locator("body.asides").count(), 0);
    await page.locator("[data-go]").first().click();
    assert.ok(await page.locator("body.asides .aside.flash").count());
  },

  async "tables, lists, quotations, links, footnotes and inline markup keep their shape"({ desk, show }) {
    desk.write(
      "draft.md",
      [
        "# Budget of *Tarn* passes 5-4\n",
        "The council of **Tarn** spent [$4.2 million](https://tarn.example/books) on the *quay* in 2024, Mayor Ruth Lund said.[^1]\n",
        "“We paid $3 million for the old quay in 2019,” Lund said. “Nobody asked us why.\n",
        "“And we would pay it again in 2026,” she added.\n",
        "## Money\n\n#### Deep\n",
        "- The quay cost $3 million in 2019.\n- The pier cost $2 million in 2020.\n",
        "> Tarn had 4,000 inhabitants in 2020, the census says.\n",
        "| Year | Cost |\n|---|---|\n| 2019 | $3 million |\n| 2020 | |\n",
        "[^1]: Minutes of 4 May 2024, p. 12.\n",
      ].join("\n"),
    );
    const page = await show(desk.make("draft.md"));
    const count = (selector) => page.locator(`#galley ${selector}`).count();
    assert.equal(await count("h3.headline"), 1);
    assert.deepEqual(await page.locator("#galley :is(h4, h5)").allTextContents(), ["Money", "Deep"]);
    assert.equal(await count("ul > li"), 2);
    assert.equal(await count("blockquote p"), 1);
    assert.equal(await count("table tr"), 3);
    assert.equal(await count(".footnotes p"), 1);
    assert.equal(await count("sup.note"), 1);
    const link = page.locator("#galley a.out");
    assert.equal(await link.getAttribute("href"), "https://tarn.example/books");
    assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
    const claim = page.locator("#galley p .claim").first();
    assert.equal(await claim.textContent(), "The council of Tarn spent $4.2 million↗ on the quay in 2024, Mayor Ruth Lund said.1");
    assert.ok((await claim.locator("mark.linked.fact").textContent()).includes("$4.2 million"));
  },

  async "an article full of HTML, script and Markdown shows as text and runs nothing"({ desk, show }) {
    const words = [
      'The mayor said "</script><script>alert(1)</script>" cost $3 million in 2019.',
      "The <img src=x onerror=alert(1)> firm's 'profit' & \"loss\" rose 40 percent in 2021, Ruth Lund said.",
      "Lund paid $5 for `<!-- claim:abc -->` and <style>*{display:none}</style> in 2020.",
      "A | pipe, a \\ backslash, **bold**, [link](javascript:alert(1)) and ]]> --> cost $9 million in 2022.",
      "</textarea></title>&lt;b&gt; &amp;amp; \u2028 U+2028 cost $7 million in 2018.",
    ];
    const title = `</title><script>alert(0)</script> "quoted" 'title'`;
    desk.write("draft.txt", `${words.join("\n\n")}\n`);
    const page = await show(desk.make("draft.txt", "--title", title));
    const clean = (text) => text.replace(/\s+/g, " ").trim();
    const shown = await page.locator("#galley > p").allTextContents();
    assert.deepEqual(shown.map((text) => clean(text.replace(/^\d+(?=\D)/, ""))), words.map(clean));
    assert.equal(await page.title(), `Fact-check: ${title}`);
    assert.equal(await page.locator("img, iframe, object, form[action]").count(), 0);
    assert.equal(await page.evaluate(() => document.scripts.length), 2);
    for (const title of await page.locator(".title").all()) await title.click();
    await page.locator(".title").first().click();
    assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
  },

  async "the page names no address but links, and its policy lets nothing in"({ desk, show }) {
    const name = desk.make(desk.bring("examples/water-vote.md"));
    const page = await show(name);
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'/);
    assert.equal(await page.locator("[src], link:not([href^='data:']), [style], [onclick]").count(), 0);
    for (const link of await page.locator("a[href^='http']").all()) {
      assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
    }
    assert.deepEqual(await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name)), []);
  },
};
