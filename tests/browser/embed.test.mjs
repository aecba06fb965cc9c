// The form on a site that is not ours: it stands there, grows with what it says, is answered within
// its frame, and the lead remembers which page it came from.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { VISITOR, fillIn, letIn, moveIn, sendButton, until } from "./shop.mjs";

export const prepare = moveIn;

export const tests = [{ name: "A form on somebody else's site is filled in there and thanks there", run: embedded }];

/** A site of somebody else's, on a port of its own. */
async function openSite(html) {
  const server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(html));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function embedded({ browser, page, house, context }) {
  const script = `<script src="${house.url}/f/contact/embed.js" async></script>`;
  const site = await openSite(`<!doctype html><title>Shop</title><h1>Write to us</h1>${script}<p>After it</p>`);
  const elsewhere = await browser.newContext();
  try {
    const visitor = await elsewhere.newPage();
    await visitor.goto(`${site.url}/boilers?utm_source=leaflet&utm_campaign=spring&secret=1`);
    await visitor.locator("iframe").waitFor();
    const frame = await until("the form in its frame", () => visitor.frames().find((one) => one.url().startsWith(house.url)));
    await fillIn(frame, VISITOR);
    const height = () => visitor.locator("iframe").evaluate((one) => one.clientHeight);
    const inner = await frame.locator("body").evaluate((body) => body.scrollHeight);
    assert.ok(Math.abs((await height()) - inner) < 4, `the frame is ${await height()} high, the form ${inner}`);
    await sendButton(frame).click();
    await frame.getByRole("heading", { level: 1 }).getByText(/Thank you|Ines/).waitFor();
  } finally {
    await elsewhere.close();
    site.close();
  }
  await letIn(context, house);
  await page.goto("/leads?q=larkfield");
  await page.getByRole("link", { name: VISITOR.name }).click();
  await page.getByText("leaflet").first().waitFor();
}
