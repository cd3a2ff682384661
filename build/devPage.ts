import type { Plugin } from 'vite'
import { serverPaths } from '../src/shared/ipc/contract.ts'

/**
 * For `npm run dev` alone: takes the page's policy away, as the dev server puts scripts into the page, and lets a plain
 * browser reach the server through the dev server.
 */
export function devPage(): Plugin {
  const target = process.env['GATHER_LOCAL_SERVER']
  const paths = [...serverPaths, '/about']
  return {
    name: 'gather:dev-page',
    apply: 'serve',
    config: () => ({ server: { proxy: target ? Object.fromEntries(paths.map((path) => [path, target])) : {} } }),
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  }
}
