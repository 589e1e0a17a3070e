// Begins.

engine.start().catch((error) => error instanceof Cancelled || complain(`This browser cannot run the page: ${error.message}`));
showGoing();
// On a host, the page is kept by the browser and works without the host from then on.
if ($('link[rel="manifest"]')) navigator.serviceWorker?.register(own.createScriptURL("sw.js")).catch(() => {});
