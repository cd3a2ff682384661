import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('the worker waits for its host and for the word of where it runs; a second window says that the first has it open', () => {
  const script = fileURLToPath(new URL('twoWindows.ts', import.meta.url))
  const said = execFileSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  expect(JSON.parse(said)).toEqual([[], ['new'], [['new'], ['elsewhere']]])
})
