// Find: shows leads under the field while a name is typed, and those looked at last where nothing is.
// Arrows choose, Enter opens, Esc closes and then leaves, "/" goes to the field. Enter on what was typed leads to the list.
import { isOut } from "./line.js";

const KEPT = "leadstead-recent";
const KEPT_MAX = 8;
const PAUSE_MS = 120;
const PATIENCE_MS = 400;

const fields = [...document.querySelectorAll(".find input[type=search][name=q]")];

function recent() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "[]").filter(Number.isInteger).slice(0, KEPT_MAX);
  } catch {
    return [];
  }
}

function remember() {
  const id = Number(location.pathname.match(/^\/leads\/(\d+)$/)?.[1]);
  if (!id) return;
  try {
    const kept = [id, ...recent().filter((other) => other !== id)].slice(0, KEPT_MAX);
    localStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // A private window keeps nothing.
  }
}

function enhance(field) {
  const box = document.createElement("div");
  box.className = "found";
  box.id = `${field.id}-found`;
  box.hidden = true;
  field.closest(".find").append(box);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", box.id);

  let asking;
  let timer;
  let at = -1;
  const options = () => [...box.querySelectorAll("[role=option]")];

  function choose(next) {
    const all = options();
    at = all.length === 0 ? -1 : Math.max(-1, Math.min(next, all.length - 1));
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    box.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const slow = setTimeout(sayBusy, PATIENCE_MS);
    asking.signal.addEventListener("abort", () => rest(slow));
    const q = field.value.trim();
    const query = new URLSearchParams(q ? { q } : { recent: recent().join(",") });
    try {
      const answer = await fetch(`/find?${query}`, { signal: asking.signal, headers: { Accept: "text/html" } });
      if (isOut(answer) || !answer.ok || answer.redirected) return close();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (document.activeElement !== field) return;
      rest(slow);
      box.replaceChildren(...page.body.childNodes);
      for (const option of options()) option.id = `${field.id}-${option.id}`;
      box.hidden = false;
      field.setAttribute("aria-expanded", "true");
      choose(-1);
    } catch {
      // Asked anew meanwhile, or the box does not answer; Enter still leads to the list.
      rest(slow);
    }
  }

  // What was found before stays, and is marked as old.
  function sayBusy() {
    box.setAttribute("aria-busy", "true");
    if (!box.hidden) return;
    const said = document.createElement("p");
    said.className = "mute";
    said.setAttribute("role", "status");
    said.textContent = document.documentElement.dataset.busy;
    box.replaceChildren(said);
    box.hidden = false;
  }

  function rest(slow) {
    clearTimeout(slow);
    box.removeAttribute("aria-busy");
  }

  field.addEventListener("focus", ask);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (box.hidden) ask();
      else choose(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      location.assign(options()[at].dataset.href);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (box.hidden) field.blur();
      else close();
    }
  });
  // Before the field loses the focus, and so before the box is closed.
  box.addEventListener("pointerdown", (event) => event.preventDefault());
  box.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  if (document.activeElement === field) ask();
}

const writes = (element) => element.closest?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
  if (document.body.dataset.keys === "off" || document.querySelector("dialog[open]")) return;
  const field = fields.find((one) => one.checkVisibility());
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

remember();
fields.forEach(enhance);
