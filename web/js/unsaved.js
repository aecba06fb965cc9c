// Unsaved: who leaves an editor whose draft is kept nowhere but on its page is asked first.
import { edited } from "./live.js";

const form = document.querySelector("form[data-unsaved]");
let goes = false;

const isTyped = (field) => field.tagName !== "BUTTON" && !field.closest("[data-trial]") && edited(field);

form.addEventListener("submit", ({ defaultPrevented }) => {
  goes = !defaultPrevented;
});
form.querySelector("[data-discard]")?.addEventListener("click", () => {
  goes = true;
});
addEventListener("pageshow", () => {
  goes = false;
});
addEventListener("beforeunload", (e) => {
  if (!goes && (form.dataset.unsaved === "draft" || [...form.elements].some(isTyped))) e.preventDefault();
});
