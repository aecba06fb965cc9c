// A lead on paper: all that is known of it, nothing one could press, and as wide as the sheet.

import assert from "node:assert/strict";
import { moveIn } from "./shop.mjs";
import { FULL, fill, openPage } from "./tour.mjs";

export const prepare = moveIn;

/** An A4 sheet within its margins, in CSS px. */
const SHEET = { width: 688, height: 1017 };

export const tests = [{ name: "A lead is printed with its facts, its timeline and its reasons, and nothing to press", run: print }];

async function print({ page, house }) {
  await fill(house);
  await page.context().addCookies([{ name: "theme", value: "dark", url: house.url }]);
  await openPage(FULL.find(({ name }) => name === "lead"), page, house);
  await page.locator("#details > summary").click();
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: "print" });

  for (const what of ["+44 7700 900142", "Two boilers failed inspection.", "Asked for an answer: quote", "the only teammate"]) {
    await page.getByText(what).locator("visible=true").first().waitFor();
  }
  const pressed = "nav, header.top, form:not(.tags), input:not([type=hidden]), select, textarea, button:not(.gist .btn), a.btn";
  const seen = await page.locator(pressed).locator("visible=true").evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 120)));
  assert.deepEqual(seen, []);
  const [wide, ground] = await page.evaluate(() => [document.documentElement.scrollWidth, getComputedStyle(document.documentElement).colorScheme]);
  assert.ok(wide <= SHEET.width, `${wide} px wide`);
  assert.equal(ground, "light");
}
