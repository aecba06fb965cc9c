// Again: a visitor who comes back to a form they have sent, and sends it as it was, has sent it once. The
// marks by which the house knows a copy of the form are kept with its place in the history.
const MARKS = ["once", "stamp"];
const form = document.querySelector("form:has([name=stamp])");

form?.addEventListener("submit", () => {
  const marks = MARKS.map((name) => [name, form.elements[name]?.value]);
  history.replaceState({ ...history.state, marks }, "");
});

if (form) {
  for (const [name, value] of history.state?.marks ?? []) {
    if (value && form.elements[name]) form.elements[name].value = value;
  }
}
