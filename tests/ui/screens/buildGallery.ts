import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { serveGallery } from '../gallery/serve.ts'

/** Builds the gallery once and serves it for the whole run, with axe beside it: a browser that has read it once keeps it compiled. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes the default export of a set-up file
export default async function buildGallery(): Promise<() => void> {
  const folder = fileURLToPath(new URL('../../../node_modules/.cache/gallery-test', import.meta.url))
  process.env['GALLERY_OUT'] = folder
  await build({ configFile: fileURLToPath(new URL('../gallery/vite.config.ts', import.meta.url)), logLevel: 'error' })
  copyFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), join(folder, 'assets/axe.js'))
  const { address, close } = await serveGallery(folder)
  process.env['GALLERY'] = address
  return close
}
