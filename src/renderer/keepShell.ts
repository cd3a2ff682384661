/**
 * Has the browser keep the app's own files, so that it opens without a network from the next time on (serviceWorker.ts).
 * Not in the desktop app, which brings its files along; not under the dev server, whose files change.
 */
export async function keepShell(): Promise<void> {
  if (window.gather || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // A browser that refuses (a private window) still runs the app as long as it is open.
  await navigator.serviceWorker.register('./serviceWorker.js').catch(() => undefined)
}
