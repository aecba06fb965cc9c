// A German house, from its first page to a clock that stops: no English word on the way, neither on
// a page as it comes nor in what the scripts put there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unhurried, until } from "./shop.mjs";

const LOCALE = { locale: "de-DE" };

/** Texts shorter than this may be words of both languages. */
const SHORTEST = 12;

const ENGLISH = piecesOf("en").filter((piece) => !piecesOf("de").includes(piece));

export const tests = [{ name: "A German owner sets a house up, answers a visitor, and reads no English", run: walk }];

async function walk({ visit, house }) {
  assert.ok(ENGLISH.length > 500, "there is English to look for");
  const page = await visit(LOCALE);
  await setUp(page, house);

  const visitor = await visit(LOCALE);
  await visitor.goto("/f/contact");
  await german(visitor, "the form");
  await visitor.getByLabel("Ihr Name").fill("Jonas Weber");
  await visitor.getByLabel("Telefon").fill("030 5550142");
  await visitor.getByLabel("E-Mail").fill("jonas@weber.example");
  await visitor.getByLabel("Worum geht es?").fill("Bitte schicken Sie uns ein Angebot für zwei Kessel.");
  await unhurried(visitor);
  await visitor.getByRole("button", { name: "Absenden" }).click();
  await visitor.getByRole("heading", { name: /^Vielen Dank, Jonas/ }).waitFor();
  await german(visitor, "the thanks");

  const row = page.locator("#waiting").getByRole("listitem").filter({ hasText: "Jonas Weber" });
  await row.waitFor();
  await german(page, "Today with a lead that came by itself");
  await row.getByRole("link", { name: "Jonas Weber" }).click();
  const head = page.locator("#head");
  await head.locator("time.clock").waitFor();
  await german(page, "the lead");

  await page.keyboard.press("?");
  await page.locator("#keys").waitFor();
  await german(page, "the list of keys");
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  const call = page.locator("form.pane.call");
  await call.getByText("Erreicht", { exact: true }).click();
  await call.getByLabel("Was gesagt wurde").fill("Will zuerst eine Besichtigung.");
  await call.getByLabel("Nächster Schritt", { exact: true }).selectOption("email");
  await call.getByRole("button", { name: "Anruf speichern" }).click();
  await head.locator("time.clock").waitFor({ state: "detached" });
  await german(page, "the answered lead");

  await page.goto("/today");
  await page.locator("#waiting").getByText("Niemand wartet.").waitFor();
  await german(page, "Today with nobody waiting");
  await searched(page);
  await silent(page, house);
}

async function setUp(page, house) {
  await page.goto("/");
  const [code] = house.log.match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/);
  await german(page, "the code");
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Beginnen" }).click();
  await onward(page, "Wie heißt Ihre Firma?", () => page.getByLabel("Name der Firma").fill("Nordhof Heizung"));
  await onward(page, "Wo ist Ihre Firma zu Hause?", () => page.getByLabel("Land", { exact: true }).fill("Deutschland"));
  await onward(page, "Nach welcher Uhr arbeiten Sie?");
  await onward(page, "Wann haben Sie geöffnet?", async () => {
    for (const day of ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]) {
      await page.locator(`#f-${day}_from`).fill("00:00");
      await page.locator(`#f-${day}_to`).fill("24:00");
    }
  });
  await onward(page, "Welche Art Geschäft ist es?", () => page.getByLabel("Dienstleister vor Ort").check());
  await asked(page, "Wem gehört diese Box?");
  await page.getByLabel("Name").fill("Maja Lindner");
  await page.getByLabel("E-Mail").fill("maja@nordhof.example");
  await page.getByLabel("Passwort").fill("ein langer Weg zum Kessel");
  await page.locator("form [type=submit]").last().click();
  for (const question of ["Wer arbeitet mit Ihnen?", "Wie gehen Briefe hinaus?"]) {
    await asked(page, question);
    await page.getByRole("link", { name: /^Weiter/ }).or(page.getByRole("button", { name: /^Weiter/ })).click();
  }
  await asked(page, "Lassen Sie einen ersten Lead herein");
  await page.goto("/today");
  await german(page, "an empty Today");
}

async function onward(page, question, answer = () => {}) {
  await asked(page, question);
  await answer();
  await page.getByRole("button", { name: "Weiter", exact: true }).click();
}

async function asked(page, question) {
  await page.getByRole("heading", { name: question }).waitFor();
  await german(page, question);
}

/** What stands under the field that finds, and beside the field of a name one already has. */
async function searched(page) {
  await page.locator("#find").fill("Jonas");
  await until("a lead found", async () => (await page.locator(".found").getByText("Jonas Weber").count()) > 0);
  await german(page, "what was found");
  await page.goto("/leads/new");
  await page.getByLabel("Telefon").fill("030 5550142");
  await page.getByText("Jonas Weber").first().waitFor();
  await german(page, "a lead that is known");
}

/** The bar of a box that does not answer. */
async function silent(page, house) {
  await page.goto("/today");
  await house.shut();
  await page.getByText("Die Box antwortet nicht.").waitFor({ timeout: 30_000 });
  await german(page, "Today without an answer");
  await house.reopen();
}

/** Fails where a page says what only the English catalogue says. */
async function german(page, where) {
  const said = await page.evaluate(() => {
    const attributes = ["aria-label", "placeholder", "title", "label", "alt", "data-quiet", "data-kept", "data-overdue"];
    const read = [...document.querySelectorAll(attributes.map((name) => `[${name}]`).join(", "))].flatMap((one) =>
      attributes.map((name) => one.getAttribute(name) ?? ""),
    );
    return [document.title, document.body.textContent, ...read].join("\n");
  });
  const flat = said.replace(/\s+/g, " ");
  assert.deepEqual(ENGLISH.filter((piece) => flat.includes(piece)), [], where);
  assert.equal(await page.locator("html").getAttribute("lang"), "de", where);
}

/** What a catalogue says between the places of others. */
function piecesOf(language) {
  const path = fileURLToPath(new URL(`../../src/language/${language}.ftl`, import.meta.url));
  const texts = readFileSync(path, "utf8").replace(/^#.*$/gm, "").replace(/^[a-z][\w-]* = ?/gm, "\n").replace(/^\s+\*?\[[^\]]+\]/gm, "\n");
  const pieces = texts.split(/\{[^}]*\}|[{}\n]/).map((piece) => piece.replace(/\s+/g, " ").trim());
  return [...new Set(pieces)].filter((piece) => piece.length > SHORTEST);
}
