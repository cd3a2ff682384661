import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { takeOwnPlace } from './ownPlace.ts'

const before = { ...process.env }
afterEach(() => {
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
})

test('what is started afterwards has a temporary folder of its own, and the folder goes with all that is in it', async () => {
  const outer = tmpdir()
  const place = takeOwnPlace()
  expect([tmpdir(), dirname(place.folder)]).toEqual([place.folder, outer])
  writeFileSync(join(tmpdir(), 'left'), 'something')
  expect(await place.clear()).toEqual([])
  expect(existsSync(place.folder)).toBe(false)
})

test.runIf(process.platform === 'linux')('a program that runs on behind its tests is named and ended; others are not', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const place = takeOwnPlace(0)
  const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env: process.env })
  await once(left, 'spawn')
  const ended = once(left, 'exit')
  expect(await place.clear()).toEqual([expect.stringContaining('setInterval')])
  expect((await ended)[1]).toBe('SIGKILL')
  expect(other.exitCode).toBe(null)
  other.kill()
})
