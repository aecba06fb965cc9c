// Every page within reach: at twice the size on a desk, on the narrowest phone, and read from right
// to left. The page never scrolls sideways and nothing one can press is cut off.

import assert from "node:assert/strict";
import { moveIn, post, until } from "./shop.mjs";
import { EMPTY, FULL, fill, openPage } from "./tour.mjs";

export const prepare = moveIn;

/** 1280 px at 200 %, and the narrowest that WCAG asks for. */
const LOOKS = [
  { width: 640, height: 450 },
  { width: 320, height: 640 },
];
const TWICE = { viewport: LOOKS[0], deviceScaleFactor: 2 };

/** Somebody whose names have no end and no blanks, and the pages that say them. */
const NAME = "Wxyz".repeat(2_500);
const NAMED = { name: `Ann ${NAME}`, company: NAME, email: "endless@elsewhere.example", message: "A quote, please" };
const ROW_MAX_PX = 150;
const ENDLESS = [
  { name: "today", open: (page) => page.goto("/today") },
  { name: "leads", open: (page) => page.goto("/leads?sort=newest") },
  { name: "lead", open: (page) => openNamed(page, "") },
  { name: "lead-edit", open: (page) => openNamed(page, "/edit") },
];

export const tests = [
  ...EMPTY.map(tested),
  { name: "leads come in", run: ({ house }) => fill(house) },
  ...FULL.map(tested),
  ...ENDLESS.map((stop) => ({ name: `A name without end leaves ${stop.name} as wide as it is`, run: (given) => endless(stop, given) })),
];

function tested(stop) {
  return { name: `${stop.name} is within reach, large, narrow and from right to left`, run: (given) => reach(stop, given) };
}

async function reach(stop, { visit, house }) {
  const page = await visit(TWICE);
  await openPage(stop, page, house);
  for (const direction of ["ltr", "rtl"]) {
    await page.evaluate((direction) => (document.documentElement.dir = direction), direction);
    for (const look of LOOKS) {
      await page.setViewportSize(look);
      const cut = await page.evaluate(outOfReach);
      assert.deepEqual(cut, [], `${stop.name}, ${look.width} px, ${direction}`);
    }
  }
}

async function openNamed(page, rest) {
  await page.goto("/leads?sort=newest");
  const url = await page.locator("tbody .who a", { hasText: "Wxyz" }).first().getAttribute("href");
  await page.goto(url.split("?")[0] + rest);
}

async function endless(stop, { visit, house }) {
  house.endless ??= post(house, NAMED).then(() => until("the lead in the list", async () => {
    const page = await visit();
    await openPage({ inside: true, name: "leads", open: ENDLESS[1].open }, page, house);
    return (await page.locator("tbody .who a", { hasText: "Wxyz" }).count()) > 0;
  }));
  await house.endless;
  const page = await visit({ viewport: { width: 1440, height: 900 } });
  await openPage({ inside: true, ...stop }, page, house);
  for (const look of [{ width: 1440, height: 900 }, ...LOOKS]) {
    await page.setViewportSize(look);
    assert.deepEqual(await page.evaluate(outOfReach), [], `${stop.name}, ${look.width} px`);
    const rows = await page.locator(".row .who, tbody .who").evaluateAll((all) => all.map((one) => one.offsetHeight));
    assert.ok(rows.every((height) => height <= ROW_MAX_PX), `rows of ${rows} px`);
  }
}

/** Runs in the page: what of it is out of reach, one line each. */
function outOfReach() {
  const SLACK = 1;
  const wide = document.documentElement.scrollWidth - innerWidth;
  const found = wide > SLACK ? [`the page is ${wide} px too wide`] : [];
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, label:has(input)";
  for (const control of document.querySelectorAll(controls)) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.closest(".sr, .skip, .trap, [popover]")) continue;
    const { left, right, width } = control.getBoundingClientRect();
    let [least, most] = [0, innerWidth];
    for (let box = control.parentElement; box; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      if (overflowX === "auto" || overflowX === "scroll") [least, most] = [-Infinity, Infinity];
      else if (overflowX !== "visible" && !box.matches("html, body, .cut, .row .who p")) {
        const edge = box.getBoundingClientRect();
        [least, most] = [Math.max(least, edge.left), Math.min(most, edge.right)];
      }
      if (least === -Infinity) break;
    }
    const said = control.outerHTML.slice(0, 120);
    if (width === 0 || left < least - SLACK || right > most + SLACK) found.push(`cut off: ${said}`);
    // The number at the bell stands over its edge.
    else if (control.matches(".btn:not(.bell)") && control.scrollWidth > control.clientWidth + SLACK) found.push(`its words do not fit: ${said}`);
  }
  return found;
}
