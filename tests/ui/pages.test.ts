import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../src/renderer', name), 'utf8')

test.each(['index.html', 'kiosk.html'])('no browser translates %s: the names on it would go to its maker, and be drawn twice', (name) => {
  expect(page(name)).toMatch(/<html [^>]*translate="no"/)
  expect(page(name)).toContain('<meta name="google" content="notranslate" />')
})

test('a browser has an icon and asks for none: its console shows no 404 at the first opening', () => {
  const icon = /<link rel="icon" [^>]*href="([^"]+)"/.exec(page('index.html'))?.[1]
  expect(icon && existsSync(join(import.meta.dirname, '../../src/renderer', icon))).toBe(true)
})
