// Drafts: what is written about a lead is kept on this device until it is saved, so that it is there again
// when the page was lost. Of each teammate and lead apart, only so much, only so long; signing out ends it.
import { edited } from "./edited.js";

const composer = document.querySelector("[data-draft]");
const KEPT = "leadstead-draft:";
const SENT = "leadstead-sent";
const PAUSE_MS = 300;
const DRAFTS_MAX = 20;
const LETTERS_MAX = 50_000;
const LASTS_MS = 14 * 24 * 3_600_000;

const place = (form) => new URL(form.action).pathname;
const forms = () => [...composer.querySelectorAll("form")];

// A browser that keeps nothing loses what it loses.
function attempt(what) {
  try {
    return what();
  } catch {
    return null;
  }
}

const read = (key) => attempt(() => JSON.parse(localStorage.getItem(key))) ?? {};

function write(key, draft) {
  const text = JSON.stringify(draft);
  const isKept = draft.forms && Object.keys(draft.forms).length > 0 && text.length <= LETTERS_MAX;
  attempt(() => (isKept ? localStorage.setItem(key, text) : localStorage.removeItem(key)));
}

const keys = () => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(KEPT))) ?? [];

function forget(unwanted) {
  for (const key of unwanted) attempt(() => localStorage.removeItem(key));
}

// The oldest go when there are too many of them.
function tidy() {
  const young = (key) => Date.now() - (read(key).at ?? 0) < LASTS_MS;
  const newest = keys().filter(young).sort((one, other) => read(other).at - read(one).at);
  const wanted = new Set(newest.slice(0, DRAFTS_MAX));
  forget(keys().filter((key) => !wanted.has(key)));
}

const isWritten = (field) => field.type !== "hidden" && (edited(field) || (field.tagName === "TEXTAREA" && field.value !== ""));
const fields = (form) => [...form.elements].filter((field) => field.name && "value" in field && field.type !== "submit");

function keep(key) {
  const written = forms().filter((form) => fields(form).some(isWritten));
  const pane = composer.querySelector("[name=pane]:checked")?.value;
  write(key, { at: Date.now(), pane, forms: Object.fromEntries(written.map((form) => [place(form), [...new FormData(form)]])) });
  tidy();
}

// The mark by which the form counts once comes back with it: what was saved after all is not saved twice.
function fill(form, pairs) {
  const values = new Map();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of fields(form)) {
    const kept = values.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = kept.includes(field.value);
    else if (kept.length > 0 && (field.type !== "hidden" || field.name === "once")) field.value = kept.shift();
  }
}

function restore(key) {
  const draft = read(key);
  const again = forms().filter((form) => draft.forms?.[place(form)] && !fields(form).some(isWritten));
  for (const form of again) fill(form, draft.forms[place(form)]);
  if (again.length === 0) return;
  const said = composer.querySelector("[data-drafted]");
  said.hidden = false;
  if (!new URLSearchParams(location.search).has("do")) document.getElementById(`pane-${draft.pane}`)?.click();
  said.querySelector("[data-forget]").addEventListener("click", () => {
    for (const form of again) form.reset();
    said.hidden = true;
    keep(key);
  });
}

// A form that was answered by the way to another page was taken; anything else keeps its draft.
function settle() {
  const sent = attempt(() => JSON.parse(sessionStorage.getItem(SENT)));
  if (!sent) return;
  attempt(() => sessionStorage.removeItem(SENT));
  const [arrival] = performance.getEntriesByType("navigation");
  const isAnswer = arrival?.redirectCount > 0 && document.referrer.startsWith(location.origin);
  if (!isAnswer || location.pathname !== sent.lead) return;
  const draft = read(sent.key);
  delete draft.forms?.[sent.place];
  write(sent.key, draft);
}

settle();

if (composer) {
  const key = KEPT + composer.dataset.draft;
  let timer;
  const now = () => {
    if (timer) keep(key);
    clearTimeout(timer);
    timer = undefined;
  };
  tidy();
  restore(key);
  composer.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE_MS);
  });
  addEventListener("pagehide", now);
  addEventListener("submit", ({ target, defaultPrevented }) => {
    if (!composer.contains(target)) return;
    now();
    if (defaultPrevented) return;
    const sent = { key, place: place(target), lead: composer.dataset.lead };
    attempt(() => sessionStorage.setItem(SENT, JSON.stringify(sent)));
  });
}

addEventListener("submit", ({ target, defaultPrevented }) => {
  if (target.id === "sign-out" && !defaultPrevented) forget(keys());
});
