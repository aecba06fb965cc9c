// The one walk that everything else is for: somebody fills in the form, the person who answers sees
// it at once, answers, and the clock stops.

import assert from "node:assert/strict";
import { OWNER, VISITOR, fillIn, moveIn, post, sendButton, signIn } from "./shop.mjs";

export const prepare = moveIn;

/** A second is what is promised; the rest is for a machine that is busy with other tests. */
const SEEN_WITHIN_MS = 1500;

export const tests = [
  { name: "A lead from the form stands on the open Today by itself, and its clock stops with a call", run: walk },
  { name: "A form posted with curl is thanked and becomes a lead with score, owner and clock", run: curl },
];

async function walk({ page, visit }) {
  await signIn(page);
  const waiting = page.locator("#waiting");
  await waiting.getByText("Nobody is waiting.").waitFor();

  const seen = seenAt(page, VISITOR.name);
  const answered = await sendForm(await visit());
  const took = Math.round((await seen) - answered);
  console.log(`       on the open Today ${took} ms after the answer to the visitor`);
  assert.ok(took <= SEEN_WITHIN_MS, `it took ${took} ms`);

  const row = waiting.getByRole("listitem").filter({ hasText: VISITOR.name });
  assert.match(await row.locator(".tier").innerText(), /^\d+\s*High$/);
  await ticks(page, row.locator("time.clock"));

  await row.getByRole("link", { name: VISITOR.name }).click();
  await page.getByRole("heading", { level: 1, name: VISITOR.name }).waitFor();
  const head = page.locator("#head");
  assert.match(await head.locator(".owner").first().innerText(), new RegExp(OWNER.name));
  await ticks(page, head.locator("time.clock"));

  await logCall(page);
  await head.locator("time.clock").waitFor({ state: "detached" });
  assert.match(await head.locator(".promise").innerText(), /^Next step, .+: Send the quote/);
  const call = page.locator("#timeline li").filter({ hasText: "Call, reached" });
  assert.match(await call.innerText(), /inside promise[^]*Wants a survey first\./);

  await page.goto("/today");
  await waiting.getByText("Nobody is waiting.").waitFor();
  assert.equal(await waiting.getByText(VISITOR.name).count(), 0);
}

/** When a name comes to stand under Answer now, in milliseconds, with nobody touching the page. */
function seenAt(page, name) {
  return page.evaluate((name) => {
    const stands = () => document.querySelector("#waiting").textContent.includes(name);
    return new Promise((seen) => {
      new MutationObserver((_, watch) => {
        if (!stands()) return;
        watch.disconnect();
        seen(performance.timeOrigin + performance.now());
      }).observe(document.querySelector("main"), { childList: true, subtree: true });
    });
  }, name);
}

/** Sends the form as a visitor does; gives when the answer arrived. */
async function sendForm(page) {
  await page.goto("/f/contact");
  await fillIn(page);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await sendButton(page).click();
  const { startTime, responseStart } = (await answer).request().timing();
  await page.getByRole("heading", { name: "Thank you, Ines. Maya will answer you." }).waitFor();
  return startTime + responseStart;
}

/** Waits until a clock has moved on, and so is seen to run. */
async function ticks(page, clock) {
  const first = await clock.locator("b").innerText();
  assert.match(first, /^\d+:\d\d$/);
  await page.waitForFunction(
    ([clock, first]) => clock.querySelector("b").textContent !== first,
    [await clock.elementHandle(), first],
  );
}

async function logCall(page) {
  await page.locator("label", { has: page.locator("#pane-call") }).click();
  const form = page.locator("form.pane.call");
  await form.getByText("Reached", { exact: true }).click();
  await form.getByLabel("What was said").fill("Wants a survey first.");
  await form.getByLabel("Next step", { exact: true }).selectOption("email");
  await form.getByLabel("What exactly").fill("Send the quote");
  await form.getByRole("button", { name: "Save call" }).click();
}

async function curl({ page, house }) {
  await signIn(page);
  await page.locator("#waiting").getByText("Nobody is waiting.").waitFor();
  const answer = await post(house, {
    name: "Ana Ruiz",
    email: "ana@ruiz.example",
    message: "Please send a quote",
  });
  assert.equal(answer.status, 303);
  const thanks = await fetch(new URL(answer.headers.get("location"), house.url));
  assert.equal(thanks.status, 200);
  assert.match(await thanks.text(), /Thank you, Ana/);

  const row = page.locator("#waiting li.row").filter({ hasText: "Ana Ruiz" });
  await row.waitFor();
  assert.match(await row.innerText(), /Please send a quote/);
  assert.match(await row.locator(".tier").innerText(), /^\d+\s*High$/);
  await ticks(page, row.locator("time.clock"));
  await row.getByRole("link", { name: "Ana Ruiz" }).click();
  const why = page.getByRole("heading", { name: `Why ${OWNER.name.split(" ")[0]}` });
  await why.waitFor();
}
