// Import: looks again every second while a list is being read, and shows the page anew when it is done.
const AGAIN_MS = 1000;
const PATIENT_MS = 5000;

async function look() {
  const region = document.querySelector("[data-progress]");
  if (!region) return;
  let again = AGAIN_MS;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-progress]");
    if (!answer.ok || !fresh) return location.replace(location.href);
    region.replaceWith(fresh);
  } catch {
    again = PATIENT_MS;
  }
  setTimeout(look, again);
}

setTimeout(look, AGAIN_MS);
