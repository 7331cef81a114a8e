// Reads reports in HTML as people do: in a real browser, with and without its script, by mouse, by keyboard, by a
// checker of accessibility, in the light, in the dark and on paper. tests/html_report.rs makes the reports and runs this.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const reports = process.env.FACTLINT_REPORTS;
const pictures = process.env.FACTLINT_PICTURES;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDE = { width: 1280, height: 860 };
const OPTIONS = {
  executablePath: process.env.FACTLINT_CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

const profiles = [];
let scripted, plain;

async function browser(options) {
  const profile = mkdtempSync(join(tmpdir(), "factlint-browser-"));
  profiles.push(profile);
  return chromium.launchPersistentContext(profile, { ...OPTIONS, viewport: WIDE, reducedMotion: "reduce", ...options });
}

before(async () => {
  scripted = await browser({});
  plain = await browser({ javaScriptEnabled: false });
});

after(async () => {
  await scripted?.close();
  await plain?.close();
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
});

/// Opens a report, and holds it to asking for nothing and complaining of nothing.
async function reading(context, name, { scheme = "light", size = WIDE } = {}, read) {
  const page = await context.newPage();
  const heard = [];
  page.on("console", (message) => heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => heard.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith(`${url}#`) && request.url() !== "data:,") {
      heard.push(`request: ${request.url()}`);
    }
  });
  const url = pathToFileURL(join(reports, name)).href;
  try {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, media: "screen" });
    await page.goto(url);
    await read(page);
    assert.deepEqual(heard, [], "a page is quiet and asks for nothing");
  } finally {
    await page.close();
  }
}

/// Waits until the address ends as it should.
const at = (page, end) => page.waitForURL((url) => (end instanceof RegExp ? end.test(url.hash) : url.hash === end), { timeout: 10_000 });

/// Clicks where the first line of an element is: the middle of one that is broken over two lines may be beside it.
const press = async (locator) => {
  const { x, y } = await locator.evaluate((element) => {
    const { left, top, width, height } = element.getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  });
  await locator.page().mouse.click(x, y);
};

const seen = async (locator) => {
  const box = await locator.boundingBox();
  assert.ok(box, "it has a place on the page");
  const view = locator.page().viewportSize();
  return box.width > 0 && box.height > 0 && box.y >= 0 && box.y + box.height <= view.height;
};

async function accessible(page, what) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const said = found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
  assert.deepEqual(said, [], what);
}

test("every mark is seen, with its label and its finding", () =>
  reading(scripted, "one.html", {}, async (page) => {
    const cards = page.locator("li.card");
    assert.equal(await cards.count(), 5);
    assert.match(await page.locator(".tiles li").first().innerText(), /^3\s+errors$/);
    for (const mark of await page.locator("mark").all()) {
      const box = await mark.boundingBox();
      assert.ok(box.width > 0 && box.height > 0);
      const line = await mark.evaluate((mark) => getComputedStyle(mark).textDecorationLine);
      assert.equal(line, "underline", "a mark is more than a colour");
    }
    const chips = (await page.locator(".text .chip").allInnerTexts()).map((chip) => chip.replace(/\s+/g, " "));
    assert.ok(chips.some((chip) => /1\s*conversion/.test(chip)), chips.join("; "));
    assert.ok(chips.some((chip) => chip.includes("printed again")), chips.join("; "));
    const grades = await page.locator(".sev").allInnerTexts();
    assert.deepEqual(grades, ["Error", "Error", "Warning", "Error", "Let stand"]);
    assert.match(await page.locator(".card.s .why").innerText(), /counts the night crossing twice.*until 31 December 2027/);
  }));

for (const [who, context] of [["with its script", () => scripted], ["without its script", () => plain]]) {
  test(`jumps lead to the place and back, ${who}`, () =>
    reading(context(), "one.html", {}, async (page) => {
      const place = page.locator("#a1-f4 .places a").first();
      const mark = page.locator("#a1-m4-1");
      assert.equal(await seen(mark), false, "the mark is further down");
      await place.click();
      await at(page, "#a1-m4-1");
      assert.ok(await seen(mark), "the mark is in view");
      assert.equal(await page.locator("mark:target").count(), 1);
      const chip = mark.locator("xpath=following-sibling::a[1]");
      await press(chip);
      await at(page, "#a1-f4");
      assert.ok(await seen(page.locator("#a1-f4 h4")));
      await page.goBack();
      await at(page, "#a1-m4-1");
    }));

  test(`all can be done by keyboard, ${who}`, () =>
    reading(context(), "one.html", {}, async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await at(page, "#main");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await at(page, "#a1-m1-1");
      assert.ok(await seen(page.locator("#a1-m1-1")));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await at(page, /^#a1-f\d$/);
      const why = page.locator(`${new URL(page.url()).hash} summary`);
      const focused = () => why.evaluate((why) => why === document.activeElement);
      for (let stops = 0; stops < 5 && !(await focused()); stops += 1) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.notEqual(await why.locator("xpath=..").getAttribute("open"), null, "the reason of the rule opens");
    }));

  test(`facts are shown on demand, ${who}`, () =>
    reading(context(), "one.html", {}, async (page) => {
      const fact = page.locator(".k", { hasText: "61,400 passengers" }).first();
      const border = () => fact.evaluate((fact) => getComputedStyle(fact).borderBottomStyle);
      assert.equal(await border(), "none");
      await page.getByLabel("Show the facts that were read").check();
      assert.equal(await border(), "dotted");
      await fact.hover();
      const told = await fact.evaluate((fact) => getComputedStyle(fact, "::after").content);
      assert.match(told, /count: .*61,400/);
      await page.locator(".facts summary").click();
      const row = page.locator(".facts tr", { hasText: "61,400" }).first();
      assert.match(await row.innerText(), /count/);
      await row.locator("a").click();
      assert.ok(await seen(fact));
    }));
}

test("steps lead from finding to finding", () =>
  reading(scripted, "one.html", {}, async (page) => {
    const next = page.getByRole("button", { name: "Next" });
    const output = page.locator(".steps output");
    assert.equal(await output.innerText(), "5 findings");
    await next.click();
    assert.equal(await output.innerText(), "1 of 5");
    await next.click();
    assert.equal(await output.innerText(), "2 of 5");
    assert.ok(await seen(page.locator("mark:target")));
    await page.getByRole("button", { name: "Previous" }).click();
    await page.getByRole("button", { name: "Previous" }).click();
    assert.equal(await output.innerText(), "5 of 5");
    await page.locator("mark").first().click();
    await at(page, "#a1-f1");
    await page.locator("#a1-f2").hover();
    assert.equal(await page.locator("mark.lit[data-of=a1-f2]").count(), await page.locator("mark[data-of=a1-f2]").count());
  }));

test("without its script nothing is offered that needs it", () =>
  reading(plain, "one.html", {}, async (page) => {
    assert.equal(await page.locator(".steps").isVisible(), false);
    await page.locator("#a1-f1 summary").click();
    assert.ok(await page.locator("#a1-f1 details p").first().isVisible(), "the rule's reason is there");
  }));

for (const scheme of ["light", "dark"]) {
  for (const name of ["one.html", "many.html", "hostile.html", "clean.html"]) {
    test(`${name} is accessible in the ${scheme}`, () =>
      reading(scripted, name, { scheme }, async (page) => {
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        await accessible(page, "at first");
        if (await page.locator("#show-facts").count()) await page.locator("#show-facts").check();
        if (await page.locator("li.card").count()) await page.evaluate(() => (location.hash = document.querySelector("li.card .places a").hash));
        await accessible(page, "with facts and a target");
      }));
  }
}

test("light is light and dark is dark", async () => {
  const lightness = async (scheme) => {
    let found;
    await reading(scripted, "one.html", { scheme }, async (page) => {
      found = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).map(Number));
    });
    return Math.max(...found);
  };
  assert.ok((await lightness("light")) > 240);
  assert.ok((await lightness("dark")) < 30);
});

for (const name of ["one.html", "many.html", "hostile.html", "clean.html"]) {
  test(`${name}: ids are unique, links lead somewhere, nothing is wider than the page`, () =>
    reading(scripted, name, { size: { width: 360, height: 740 } }, async (page) => {
      const found = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        const hrefs = [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
        return {
          twice: ids.filter((id, at) => ids.indexOf(id) !== at),
          nowhere: hrefs.filter((href) => !href.startsWith("#") || !document.getElementById(href.slice(1))),
          levels: [...document.querySelectorAll("h1, h2, h3, h4, h5")].map(({ tagName }) => Number(tagName[1])),
          wider: document.documentElement.scrollWidth - innerWidth,
        };
      });
      assert.deepEqual(found.twice, []);
      assert.deepEqual(found.nowhere, []);
      assert.equal(found.levels.filter((level) => level === 1).length, 1);
      assert.ok(found.levels.every((level, at) => at === 0 || level <= found.levels[at - 1] + 1), `${found.levels}`);
      assert.ok(found.wider <= 0, `${found.wider} pixels too wide`);
    }));
}

test("an index leads to the articles and counts what was found", () =>
  reading(scripted, "many.html", {}, async (page) => {
    const rows = page.locator(".articles tbody tr");
    assert.equal(await rows.count(), 4);
    const cells = await page.locator(".articles tbody td").allInnerTexts();
    const chart = await page.locator(".chart td b").allInnerTexts();
    const sum = (texts) => texts.map(Number).reduce((one, other) => one + other, 0);
    assert.equal(sum(cells), 8);
    assert.equal(sum(chart), 8, "the bars say the same");
    const bars = await page.locator(".chart .bar").evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    assert.ok(bars.every((width) => width > 40));
    assert.match(await page.locator(".unread").innerText(), /feed.jsonl:3/);
    await page.locator(".clean summary").click();
    assert.match(await page.locator(".clean").innerText(), /bridge.txt/);
    await page.getByRole("link", { name: "Chess club turns 75" }).click();
    assert.ok(await seen(page.getByRole("heading", { level: 2, name: "Chess club turns 75" })));
    assert.equal(await page.locator("#a2 table.cells tr").count(), 3);
  }));

test("nothing that an article says is markup", () =>
  reading(scripted, "hostile.html", {}, async (page) => {
    assert.equal(await page.evaluate(() => globalThis.broken), undefined);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("img, iframe, object, form, .text b").count(), 0);
    const text = await page.locator(".text").innerText();
    assert.ok(text.includes("<script>broken = 1</script>") && text.includes("تل أبيب") && text.includes("😀"), text);
    assert.ok(!/[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]/.test(await page.content()));
    assert.match(await page.locator("h2").innerText(), /a <b> & "c", 100%: é\.md/);
    for (const mark of await page.locator(".text mark[id]").all()) {
      assert.ok((await mark.boundingBox()).width > 0);
    }
  }));

test("no script runs but the page's own", () =>
  reading(scripted, "hostile.html", {}, async (page) => {
    const policy = await page.locator("meta[http-equiv]").getAttribute("content");
    assert.match(policy, /^default-src 'none';.*script-src 'sha256-/);
    assert.ok(await page.locator(".steps").isVisible(), "the hash in the policy is that of the script");
  }));

test("on paper marks and findings are there without colour", () =>
  reading(scripted, "one.html", {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".tools").isVisible(), false);
    assert.ok(await page.locator("#a1-f4 .said").isVisible());
    const style = await page.locator("#a1-m1-1").evaluate((mark) => {
      const { color, backgroundColor, textDecorationLine } = getComputedStyle(mark);
      return { color, backgroundColor, textDecorationLine };
    });
    assert.deepEqual(style, { color: "rgb(0, 0, 0)", backgroundColor: "rgba(0, 0, 0, 0)", textDecorationLine: "underline" });
    const why = await page.locator("#a1-f1 details p").first().boundingBox();
    assert.ok(why?.height > 0, "reasons are not folded away");
    assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
  }));

test("pictures for the documentation", async () => {
  mkdirSync(pictures, { recursive: true });
  const picture = (name, file, options, act) =>
    reading(scripted, name, options, async (page) => {
      await act(page);
      await page.screenshot({ path: join(pictures, file), animations: "disabled" });
      assert.ok(readFileSync(join(pictures, file)).length < 150_000, `${file} is small`);
    });
  const size = { width: 1040, height: 620 };
  await picture("one.html", "report.png", { size }, (page) => page.evaluate(() => scrollTo(0, 0)));
  await picture("one.html", "report-dark.png", { size: { ...size, height: 560 }, scheme: "dark" }, async (page) => {
    await page.locator("#show-facts").check();
    await page.locator("#a1-f3 .places a").first().click();
  });
  await picture("many.html", "report-index.png", { size }, (page) => page.evaluate(() => scrollTo(0, 0)));
});
