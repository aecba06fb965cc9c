// Every page within reach: at twice the size on a desk, on the narrowest phone, and read from right
// to left. The page never scrolls sideways and nothing one can press is cut off.

import assert from "node:assert/strict";
import { moveIn } from "./shop.mjs";
import { EMPTY, FULL, fill, openPage } from "./tour.mjs";

export const prepare = moveIn;

/** 1280 px at 200 %, and the narrowest that WCAG asks for. */
const LOOKS = [
  { width: 640, height: 450 },
  { width: 320, height: 640 },
];
const TWICE = { viewport: LOOKS[0], deviceScaleFactor: 2 };

export const tests = [
  ...EMPTY.map(tested),
  { name: "leads come in", run: ({ house }) => fill(house) },
  ...FULL.map(tested),
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
    else if (control.matches(".btn") && control.scrollWidth > control.clientWidth + SLACK) found.push(`its words do not fit: ${said}`);
  }
  return found;
}
