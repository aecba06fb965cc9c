// From a folder with nothing in it to the first lead on Today, as an owner goes who has no manual.
// Without scripts as far as it goes, looked over by axe on the way.

import assert from "node:assert/strict";
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SIZES, THEMES } from "./chromium.mjs";
import { VISITOR, fillIn, sendButton } from "./shop.mjs";

const SHOTS = join(dirname(fileURLToPath(import.meta.url)), "shots");

export const tests = [
  { name: "An owner sets a fresh house up, lets a trial in and meets a visitor on Today", run: walk },
  { name: "Whoever comes later is asked to sign in", run: later },
];

const RULES = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

async function walk({ page, visit, house }) {
  await page.goto("/leads");
  await page.getByRole("heading", { name: "Is this your box?" }).waitFor();
  await look(page, "code");
  await page.getByLabel("Code").fill("2222-2222-2222");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("alert").getByText("That is not the code of this start.").waitFor();
  const [code] = house.log.match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/);
  await page.getByLabel("Code").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Begin" }).click();

  await asked(page, "What is your company called?");
  await look(page, "company");
  await page.getByLabel("Company name").fill("Northside Heating");
  await next(page);
  await asked(page, "Where is your company at home?");
  await page.getByLabel("Country").fill("Atlantis");
  await next(page);
  await page.getByRole("alert").waitFor();
  await look(page, "place");
  await page.getByLabel("Country").fill("United Kingdom");
  await next(page);
  await asked(page, "By which clock do you work?");
  assert.equal(await page.getByLabel("Time zone").inputValue(), "Europe/London");
  await look(page, "zone");
  await next(page);
  await asked(page, "When are you open?");
  await look(page, "hours");
  await page.getByLabel("Tuesday closes").fill("8:00");
  await next(page);
  await page.getByRole("row").getByText("These hours of Tuesday are not understood.").waitFor();
  await look(page, "hours-wrong");
  await page.getByRole("button", { name: "Fill in public holidays" }).click();
  await page.getByText("filled in, but not yet saved").waitFor();
  assert.match(await page.getByLabel("Days on which you are closed").inputValue(), /^\d{4}-01-01 New Year's Day\n/);
  await look(page, "holidays");
  await page.goto("/setup/hours");
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]) {
    await page.getByLabel(`${day} opens`).fill("00:00");
    await page.getByLabel(`${day} closes`).fill("24:00");
  }
  await next(page);
  await asked(page, "What kind of business is it?");
  await look(page, "kind");
  await page.getByLabel("Local service").check();

  // The back button and a reload lose nothing.
  await page.goBack();
  await page.reload();
  assert.equal(await page.getByLabel("Sunday closes").inputValue(), "24:00");
  await page.goto("/");
  await asked(page, "What kind of business is it?");
  await page.getByLabel("Local service").check();
  await next(page);

  await asked(page, "Who owns this box?");
  await look(page, "owner");
  await page.getByLabel("Name").fill("Maya Lindqvist");
  await page.getByLabel("Email").fill("maya@northside.example");
  await page.getByLabel("Password").fill("a long walk to the boiler");
  await page.getByRole("button", { name: "Open the house" }).click();

  await asked(page, "Who works with you?");
  await page.getByLabel("Name").fill("Tom Adeyemi");
  await page.getByLabel("Email").fill("tom@northside.example");
  await page.getByRole("button", { name: "Invite" }).click();
  const link = await page.locator("#made code").innerText();
  await look(page, "team");
  await joins(await visit(), link);
  await page.getByRole("button", { name: "Next: mail" }).click();
  await asked(page, "How do letters leave?");
  await look(page, "mail");
  await page.getByRole("button", { name: "Next: the first form" }).click();
  await asked(page, "Let a first lead in");
  await page.getByRole("button", { name: "Send the trial" }).click();
  await page.getByText("answers for it").waitFor();
  await look(page, "form");
  await page.getByRole("button", { name: "Finish and open Today" }).click();
  await page.waitForURL("**/today");
  await page.getByText("Maya Lindqvist").first().waitFor();

  const visitor = await visit();
  await visitor.goto("/f/contact");
  await fillIn(visitor);
  await sendButton(visitor).click();
  await visitor.waitForURL("**/thanks/**");
  await page.goto("/today?team=all");
  await page.locator("#waiting").getByText(VISITOR.name).waitFor();

  await page.goto("/team");
  await look(page, "team-page");
  await page.getByRole("link", { name: "Tom Adeyemi" }).click();
  await page.getByRole("heading", { name: "Tom Adeyemi", level: 1 }).waitFor();
  await look(page, "teammate");
  await page.getByLabel("Most leads waiting for a yes").fill("7");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. It counts from now on.").waitFor();

  for (const [name, url] of [["settings", "/settings"], ["settings-mail", "/settings/mail"], ["settings-data", "/settings/data"]]) {
    await page.goto(url);
    await look(page, name);
  }
  const copy = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download a backup" }).click();
  assert.match((await copy).suggestedFilename(), /^leadstead-\d{4}-\d\d-\d\d\.redb$/);
}

async function joins(page, link) {
  await page.goto(link);
  await page.getByRole("heading", { name: "Northside Heating" }).waitFor();
  await page.getByLabel("New password").fill("not a boiler at all");
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL("**/today");
}

async function later({ page }) {
  await page.goto("/setup");
  await page.getByRole("heading", { name: "Northside Heating" }).waitFor();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
}

function asked(page, question) {
  return page.getByRole("heading", { name: question }).waitFor();
}

function next(page) {
  return page.getByRole("button", { name: "Next", exact: true }).click();
}

/** Takes pictures of the page as it stands, and asks axe about each. */
async function look(page, name) {
  mkdirSync(SHOTS, { recursive: true });
  const before = page.viewportSize();
  for (const theme of THEMES) {
    for (const [size, { viewport }] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
      await page.screenshot({ path: join(SHOTS, `setup-${name}-${size}-${theme}.png`), fullPage: true });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      assert.deepEqual(said, [], `${name}, ${theme}, ${size}`);
      const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= there, `${name}: ${wide} px on ${there}`);
    }
  }
  await page.setViewportSize(before);
}
