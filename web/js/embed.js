// Puts the form where this script stands on another site, as wide as the place is and as high as the
// form. Runs there, so it is no module, sets no cookie and asks for nothing but the form.
(() => {
  const script = document.currentScript;
  if (!script) return;
  const at = new URL(script.src);
  const scheme = getComputedStyle(script.parentElement ?? document.documentElement).colorScheme;
  const theme = /^(only )?dark/.test(scheme) ? "dark" : "light";
  const ask = new URLSearchParams({ embed: "1", theme, landing: location.origin + location.pathname, referrer: document.referrer });
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (/^utm_(source|medium|campaign|term|content)$|^(gclid|fbclid|msclkid|li_fat_id|ttclid)$/.test(name)) ask.set(name, value);
  }
  const frame = document.createElement("iframe");
  frame.src = `${at.origin}${at.pathname.replace(/\/embed\.js$/, "")}?${ask}`;
  frame.title = script.dataset.title ?? "Form";
  Object.assign(frame.style, { display: "block", width: "100%", height: "680px", border: "0" });
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== at.origin) return;
    if (Number.isFinite(data?.height)) frame.style.height = `${Math.min(Math.max(data.height, 120), 4000)}px`;
  });
  script.after(frame);
})();
