// What a condition may be compared with is offered one value behind the other, by either separator.

import assert from "node:assert/strict";
import { moveIn, signIn } from "./shop.mjs";

export const prepare = moveIn;

export const tests = [{ name: "Values of a condition are offered behind commas and semicolons alike", run: offered }];

async function offered({ page }) {
  await signIn(page);
  await page.goto("/settings/routing");
  await page.evaluate(() => document.querySelector("#values-source").append(new Option("", "Lund, Co")));
  assert.ok((await offers(page, "")).includes("Event"));
  assert.ok((await offers(page, "Webinar, ")).includes("Webinar, Event"));
  assert.ok((await offers(page, "Webinar; ev")).includes("Webinar; Event"));
  assert.ok(!(await offers(page, "Event, ")).includes("Event, Event"), "what stands there is not offered again");
  assert.ok((await offers(page, "Webinar, lu")).includes("Webinar; Lund, Co;"), "a value that holds a comma");
  assert.ok((await offers(page, "Lund, C")).includes("Lund, Co;"));
  assert.ok((await offers(page, "Webinar; Lund, C")).includes("Webinar; Lund, Co;"));
  assert.ok((await offers(page, "Lund, Co; we")).includes("Lund, Co; Webinar"));
}

/** The values that a browser has to show for what is typed: those that hold it, or are labelled with it. */
function offers(page, typed) {
  return page.evaluate((typed) => {
    const row = document.querySelector("[data-condition]");
    row.querySelector("[data-fact]").value = "source";
    const values = row.querySelector("[data-values]");
    values.value = typed;
    values.dispatchEvent(new Event("input", { bubbles: true }));
    const holds = (text) => text.toLowerCase().includes(typed.trim().toLowerCase());
    const options = [...document.querySelector("#values-here").options];
    return options.filter(({ value, text }) => holds(value) || holds(text)).map(({ value }) => value);
  }, typed);
}
