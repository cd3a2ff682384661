import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { link, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHost } from '../../src/main/host.ts'
import { openJournal } from '../../src/main/journal/journal.ts'
import { openNumbers } from '../../src/main/numbersFile.ts'
import { openKeys } from '../../src/main/keys.ts'
import { testKeyring } from './testKeyring.ts'

let folder: string
let compiled: string
beforeAll(async () => {
  compiled = await mkdtemp(join(tmpdir(), 'gather-compiled-'))
})
afterAll(() => rm(compiled, { recursive: true, force: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-emptying-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const host = () =>
  openHost(folder, {
    keyring: testKeyring(),
    fetch: async () => {
      throw new Error('no network')
    },
  })
const note = '{"device":"one"}'

/** A laptop that has been used: keys, a share, a journal. */
async function used(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const keys = openKeys(folder, testKeyring())
  await keys.writeKeys('wrapped keys')
  await keys.keyringShare()
  await (await openNumbers(folder, 'one')).close()
  const journal = openJournal(join(folder, 'journal'))
  expect((await journal.append(new Uint8Array([1, 2, 3]), 1, 1)).ok).toBe(true)
  await journal.close()
}

describe('[S3] [SY27] emptying the desktop app', () => {
  test('leaves a note and nothing else, and what is done again is done once', async () => {
    await used()
    const one = host()
    await one.journalRead()
    await one.empty(note)
    await one.empty(note)
    expect([await one.readKeys(), await one.journalRead(), await one.emptied()]).toEqual([null, [], note])
    expect((await readdir(folder)).filter((name) => name !== 'journal')).toEqual(['emptied.json'])
  })

  test('writes over the keys before it takes their name away', async () => {
    await used()
    const copy = join(folder, 'same-bytes')
    await link(join(folder, 'keys.json'), copy) // a second name for the same bytes
    await host().empty(note)
    expect([...new Set(await readFile(copy))]).toEqual([0])
  })

  test('takes what a cut write of the keys left beside them', async () => {
    await used()
    await writeFile(join(folder, 'keys.json.new'), 'half of the ke')
    await host().empty(note)
    expect((await readdir(folder)).filter((name) => name.startsWith('keys'))).toEqual([])
  })

  test('lets the laptop be used again once the note is gone', async () => {
    await used()
    const one = host()
    await one.empty(note)
    await one.forgetEmptied()
    await one.writeKeys('other keys')
    expect((await one.journalAppend(new Uint8Array([4]), 1, 1)).ok).toBe(true)
    const again = host()
    expect([await again.emptied(), await again.readKeys(), (await again.journalRead()).length]).toEqual([null, 'other keys', 1])
    await one.empty(note) // closes what this test has opened
  })

  test('killed before any call to the disk, it finishes at the next start, or nothing has gone yet', async () => {
    const whole: boolean[] = []
    await used()
    expect(await emptyIn(folder, 0)).toBe(true) // whoever is killed keeps no compiled code: this one does
    await rm(folder, { recursive: true, force: true })
    for (let at = 1; ; at++) {
      await used()
      const finished = await emptyIn(folder, at)
      if (!existsSync(join(folder, 'journal', '00000001.journal'))) expect(existsSync(join(folder, 'keys.json')), 'keys go first').toBe(false)
      const again = host()
      const left = await again.emptied()
      whole.push(left === null)
      if (left === null) expect([await again.readKeys(), (await again.journalRead()).length]).toEqual(['wrapped keys', 1])
      else {
        expect([left, await again.readKeys(), await again.journalRead()]).toEqual([note, null, []])
        expect(existsSync(join(folder, 'keyring-share'))).toBe(false)
      }
      await rm(folder, { recursive: true, force: true })
      if (finished) break
    }
    expect(whole.length).toBeGreaterThan(12) // as many moments at which the power went
    expect(whole.indexOf(false)).toBeGreaterThan(0)
    expect(whole.slice(whole.indexOf(false))).not.toContain(true) // from the note on there is no way back
  }, 240_000) // two dozen programs are started
})

/** Empties the laptop in a process that is killed just before its so many-th call to the disk. @returns whether it came to its end */
async function emptyIn(where: string, at: number): Promise<boolean> {
  const script = fileURLToPath(new URL('./emptyAndDie.ts', import.meta.url))
  const child = spawn(process.execPath, [script, where, String(at), note], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.once('exit', (...how) => resolve(how)))
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the child ended with ${code ?? signal}`)
  return code === 0
}
