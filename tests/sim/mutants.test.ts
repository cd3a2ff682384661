import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { mutants } from './mutants.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** How often a text stands in a shipped file. */
const times = (file: string, text: string) => readFileSync(root + file, 'utf8').split(text).length - 1

test('each planted bug fits the shipped code in one place: one that no longer does would prove nothing', () => {
  const stale = mutants.flatMap(({ name, edits }) => edits.filter(({ file, from }) => times(file, from) !== 1).map(({ file }) => `${name}: ${file}`))
  expect(stale).toEqual([])
})
