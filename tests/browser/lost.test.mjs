// The box is gone for a while: a quiet bar says so, what was typed is kept, and all of it goes on by
// itself when the box is back.

import assert from "node:assert/strict";
import { moveIn, OWNER, post, signIn } from "./shop.mjs";

export const prepare = moveIn;

const SILENCE_MS = 30_000;
const NOTE = "Wants the survey on a Tuesday.";

export const tests = [
  { name: "What is typed while the box does not answer is kept, and saved once when it is back", run: keep },
  { name: "Today says that the box does not answer, and draws itself anew when it is back", run: draw },
  { name: "A browser that is cut off says so at once, and a note waits until it is not", run: cutOff },
  { name: "A box that hangs is told of, and nothing is sent to it", run: hang },
  { name: "What is written is there when the lead is opened again, until it is saved", run: drafts },
  { name: "Who leaves an editor with a draft in it is asked first", run: leave },
  { name: "A screen whose session has ended says so, and leads back to itself", run: ended },
  { name: "A page that nothing asks for says that its session was ended elsewhere", run: endedElsewhere },
  { name: "What is typed survives a session that has ended", run: survives },
  { name: "A day that is typed takes the place of the choice beside it", run: days },
];

/** Opens the lead of somebody, at a note with these words. */
async function write(page, name, text) {
  await page.locator("#waiting").getByRole("link", { name, exact: true }).click();
  await page.locator("label", { has: page.locator("#pane-note") }).click();
  const form = page.locator("form.pane.note");
  await form.locator("textarea").fill(text);
  return form;
}

async function keep({ page, house }) {
  await post(house, { name: "Ada Quinn", email: "ada@quinn.example", message: "A quote, please" });
  await signIn(page);
  const form = await write(page, "Ada Quinn", NOTE);
  await form.getByLabel("Next step", { exact: true }).selectOption("call");

  await house.shut();
  await form.getByRole("button", { name: "Save note" }).click();
  await page.getByText("What you typed is still here").waitFor();
  assert.equal(await form.locator("textarea").inputValue(), NOTE);
  assert.equal(await form.getByLabel("Next step", { exact: true }).inputValue(), "call");

  await house.reopen();
  await form.getByRole("button", { name: "Save note" }).click();
  const notes = page.locator("#timeline li").filter({ hasText: NOTE });
  await notes.waitFor();
  assert.equal(await notes.count(), 1);
  assert.equal(await page.locator(".hush").count(), 0);
}

async function draw({ page, house }) {
  await signIn(page);
  await house.shut();
  await page.locator(".hush").getByText("The box does not answer.").waitFor({ timeout: SILENCE_MS });
  await house.reopen();
  await page.locator(".hush").waitFor({ state: "detached", timeout: SILENCE_MS });
  await post(house, { name: "Ben Osei", email: "ben@osei.example", message: "A quote, please" });
  await page.locator("#waiting").getByText("Ben Osei").waitFor();
}

async function cutOff({ page, context, house }) {
  await post(house, { name: "Cleo Marsh", email: "cleo@marsh.example", message: "A quote, please" });
  await signIn(page);
  const form = await write(page, "Cleo Marsh", NOTE);
  house.isShut = true;
  await context.setOffline(true);
  await page.locator(".hush").getByText("The box does not answer.").waitFor();
  await form.getByRole("button", { name: "Save note" }).click();
  await page.getByText("What you typed is still here").waitFor();
  assert.equal(await form.locator("textarea").inputValue(), NOTE);
  await context.setOffline(false);
  await page.locator(".hush").waitFor({ state: "detached", timeout: SILENCE_MS });
  house.isShut = false;
  await form.getByRole("button", { name: "Save note" }).click();
  await page.locator("#timeline li").filter({ hasText: NOTE }).waitFor();
}

async function hang({ page, house }) {
  await post(house, { name: "Dan Ferris", email: "dan@ferris.example", message: "A quote, please" });
  await signIn(page);
  const form = await write(page, "Dan Ferris", NOTE);
  house.hang();
  try {
    await page.locator(".hush").getByText("The box does not answer.").waitFor({ timeout: SILENCE_MS });
    await form.getByRole("button", { name: "Save note" }).click();
    await page.getByText("What you typed is still here").waitFor();
    assert.equal(await form.locator("textarea").inputValue(), NOTE);
  } finally {
    house.goOn();
  }
  await page.locator(".hush").waitFor({ state: "detached", timeout: SILENCE_MS });
  await form.getByRole("button", { name: "Save note" }).click();
  await page.locator("#timeline li").filter({ hasText: NOTE }).waitFor();
}

async function drafts({ page, house }) {
  await post(house, { name: "Eve Novak", email: "eve@novak.example", message: "A quote, please" });
  await signIn(page);
  const form = await write(page, "Eve Novak", NOTE);
  await form.getByLabel("Next step", { exact: true }).selectOption("call");
  const lead = page.url();
  await page.goto("/today");
  await page.goto(lead);
  await page.getByText("What you wrote is kept on this device.").waitFor();
  assert.equal(await form.locator("textarea").inputValue(), NOTE);
  assert.equal(await form.getByLabel("Next step", { exact: true }).inputValue(), "call");
  await form.getByRole("button", { name: "Save note" }).click();
  await page.locator("#timeline li").filter({ hasText: NOTE }).waitFor();
  assert.equal(await form.locator("textarea").inputValue(), "");

  await page.locator("label", { has: page.locator("#pane-note") }).click();
  await form.locator("textarea").fill("Not for anybody who comes after me.");
  await page.goto("/today");
  await page.locator("button[popovertarget=me]").click();
  await page.locator("button[form=sign-out]").click();
  await page.waitForURL("**/login**");
  await signIn(page);
  await page.goto(lead);
  assert.equal(await form.locator("textarea").inputValue(), "");
}

async function leave({ page }) {
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  const goes = async (name) => {
    await page.getByRole("link", { name, exact: true }).first().click();
    await page.locator("h1", { hasText: name }).waitFor();
  };
  await signIn(page);
  await page.goto("/settings/scoring");
  await goes("Today");
  assert.deepEqual(asked, []);
  await page.goto("/settings/scoring");
  await page.getByLabel("Urgent from").fill("81");
  await goes("Today");
  assert.deepEqual(asked, ["beforeunload"]);

  await page.goto("/settings/scoring");
  await page.getByLabel("Urgent from").fill("81");
  await page.locator(".bulk").getByRole("button", { name: "Try it" }).click();
  await page.getByRole("link", { name: "Discard" }).click();
  await page.locator("[data-unsaved='']").waitFor();
  assert.equal(await page.getByLabel("Urgent from").inputValue(), "80");
  assert.deepEqual(asked, ["beforeunload"]);
}

/** Signs in again on the page one was led to. */
async function signInAgain(page) {
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function ended({ page, context, house }) {
  await signIn(page);
  await page.goto("/today?team=all");
  await page.locator("#waiting").waitFor();
  await context.clearCookies();
  await post(house, { name: "Gil Tamm", email: "gil@tamm.example", message: "A quote, please" });
  const bar = page.locator(".hush");
  await bar.getByText("You are signed out.").waitFor();
  // The stream was let in before, and is heard on.
  await page.evaluate(() => new Promise((done) => {
    new BroadcastChannel("leadstead").addEventListener("message", ({ data }) => data.kind === "beat" && done());
  }));
  await bar.getByRole("link", { name: "Sign in again" }).click();
  await signInAgain(page);
  await page.waitForURL("**/today?team=all");
  await page.locator("#waiting").getByText("Gil Tamm").waitFor();
  assert.equal(await bar.count(), 0);
}

async function endedElsewhere({ page, visit }) {
  await signIn(page);
  await page.goto("/settings/about");
  // Whoever is heard from is let in, and the page is told when that ends.
  await page.evaluate(() => new Promise((heard) => {
    new BroadcastChannel("leadstead").addEventListener("message", heard);
  }));
  const other = await visit();
  await signIn(other);
  await other.goto("/me");
  await other.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page.locator(".hush").getByText("You are signed out.").waitFor({ timeout: 10_000 });
  await page.locator(".hush").getByRole("link", { name: "Sign in again" }).waitFor();
}

async function survives({ page, context, house }) {
  await post(house, { name: "Hana Sato", email: "hana@sato.example", message: "A quote, please" });
  await signIn(page);
  const form = await write(page, "Hana Sato", NOTE);
  const lead = page.url();
  await context.clearCookies();
  const [bar, find] = [page.locator(".hush"), page.locator("#find")];
  await find.fill("Sato");
  await bar.getByRole("link", { name: "Sign in again" }).click();
  await signInAgain(page);
  await page.waitForURL(lead);
  await page.getByText("What you wrote is kept on this device.").waitFor();
  assert.equal(await form.locator("textarea").inputValue(), NOTE);

  // What no draft keeps stays on its page: one signs in beside it.
  await page.goto(`${lead}/edit`);
  await page.getByLabel("City").fill("Kyoto");
  await context.clearCookies();
  await find.fill("Sato");
  const beside = context.waitForEvent("page");
  await bar.getByRole("link", { name: "Sign in again" }).click();
  await signInAgain(await beside);
  await (await beside).waitForURL("**/edit");
  await find.fill("Hana");
  await bar.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Save details" }).click();
  await page.locator("#details").getByText("Kyoto").waitFor();
}

async function days({ page, house }) {
  await post(house, { name: "Finn Hart", email: "finn@hart.example", message: "A quote, please" });
  await signIn(page);
  const form = await write(page, "Finn Hart", NOTE);
  const day = form.locator("[data-days] [type=date]");
  const pressed = form.locator("[data-days] [type=radio]:checked");
  assert.equal(await pressed.inputValue(), "today");
  await day.fill("2040-05-07");
  assert.equal(await pressed.count(), 0);
  await form.locator("[data-days] label").nth(1).click();
  assert.equal(await day.inputValue(), "");
  await day.fill("2040-05-07");
  await day.fill("");
  assert.equal(await pressed.inputValue(), "today");
}
