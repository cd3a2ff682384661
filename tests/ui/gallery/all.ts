import { execFileSync, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ownChromium } from '../../support/chromium.ts'

/** `npm run screenshots [folder]`: a picture of every screen, as a laptop, large, at 200 % text, in the dark and in bright sun. */
const folder = process.argv.slice(2).find((word) => !word.endsWith('.ts')) ?? 'screenshots'
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const looks = [
  ['laptop', 'light'],
  ['laptop', 'dark'],
  ['laptop', 'sun'],
  ['large', 'light'],
  ['double', 'light'],
] as const

execFileSync('vite', ['build', '-c', here('vite.config.ts'), '--logLevel', 'warn'], { stdio: 'inherit', shell: process.platform === 'win32' })
if (!ownChromium() && !process.env['CHROMIUM']) throw new Error('name a Chromium in CHROMIUM')
for (const [size, theme] of looks) {
  process.stdout.write(`${size}, ${theme}\n`)
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [here('look.ts'), folder, '', size, theme], { stdio: 'inherit' })
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`pictures failed: ${code}`))))
  })
}
