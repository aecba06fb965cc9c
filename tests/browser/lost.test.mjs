// The box is gone for a while: a quiet bar says so, what was typed is kept, and all of it goes on by
// itself when the box is back.

import assert from "node:assert/strict";
import { moveIn, post, signIn } from "./shop.mjs";

export const prepare = moveIn;

const SILENCE_MS = 30_000;
const NOTE = "Wants the survey on a Tuesday.";

export const tests = [
  { name: "What is typed while the box does not answer is kept, and saved once when it is back", run: keep },
  { name: "Today says that the box does not answer, and draws itself anew when it is back", run: draw },
];

async function keep({ page, house }) {
  await post(house, { name: "Ada Quinn", email: "ada@quinn.example", message: "A quote, please" });
  await signIn(page);
  await page.locator("#waiting").getByRole("link", { name: "Ada Quinn", exact: true }).click();
  await page.locator("label", { has: page.locator("#pane-note") }).click();
  const form = page.locator("form.pane.note");
  await form.locator("textarea").fill(NOTE);
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
