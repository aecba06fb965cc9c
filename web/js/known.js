// Known: while a lead is keyed in, says whom we know already by what was typed so far.
import { isOut } from "./line.js";

const form = document.querySelector("form[data-known]");
const place = form?.querySelector("[data-known-here]");
const PAUSE_MS = 250;

let timer;
let asking;

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const typed = new URLSearchParams();
  for (const name of ["name", "company", "phone", "email"]) typed.set(name, form.elements[name]?.value ?? "");
  try {
    const answer = await fetch(`${form.dataset.known}?${typed}`, { signal: asking.signal });
    if (isOut(answer) || !answer.ok || answer.redirected) return;
    const piece = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...piece.body.childNodes);
  } catch {
    // Typed on, or the box does not answer: what is known is found again when the form is sent.
  }
}

form?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE_MS);
});
