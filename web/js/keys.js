// Keys: one key for what is done all day. None works while somebody types, or with a modifier held;
// each has a visible control, and all of them are off where the page says so.
const PLACES = { t: "/today", l: "/leads", b: "/board", i: "/insights", s: "/settings" };
const GO_WITHIN_MS = 1500;

let goneAt = -Infinity;

// In the composer letters are words, whatever of it has the keyboard.
const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open], .composer form");
const link = (url) => document.querySelector(`a[href="${url}"]`);

// A place that has no link on this page does not exist in this house.
function go(url) {
  link(url)?.click();
}

// Rows, of whichever lists the page has, in order.
const ROWS = ".picker tbody tr, .rows > .row";
const rows = () => [...document.querySelectorAll(ROWS)].filter((row) => row.offsetParent);
const rowHere = () => document.activeElement?.closest?.(ROWS);

// The row one went from is known when one comes back to the page.
const lead = (row) => row.querySelector(".who a")?.pathname;
const rowLeft = (all) => all.find((row) => history.state?.row && lead(row) === history.state.row);

addEventListener("click", (event) => {
  const row = event.target.closest?.("a, button") && event.target.closest(ROWS);
  if (row) history.replaceState({ ...history.state, row: lead(row) }, "");
}, true);

function goTo(step) {
  const all = rows();
  const at = all.indexOf(rowHere() ?? rowLeft(all));
  const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))];
  next?.querySelector(".who a")?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

// The one action of a row; where it has none, the way to its lead. On a lead, what it asks for.
function act() {
  const row = rowHere();
  const asked = row?.querySelector(".act button, a.act, .act a") ?? row?.querySelector(".who a");
  (asked ?? document.querySelector(".promise .btn"))?.click();
}

// What a key opens has the keyboard; closed, it goes back to where it was.
function open(key) {
  const ways = [...document.querySelectorAll(`[data-key="${key}"]`)];
  ways.find((way) => way.href || way.offsetParent)?.click();
  document.querySelector(":popover-open")?.querySelector("button, a, input:not([type=hidden]), select")?.focus();
}

// On a lead: the panes of the composer.
const PANES = { n: "note", c: "call", e: "email", l: "other", t: "task" };

function compose(pane) {
  document.getElementById(`pane-${pane}`)?.click();
  write();
}

// Into the first field of the composer, or of the card in its place, in which one writes.
function write() {
  const fields = [...document.querySelectorAll("#act form :is(textarea, .input):not(select)")];
  fields.find((field) => field.offsetParent)?.focus();
}

// Who comes for a form comes to write, once the browser has gone to the place and let go of what had the
// keyboard; on glass that would raise the keys over what stands there.
if (location.hash === "#act" && !matchMedia("(pointer: coarse)").matches) {
  addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
    if (document.activeElement === document.body) write();
  })));
}

// Ctrl+Enter sends the form one is writing in, as its button would.
addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest(".composer form");
  form?.requestSubmit(form.querySelector("[type=submit]"));
});

const list = document.getElementById("keys");

// The lead before and the next one of the list one came from; on some keyboards AltGr makes the sign.
const BESIDE = { "[": "prev", "]": "next" };
const made = (event) => BESIDE[event.key] && event.getModifierState("AltGraph");

addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey || event.altKey) && !made(event)) return;
  if (event.isComposing) return;
  // Out of what one writes, so that the keys work again; what was typed stays.
  if (event.key === "Escape" && event.target.closest(".composer")) return event.target.blur();
  if (document.body.dataset.keys === "off" || typing(event.target)) return;
  const inTime = event.timeStamp - goneAt < GO_WITHIN_MS;
  goneAt = event.key === "g" && !inTime ? event.timeStamp : -Infinity;
  if (inTime && PLACES[event.key]) go(PLACES[event.key]);
  else if (event.key === "a") go("/leads/new");
  else if (event.key === "?") list?.showModal();
  else if (event.key === "j") goTo(1);
  else if (event.key === "k") goTo(-1);
  else if (event.key === ".") act();
  else if (event.key === "o" || event.key === "m") open(event.key);
  else if (BESIDE[event.key]) document.querySelector(`.through [rel=${BESIDE[event.key]}]`)?.click();
  else if (PANES[event.key] && document.querySelector(".composer")) compose(PANES[event.key]);
  else return;
  event.preventDefault();
});
