// Edited: whether somebody has changed what a field came with.

// What a choice came with: the first, where none was chosen for it.
const setOut = ({ options }) => [...options].findLast((option) => option.defaultSelected) ?? options[0];

/** Whether a field holds something else than it came with. */
export const edited = (field) =>
  field.type === "checkbox" || field.type === "radio"
    ? field.checked !== field.defaultChecked
    : field.tagName === "SELECT"
      ? field.options[field.selectedIndex] !== setOut(field)
      : field.value !== field.defaultValue;
