import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { protocol } from 'electron'
import { appOrigin, appScheme, kioskPath } from './origin.ts'
import { appHeaders, kioskPolicy } from './policy.ts'

/** Must run before the app is ready: makes app:// a secure origin of its own, with storage, workers and WebCrypto. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }])
}

/** Serves the built window. Only files that were there at the start are served: no path is ever put together from a request. */
export async function serveApp(folder: string): Promise<void> {
  const files = await listFiles(folder)
  protocol.handle(appScheme, async (request) => {
    const { origin, path } = partsOf(request.url)
    const file = origin === appOrigin && request.method === 'GET' ? files.get(path) : undefined
    if (!file) return new Response(null, { status: 404, headers: appHeaders })
    const policy = path === kioskPath ? { 'content-security-policy': kioskPolicy } : {}
    return new Response(await readFile(file), { headers: { ...appHeaders, ...policy, 'content-type': typeOf(file) } })
  })
}

/** Request path → file. "/" is the page. */
async function listFiles(folder: string): Promise<Map<string, string>> {
  const paths = new Map<string, string>()
  for (const file of await filesUnder(folder)) paths.set(`/${relative(folder, file).split(sep).join('/')}`, file)
  const page = paths.get('/index.html')
  return page ? paths.set('/', page) : paths
}

/** By hand: inside a package's archive, Node's own recursive listing is not to be relied on. */
async function filesUnder(folder: string): Promise<string[]> {
  const files: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    files.push(...(entry.isDirectory() ? await filesUnder(path) : [path]))
  }
  return files
}

/** URL.origin is "null" for schemes that are not the web's own, in Node. */
function partsOf(address: string): { origin: string; path: string } {
  const { protocol: scheme, host, pathname } = new URL(address)
  return { origin: `${scheme}//${host}`, path: decodeURI(pathname) }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

function typeOf(file: string): string {
  return types[extname(file)] ?? 'application/octet-stream'
}
