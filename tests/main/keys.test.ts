import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKeys } from '../../src/main/keys.ts'
import { testKeyring as keyring } from './testKeyring.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-keys-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('no key file is null; an unreadable one is an error and not a fresh start', async () => {
  expect(await openKeys(folder, keyring()).readKeys()).toBe(null)
  await rm(folder, { recursive: true })
  await writeFile(folder, '')
  await expect(openKeys(folder, keyring()).readKeys()).rejects.toThrow('ENOTDIR')
})

test('the last of many writes stands, and nothing is left beside it', async () => {
  const keys = openKeys(folder, keyring())
  await Promise.all(Array.from({ length: 20 }, (_, at) => keys.writeKeys(`keys ${at}`)))
  expect(await keys.readKeys()).toBe('keys 19')
  expect(await readdir(folder)).toEqual(['keys.json'])
})

test('a half-written file beside it, left by a power cut, changes nothing', async () => {
  const keys = openKeys(folder, keyring())
  await keys.writeKeys('old')
  await writeFile(join(folder, 'keys.json.new'), 'ne')
  expect(await openKeys(folder, keyring()).readKeys()).toBe('old')
  await keys.writeKeys('new')
  expect(await keys.readKeys()).toBe('new')
})

test('a reader never sees half a file while it is replaced', async () => {
  const keys = openKeys(folder, keyring())
  const long = ['a', 'b'].map((letter) => letter.repeat(100_000))
  await keys.writeKeys(long[0] ?? '')
  let writing = true
  const writer = (async () => {
    for (let at = 0; at < 30; at++) await keys.writeKeys(long[at % 2] ?? '')
    writing = false
  })()
  while (writing) expect(long).toContain(await readFile(join(folder, 'keys.json'), 'utf8'))
  await writer
})

test('the share is made once, is 32 bytes and lies sealed', async () => {
  const one = await openKeys(folder, keyring()).keyringShare()
  expect(one).toHaveLength(32)
  expect(await openKeys(folder, keyring()).keyringShare()).toEqual(one)
  expect(await readFile(join(folder, 'keyring-share'), 'utf8')).not.toContain(Buffer.from(one ?? []).toString('base64'))
})

test('asked twice at once it makes one share', async () => {
  const keys = openKeys(folder, keyring())
  const [one, other] = await Promise.all([keys.keyringShare(), keys.keyringShare()])
  expect(other).toEqual(one)
})

test('without a keyring there is no share, and nothing is written', async () => {
  expect(await openKeys(folder, keyring({ available: async () => false })).keyringShare()).toBe(null)
  expect(await readdir(folder)).toEqual([])
})

test('a share that does not open is kept: the keyring may be back tomorrow', async () => {
  const share = await openKeys(folder, keyring()).keyringShare()
  expect(await openKeys(folder, keyring({ open: async () => null })).keyringShare()).toBe(null)
  expect(await openKeys(folder, keyring()).keyringShare()).toEqual(share)
})

test('is sealed anew when the keyring asks for it', async () => {
  const share = await openKeys(folder, keyring()).keyringShare()
  const text = Buffer.from(share ?? []).toString('base64')
  await openKeys(folder, keyring({ open: async () => ({ text, resealed: 'anew' }) })).keyringShare()
  expect(await readFile(join(folder, 'keyring-share'), 'utf8')).toBe('anew')
})
