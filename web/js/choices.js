// Choices: offers what a condition may be compared with, by the fact that is chosen, one value behind the other.
const HERE = "values-here";

const offered = document.createElement("datalist");
offered.id = HERE;
document.body.append(offered);

/** The key of the fact that is chosen: of a choice its value, of a line what is called so. */
function factOf(control) {
  const called = control.value.trim().toLowerCase();
  const named = [...(control.list?.options ?? [])].find((option) => option.value.toLowerCase() === called);
  return named?.dataset.key ?? control.value.trim();
}

/** What stands between values: semicolons where there are any, else commas. The server reads them so, too. */
const between = (text) => (text.includes(";") ? ";" : ",");

/** A value behind what stands before the one that is typed now. Behind commas, one that holds a comma turns
    them into semicolons; it is found all the same by what is typed. */
function behind(text, value) {
  const starts = [...text.matchAll(new RegExp(`(?:^|${between(text)})\\s*`, "g"))].map((at) => at.index + at[0].length);
  const is = (start) => value.toLowerCase().startsWith(text.slice(start).toLowerCase());
  const kept = text.slice(0, starts.find(is) ?? starts.at(-1));
  if (!value.includes(",")) return new Option("", kept + value);
  return new Option(kept + value, `${kept.includes(";") ? kept : kept.replaceAll(",", ";")}${value};`);
}

function offer(values) {
  const fact = values.closest("[data-condition]")?.querySelector("[data-fact]");
  const list = fact && document.getElementById(`values-${factOf(fact)}`);
  const text = values.value;
  const typed = text.split(between(text)).map((one) => one.trim().toLowerCase());
  const left = [...(list?.options ?? [])].filter(({ value }) => !typed.slice(0, -1).includes(value.toLowerCase()));
  offered.replaceChildren(...left.map(({ value }) => behind(text, value)));
  values.setAttribute("list", HERE);
}

for (const when of ["focusin", "input"]) {
  document.addEventListener(when, ({ target }) => {
    if (target.matches?.("[data-condition] [data-values]")) offer(target);
  });
}
