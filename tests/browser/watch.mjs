// What no page may do, whatever the test is about: ask anybody but the house, break the content
// policy, fail in a script, or miss a file.

/** Writes into `troubles` what the pages of a context do wrong, one sentence each. That a box which
 * was shut does not answer is none of it. */
export function watch(context, house, troubles) {
  const ours = [house.url, house.publicUrl];
  const isOurs = (url) => ours.includes(new URL(url).origin);
  context.on("request", (request) => {
    if (!isOurs(request.url())) troubles.push(`A page asked for ${request.url()}`);
  });
  context.on("response", (response) => {
    const isPage = response.request().isNavigationRequest();
    if (!isPage && response.status() >= 400) {
      troubles.push(`${response.url()} was answered with ${response.status()}`);
    }
  });
  context.on("console", (message) => {
    if (message.type() === "error" && !tellsOfAnswer(message) && !house.isShut) {
      troubles.push(`${message.page()?.url()} says: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => troubles.push(`A script failed: ${error.error().stack}`));
}

/** Chromium also logs each page that is a polite no; the test looks at those itself. */
function tellsOfAnswer(message) {
  return message.text().startsWith("Failed to load resource: the server responded with a status of");
}
