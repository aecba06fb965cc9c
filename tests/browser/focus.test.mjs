// Wherever one is with the Tab key is seen: outlined, and not behind a bar. And nothing moves for who
// wants no motion.

import assert from "node:assert/strict";
import { SIZES } from "./chromium.mjs";
import { moveIn } from "./shop.mjs";
import { FULL, fill, openPage } from "./tour.mjs";

export const prepare = moveIn;

/** More places than any of these pages has. */
const TABS_MAX = 150;

const NAMES = ["today", "lead", "lead-call", "leads", "leads-selected", "lead-new", "settings", "form"];

export const tests = [
  { name: "leads come in", run: ({ house }) => fill(house) },
  ...NAMES.flatMap((name) => Object.keys(SIZES).map((size) => tested(name, size))),
];

function tested(name, size) {
  const stop = FULL.find((one) => one.name === name);
  return { name: `${name} shows where the focus is, on a ${size}`, run: (given) => walk(stop, size, given) };
}

async function walk(stop, size, { visit, house }) {
  const page = await visit({ ...SIZES[size], reducedMotion: "reduce" });
  await openPage(stop, page, house);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0, "something moves");
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
  });
  const unseen = [];
  let places = 0;
  for (; places < TABS_MAX; places += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(placeOfFocus);
    if (at === null) break;
    if (at !== "") unseen.push(at);
  }
  assert.ok(places > 5 && places < TABS_MAX, `${places} places`);
  assert.deepEqual(unseen, []);
}

/** Runs in the page: what is wrong with how the focus is shown; `null` where the page has ended. */
function placeOfFocus() {
  const focus = document.activeElement;
  if (!focus || focus === document.body) return null;
  // A day has several places within one field.
  if (focus === window.before) return "";
  if (focus.dataset.visited) return null;
  focus.dataset.visited = "yes";
  window.before = focus;
  const said = focus.outerHTML.slice(0, 140);
  const drawn = focus.matches(".seg input, .slot input") ? focus.parentElement : focus;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || outlineColor.endsWith(", 0)")) return `no outline: ${said}`;
  const box = drawn.getBoundingClientRect();
  const inside = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
  const seen = points.some(([x, y]) => inside(x, y) && drawn.contains(document.elementFromPoint(x, y)));
  return seen ? "" : `behind something: ${said}`;
}
