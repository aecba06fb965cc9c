// Unsaved: who leaves an editor whose draft is kept nowhere but on its page is asked first.
import { edited } from "./edited.js";

const form = document.querySelector("form[data-unsaved]");
let goes = false;

const isTyped = (field) => field.tagName !== "BUTTON" && !field.closest("[data-trial]") && edited(field);

const count = form.querySelector("[data-untried]");
form.addEventListener("input", () => {
  if (count && [...form.elements].some(isTyped)) count.textContent = count.dataset.untried;
});
form.addEventListener("submit", (e) => {
  goes = true;
  // Others may still keep it from going.
  setTimeout(() => {
    if (e.defaultPrevented) goes = false;
  });
});
form.querySelector("[data-discard]")?.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
  goes = !(ctrlKey || metaKey || shiftKey);
});
addEventListener("pageshow", () => {
  goes = false;
});
addEventListener("beforeunload", (e) => {
  if (!goes && (form.dataset.unsaved === "draft" || [...form.elements].some(isTyped))) e.preventDefault();
});
