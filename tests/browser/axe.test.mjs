// Nothing that axe knows of stands between anybody and any page: light and dark, at a desk and on
// a phone.

import axe from "axe-core";
import { SIZES, THEMES } from "./chromium.mjs";
import { moveIn } from "./shop.mjs";
import { EMPTY, FULL, fill, openPage } from "./tour.mjs";

export const prepare = moveIn;

const RULES = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

const LOOKS = THEMES.flatMap((theme) => Object.keys(SIZES).map((size) => ({ theme, size })));

export const tests = [
  ...EMPTY.map(tested),
  { name: "leads come in", run: ({ house }) => fill(house) },
  ...FULL.map(tested),
];

function tested(stop) {
  const run = async ({ visit, house }) => {
    const found = [];
    for (const look of LOOKS) found.push(...(await objections(stop, look, visit, house)));
    if (found.length > 0) throw new Error(found.join("\n"));
  };
  return { name: `${stop.name} has nothing that axe objects to`, run };
}

async function objections(stop, { theme, size }, visit, house) {
  const page = await visit(SIZES[size]);
  await page.context().addCookies([{ name: "theme", value: theme, url: house.url }]);
  await openPage(stop, page, house);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
  await page.context().close();
  return violations.map((violation) => `${theme}, ${size}: ${sentence(violation)}`);
}

function sentence({ id, help, nodes }) {
  return `${help} (${id})\n${nodes.map((node) => `  ${node.html}\n    ${node.failureSummary}`).join("\n")}`;
}
