// Choices: offers what a condition may be compared with, by the fact that is chosen, one value behind the other.
const HERE = "values-here";
const BETWEEN = /[,;\n]/;

const offered = document.createElement("datalist");
offered.id = HERE;
document.body.append(offered);

/** The key of the fact that is chosen: of a choice its value, of a line what is called so. */
function factOf(control) {
  const called = control.value.trim().toLowerCase();
  const named = [...(control.list?.options ?? [])].find((option) => option.value.toLowerCase() === called);
  return named?.dataset.key ?? control.value.trim();
}

/** What stands before the value that is typed now, ready for another one behind it. */
function before(text, next) {
  const end = text.search(/[^,;\n\s][^,;\n]*$|$/);
  const kept = text.slice(0, end);
  return next.includes(",") && !kept.includes(";") ? kept.replaceAll(",", ";") : kept;
}

function offer(values) {
  const fact = values.closest("[data-condition]")?.querySelector("[data-fact]");
  const list = fact && document.getElementById(`values-${factOf(fact)}`);
  const typed = values.value.split(BETWEEN).map((one) => one.trim().toLowerCase());
  const left = [...(list?.options ?? [])].filter(({ value }) => !typed.slice(0, -1).includes(value.toLowerCase()));
  offered.replaceChildren(
    ...left.map(({ value }) => new Option("", before(values.value, value) + value + (value.includes(",") ? ";" : ""))),
  );
  values.setAttribute("list", HERE);
}

for (const when of ["focusin", "input"]) {
  document.addEventListener(when, ({ target }) => {
    if (target.matches?.("[data-condition] [data-values]")) offer(target);
  });
}
