// Goes everywhere and presses everything, as each role, in a house of its own: every link leads to a
// page, every button has an effect, every form answers with a page or says what is wrong. What
// cannot be taken back comes last.

import assert from "node:assert/strict";
import { openHouse } from "./house.mjs";
import { OWNER, moveIn } from "./shop.mjs";
import { fill } from "./tour.mjs";

const PASSWORD = "a colleague of the owner";
const ROLES = ["rep", "manager", "owner"];

/** Pages of one kind that are looked at, and pages in all. */
const OF_A_KIND_MAX = 2;
const PAGES_MAX = 300;

/** What ends something for good, and what ends the visit itself. */
const LAST = /lost|disqualify|drop|won|delete|remove|retire|revoke|deactivate|disable|let-go|password|restore|logout/;

/** Not a page: streams and files. */
const NO_PAGE = /^\/(live|static|metrics|healthz)\b|\.csv$|\/download$|\/export\b|^\/files\//;

export const limitMs = 600_000;

export const tests = ROLES.map((role) => ({
  name: `a ${role} finds no dead end and no button without an effect`,
  run: ({ browser }) => walk(role, browser),
}));

async function walk(role, browser) {
  const house = await openHouse({ prepare: moveIn });
  const context = await browser.newContext({ baseURL: house.url });
  try {
    await fill(house);
    const who = role === "owner" ? OWNER : colleague(house, role);
    const page = await context.newPage();
    page.on("dialog", (dialog) => dialog.accept());
    await signInAs(page, who);
    const troubles = [];
    const acts = await lookAround(page, house, troubles);
    const isLast = ({ action }) => LAST.test(action);
    for (const act of [...acts.filter((act) => !isLast(act)), ...acts.filter(isLast)]) {
      await press(page, house, who, act, troubles);
    }
    assert.ok(acts.length >= 8, `only ${acts.length} things to do`);
    assert.deepEqual(troubles, []);
    console.log(`       ${role}: ${acts.length} things to do`);
  } finally {
    await context.close();
    await house.close();
  }
}

function colleague(house, role) {
  const email = `${role}@northside.example`;
  house.cli(["user", "add", "--email", email, "--name", `Una ${role}`, "--role", role, "--password-stdin"], PASSWORD);
  return { email, password: PASSWORD };
}

async function signInAs(page, { email, password }) {
  await page.goto("/login");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/today");
}

/** Visits what every link leads to, and gives what can be done there. */
async function lookAround(page, house, troubles) {
  const queue = ["/today", "/today?team=all"];
  const seen = new Map();
  const acts = new Map();
  for (let visited = 0; queue.length > 0 && visited < PAGES_MAX; visited += 1) {
    const url = queue.shift();
    const answer = await page.goto(url, { waitUntil: "domcontentloaded" });
    if (answer.status() >= 400 && !(url.includes("team=all") && answer.status() === 403)) {
      troubles.push(`${url} answers ${answer.status()}`);
      continue;
    }
    const { links, forms, idle } = await page.evaluate(offered);
    for (const words of idle) troubles.push(`${url}: nothing happens at “${words}”`);
    for (const link of links) {
      const { origin, pathname, search } = new URL(link, house.url);
      if (origin !== house.url || NO_PAGE.test(pathname)) continue;
      const kind = kindOf(pathname + search);
      const count = seen.get(kind) ?? 0;
      if (count >= OF_A_KIND_MAX) continue;
      seen.set(kind, count + 1);
      queue.push(pathname + search);
    }
    for (const form of forms) {
      const key = `${form.method} ${kindOf(form.action)} ${form.words}`;
      if (!acts.has(key)) acts.set(key, { ...form, url });
    }
  }
  return [...acts.values()];
}

function kindOf(url) {
  return url
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "U")
    .replace(/=[^&#]*\d[^&#]*/g, "=N")
    .replace(/\d+/g, "N");
}

/** In the page: its links, what its forms can be sent with, and buttons that nothing listens to. */
function offered() {
  const links = [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
  const words = (button) => button.innerText?.trim() || button.textContent.trim() || button.ariaLabel || button.name;
  const forms = [...document.querySelectorAll("button, input[type=submit]")]
    .filter((button) => button.type === "submit" && button.form && !button.disabled)
    .filter((button) => button.form.method !== "dialog")
    .map((button) => ({
      method: (button.getAttribute("formmethod") ?? button.form.method).toUpperCase(),
      action: new URL(button.getAttribute("formaction") ?? button.form.getAttribute("action") ?? "", location.href).pathname,
      words: words(button),
      nth: [...document.querySelectorAll("button, input[type=submit]")].indexOf(button),
    }));
  const known = (id) => id && document.getElementById(id);
  const idle = [...document.querySelectorAll("button[type=button]")]
    .filter((button) => !known(button.getAttribute("popovertarget")) && !known(button.dataset.dialog))
    .filter((button) => Object.keys(button.dataset).every((name) => name === "dialog"))
    .map(words);
  return { links: links.filter((link) => !link.startsWith("#")), forms, idle };
}

/** Fills in a form as somebody would who means it, sends it, and looks at what comes of it. */
async function press(page, house, who, act, troubles) {
  const here = `“${act.words}” on ${act.url} (${act.method} ${act.action})`;
  const open = await page.goto(act.url, { waitUntil: "domcontentloaded" });
  if (new URL(page.url()).pathname === "/login") {
    await signInAs(page, who);
    await page.goto(act.url, { waitUntil: "domcontentloaded" });
  }
  if (open.status() >= 400) return;
  const before = await state(page, house);
  const answers = page.waitForResponse((answer) => answer.request().isNavigationRequest() && answer.status() < 300 || answer.status() >= 400, { timeout: 8_000 }).catch(() => null);
  const sent = await page.evaluate(send, [act.nth, act.words]);
  if (sent === "gone") return;
  if (sent === "file") return;
  const answer = await answers;
  await page.waitForLoadState("domcontentloaded").catch(() => {});
  if (answer && answer.status() >= 400 && ![409, 422, 429].includes(answer.status())) {
    troubles.push(`${here} answers ${answer.status()}`);
    return;
  }
  if (answer && answer.status() >= 400) {
    const said = await page.locator("[role=alert], .error").first().innerText().catch(() => "");
    if (!said) troubles.push(`${here} answers ${answer.status()} and does not say why`);
    return;
  }
  if ((await state(page, house)) === before) troubles.push(`${here} does nothing`);
}

/** All that an action could change: what is written, where we are, and what the page says. */
async function state(page, house) {
  const { seq } = await (await fetch(`${house.url}/healthz`)).json();
  const cookies = await page.context().cookies();
  const shown = await settled(page, () => `${location.href}\n${document.documentElement.dataset.theme}\n${document.querySelector("main")?.innerText}`);
  return `${seq}\n${cookies.map(({ name, value }) => `${name}=${value}`).join(";")}\n${shown}`;
}

/** What a page says of itself; once more where it was just going on to another. */
async function settled(page, ask) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await page.evaluate(ask);
    } catch (error) {
      if (tries === 5) throw error;
      await page.waitForLoadState("load").catch(() => {});
    }
  }
}

/** In the page: fills in what is empty and sends. */
function send([nth, words]) {
  const button = [...document.querySelectorAll("button, input[type=submit]")][nth];
  const said = button && (button.innerText?.trim() || button.textContent.trim() || button.ariaLabel || button.name);
  if (!button?.form || said !== words) return "gone";
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const meant = { email: `ana${Date.now()}@ruiz.example`, tel: "+44 7700 900777", number: "7", date: day, url: "https://ruiz.example", time: "10:00", search: "Ana", "datetime-local": `${day}T10:00` };
  for (const field of button.form.elements) {
    if (field.type === "file") return "file";
    if (field.disabled || ["hidden", "submit", "button", "fieldset", "password"].includes(field.type)) continue;
    if (field.type === "select-one" && !field.value) {
      const choice = [...field.options].find((option) => option.value && !option.disabled);
      if (choice) field.value = choice.value;
    } else if (field.tagName === "TEXTAREA" && !field.value) {
      field.value = "As we said on the phone.";
    } else if (field.tagName === "INPUT" && !["checkbox", "radio"].includes(field.type) && !field.value) {
      field.value = meant[field.type] ?? (field.inputMode === "decimal" || field.inputMode === "numeric" ? "7" : "Ana Ruiz");
    }
    if (field.required && field.type === "checkbox") field.checked = true;
  }
  button.form.noValidate = true;
  button.form.requestSubmit(button);
  return "sent";
}
