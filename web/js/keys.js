// Keys: one key for what is done all day. None works while somebody types, or with a modifier held;
// each has a visible control, and all of them are off where the page says so.
const PLACES = { t: "/today", l: "/leads", b: "/board", i: "/insights", s: "/settings" };
const GO_WITHIN_MS = 1500;

let goneAt = -Infinity;

const typing = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]");
const link = (url) => document.querySelector(`a[href="${url}"]`);

// A place that has no link on this page does not exist in this house.
function go(url) {
  link(url)?.click();
}

const list = document.getElementById("keys");

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.body.dataset.keys === "off" || typing(event.target)) return;
  const inTime = event.timeStamp - goneAt < GO_WITHIN_MS;
  goneAt = event.key === "g" && !inTime ? event.timeStamp : -Infinity;
  if (inTime && PLACES[event.key]) go(PLACES[event.key]);
  else if (event.key === "a") go("/leads/new");
  else if (event.key === "?") list?.showModal();
  else return;
  event.preventDefault();
});
