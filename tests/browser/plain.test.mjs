// The walk without scripts, by keyboard, and on the narrowest screen there is.

import assert from "node:assert/strict";
import { OWNER, VISITOR, moveIn, post, signIn, unhurried, until } from "./shop.mjs";
import { EMPTY, FULL, fill, openPage } from "./tour.mjs";

export const prepare = moveIn;

const PLAIN = { javaScriptEnabled: false };
const NARROW = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false };

/** More than any page has places to stop at before its form ends. */
const TABS_MAX = 40;

export const tests = [
  { name: "Without scripts and without a mouse, one signs in", run: signInByKeyboard },
  { name: "Without scripts and without a mouse, the form is filled in, corrected and sent", run: sendByKeyboard },
  { name: "Without scripts a lead is answered, and its clock stops", run: answer },
  ...EMPTY.map(narrow),
  { name: "leads come in", run: ({ house }) => fill(house) },
  ...FULL.map(narrow),
];

async function signInByKeyboard({ visit }) {
  const page = await visit(PLAIN);
  await page.goto("/login");
  await type(page, "Email", OWNER.email);
  await type(page, "Password", OWNER.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
}

async function sendByKeyboard({ visit }) {
  const page = await visit(PLAIN);
  await page.goto("/f/contact");
  await tabTo(page, page.getByLabel("Your name"));
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();

  await type(page, "Your name", VISITOR.name);
  await type(page, "Email", VISITOR.email);
  await type(page, "What is it about?", VISITOR.message);
  await unhurried(page);
  await tabTo(page, page.getByRole("button", { name: "Send it to us" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Thank you, Ines. Maya will answer you." }).waitFor();
}

async function answer({ visit, house }) {
  await post(house, { name: "Tom Adeyemi", email: "tom@adeyemi.example", message: "A quote, please" });
  const page = await visit(PLAIN);
  await signIn(page);
  const row = page.locator("#waiting li.row").filter({ hasText: "Tom Adeyemi" });
  assert.match(await row.locator("time.clock").innerText(), /^\d+:\d\d\s+left of 30 min/);

  await row.getByRole("link", { name: "Answer Tom" }).click();
  const form = page.locator("form.pane.email");
  await form.getByLabel("What was written").fill("Sent him two dates.");
  await form.getByRole("button", { name: "Send email" }).click();
  await page.getByRole("alert").getByText("Choose a next step.").waitFor();
  assert.equal(await form.getByLabel("What was written").inputValue(), "Sent him two dates.");

  await form.getByLabel("Next step", { exact: true }).selectOption("call");
  await form.getByText("Next week", { exact: true }).click();
  await form.getByRole("button", { name: "Send email" }).click();
  await page.locator("#timeline").getByText("inside promise").waitFor();
  assert.equal(await page.locator("#head time.clock").count(), 0);
  const sent = (text) => text.includes("Your enquiry") && text.includes("Sent him two dates.");
  await until("the answer in the mailbox", () => house.mailbox.letters.some(sent));

  await page.goto("/today");
  assert.equal(await page.locator("#waiting").getByText("Tom Adeyemi").count(), 0);
}

function narrow(stop) {
  const run = async ({ visit, house }) => {
    const page = await visit(NARROW);
    await openPage(stop, page, house);
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= there, `${wide} px on ${there}`);
  };
  return { name: `${stop.name} is read on 320 pixels without scrolling sideways`, run };
}

/** Goes to a field with the Tab key alone, and types. */
async function type(page, label, text) {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

async function tabTo(page, place) {
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${place} is not reached with the Tab key`);
}
