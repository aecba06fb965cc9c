// Kept: nothing typed is sent into the void. While it is in doubt whether the box is there, a form asks
// before it leaves; where nobody answers the page stays as it is and says so.
import { isThere, reached, sayKept } from "./line.js";

const asked = new WeakSet();

addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  const wasAsked = asked.delete(form);
  if (event.defaultPrevented || form.getAttribute("method") !== "post" || isThere() || wasAsked) return;
  event.preventDefault();
  if (!(await reached())) return sayKept();
  asked.add(form);
  form.requestSubmit(submitter);
});
