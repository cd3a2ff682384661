import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../src/renderer', name), 'utf8')

test.each(['index.html', 'kiosk.html'])('no browser translates %s: the names on it would go to its maker, and be drawn twice', (name) => {
  expect(page(name)).toMatch(/<html [^>]*translate="no"/)
  expect(page(name)).toContain('<meta name="google" content="notranslate" />')
})
