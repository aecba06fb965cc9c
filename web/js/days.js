// Days: a day that is typed takes the place of the chips beside it, and a chip that of the day.
document.addEventListener("input", ({ target }) => {
  const line = target.closest("[data-days]");
  const day = line?.querySelector("[type=date]");
  if (target === day) for (const chip of line.querySelectorAll("[type=radio]")) chip.checked = day.value === "" && chip.defaultChecked;
  else if (day && target.type === "radio") day.value = "";
});
