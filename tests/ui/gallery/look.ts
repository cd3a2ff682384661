import { mkdir } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { settled } from './settled.ts'
import { ownChromium } from '../../support/chromium.ts'
import { serveGallery } from './serve.ts'
import { screens, sizes, type GalleryScreen } from './screens.ts'

// Pictures of screens for people to look at: node look.ts <folder> [part of a screen's name] [size] [theme]
const [, , folder = 'screenshots', part = '', size = 'laptop', theme = 'light'] = process.argv
const gallery = await serveGallery(process.env['GALLERY_OUT'] ?? 'node_modules/.cache/gallery')
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? ownChromium() ?? 'chromium', args: ['--no-sandbox'] })
await mkdir(folder, { recursive: true })
for (const screen of screens.filter((one) => one.name.includes(part)))
  await picture(screen).catch((error: unknown) => console.log(screen.name, String(error).slice(0, 300)))
await browser.close()
gallery.close()

/** One screen, after what somebody does there first. */
async function picture(screen: GalleryScreen): Promise<void> {
  const page = await browser.newPage(sizes[size as keyof typeof sizes])
  page.setDefaultTimeout(8000)
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(screen.name, message.text().slice(0, 300)))
  page.on('pageerror', (error) => console.log(screen.name, String(error).slice(0, 300)))
  await page.clock.install({ time: new Date('2026-10-22T09:32:00Z') })
  await page.goto(`${gallery.address}${screen.page ?? ''}?theme=${theme}&dir=${process.env['DIR'] ?? 'ltr'}&${screen.query}`)
  await page.locator('h1').first().waitFor()
  if (process.env['PRINT']) await page.emulateMedia({ media: 'print' })
  if (process.env['FORCED']) await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await settled(page, 400)
  for (const step of screen.steps ?? []) {
    await step(page)
    await settled(page, 200)
  }
  await settled(page, 50)
  await page.screenshot({ path: `${folder}/${screen.name}-${size}-${theme}.png`, fullPage: process.env['FULL'] === '1' })
  await page.close()
}
