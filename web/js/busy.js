// Busy: while the answer to a form is long in coming, says so and marks the button that was pressed.
const PATIENCE_MS = 500;

const bar = document.createElement("p");
bar.className = "alert busy";
bar.setAttribute("role", "status");

function rest() {
  bar.remove();
  for (const button of document.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
}

addEventListener("submit", (event) => {
  const { submitter } = event;
  setTimeout(() => {
    if (event.defaultPrevented) return;
    submitter?.setAttribute("aria-busy", "true");
    bar.textContent = document.documentElement.dataset.busy;
    document.body.append(bar);
  }, PATIENCE_MS);
});

// The way back to a page that was kept as it was.
addEventListener("pageshow", rest);
