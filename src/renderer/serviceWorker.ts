/// <reference lib="webworker" />
/**
 * Keeps the files of the app in the browser, so that a tablet opens it in a park. Files only: what the server answers to the
 * app's own requests never passes through here, and nothing personal is ever kept by it. The desktop app does not use it.
 */
declare const self: ServiceWorkerGlobalScope
declare const __SHELL_FILES__: string[]
declare const __SHELL_VERSION__: string

const files = __SHELL_FILES__
const shell = `gather-shell-${__SHELL_VERSION__}`
const root = new URL('./', self.location.href)
const known = new Set(files.map((file) => new URL(file, root).href))
const front = new URL('index.html', root).href

/** All files or none: a shell with a missing part would open as a white page without a network. */
async function keepFiles(): Promise<void> {
  const kept = await caches.open(shell)
  await kept.addAll([...known].map((file) => new Request(file, { cache: 'reload' })))
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  const older = names.filter((name) => name.startsWith('gather-shell-') && name !== shell)
  await Promise.all(older.map((name) => caches.delete(name)))
}

/** The kept file that answers this request, or null where it is none of ours. */
function fileFor(request: Request): string | null {
  if (request.method !== 'GET') return null
  const address = new URL(request.url)
  if (address.origin !== root.origin) return null
  if (request.mode === 'navigate' && address.pathname === root.pathname) return front
  const plain = address.origin + address.pathname
  return known.has(plain) ? plain : null
}

async function answer(file: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(shell)).match(file)
  return kept ?? fetch(request)
}

// No skipWaiting: an open window goes on with the files it began with; the new ones serve from the next opening.
self.addEventListener('install', (event) => event.waitUntil(keepFiles()))
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())))
self.addEventListener('fetch', (event) => {
  const file = fileFor(event.request)
  if (file) event.respondWith(answer(file, event.request))
})

export {}
