import { createHash, generateKeyPairSync } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { argon2id } from '../../src/main/argon.ts'
import { createKeys, enrolled, openKeys, rewrapKeys, type Identity } from '../../src/renderer/data/keys.ts'
import { TryWait } from '../../src/renderer/data/tryWait.ts'
import { openSealed } from '../../src/server/escrow.ts'
import { idFor } from '../support/builders.ts'
import { MemoryHost } from '../support/laptop.ts'

const team = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const recoveryKey = team.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const identity: Identity = {
  device: idFor('laptop'),
  deviceName: 'Tom’s laptop',
  team: { id: idFor('team'), name: 'Nuneaton North' },
  colleague: { id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' },
  server: 'https://gather.example',
  token: 'secret',
}
const passphrase = 'four plain words here'

let host: MemoryHost
beforeEach(() => {
  host = new MemoryHost()
})
const file = () => JSON.parse(host.keys ?? 'null') as Record<string, unknown>

describe('the keys of a laptop', () => {
  test('open with the passphrase what they sealed, and nothing with another', async () => {
    const { opened } = await createKeys(host, identity, passphrase, recoveryKey)
    const box = await opened.rows.seal('row/x', 'Jean')
    const again = await openKeys(host, passphrase, 0)
    expect(again.ok && [again.value.identity, await again.value.rows.open('row/x', box)]).toEqual([identity, 'Jean'])
    expect(await openKeys(host, 'four plain words there', 0)).toEqual({ ok: false, reason: 'wrongPassphrase' })
  })

  test('cost 256 MiB and three passes a guess, and the file says so for later versions', async () => {
    const asked: unknown[] = []
    host.argon2id = async (words, salt, memoryKiB, passes) => {
      asked.push([words, salt.length, memoryKiB, passes])
      return argon2id(words, salt, memoryKiB, passes)
    }
    await createKeys(host, identity, passphrase, recoveryKey)
    const opened = await openKeys(host, passphrase, 0)
    expect([asked, opened.ok, file()['memoryKiB'], file()['passes']]).toEqual([
      [
        [passphrase, 16, 262_144, 3],
        [passphrase, 16, 262_144, 3],
      ],
      true,
      262_144,
      3,
    ])
  })

  test('made at an older cost still open', async () => {
    await createKeys(host, identity, passphrase, recoveryKey)
    const good = host.argon2id
    host.argon2id = (words, salt) => good(words, salt, 262_144, 3) // what the older file was made with
    host.keys = JSON.stringify({ ...file(), memoryKiB: 65_536, passes: 2 })
    expect((await openKeys(host, passphrase, 0)).ok).toBe(true)
  })

  test('leave a copy that only the team opens, and that opens the laptop under a new passphrase', async () => {
    const { opened, escrow } = await createKeys(host, identity, passphrase, recoveryKey)
    const box = await opened.journal.seal('1-1', ['change'])
    const deviceKey = openSealed(team.privateKey, escrow)
    expect(() => openSealed(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, escrow)).toThrow()
    const mended = await rewrapKeys(host, deviceKey.toString('base64'), 'another plain set of words')
    expect([
      mended.identity,
      await mended.journal.open('1-1', box),
      (await openKeys(host, 'another plain set of words', 0)).ok,
      (await openKeys(host, passphrase, 0)).ok,
    ]).toEqual([identity, ['change'], true, false])
  })

  test('of another laptop do not mend this one', async () => {
    await createKeys(host, identity, passphrase, recoveryKey)
    const before = host.keys
    await expect(rewrapKeys(host, Buffer.alloc(32, 7).toString('base64'), 'another plain set of words')).rejects.toThrow()
    expect(host.keys).toBe(before)
  })

  test('need the keyring’s share itself, not only its fingerprint in the file', async () => {
    await createKeys(host, identity, passphrase, recoveryKey)
    host.share = new Uint8Array(32).fill(7)
    host.keys = JSON.stringify({
      ...file(),
      share: createHash('sha256').update(host.share).digest().subarray(0, 8).toString('base64'),
    })
    expect(await openKeys(host, passphrase, 0)).toEqual({ ok: false, reason: 'wrongPassphrase' })
  })

  test('are never made twice alike', async () => {
    await createKeys(host, identity, passphrase, recoveryKey)
    const first = file()
    await createKeys(host, identity, passphrase, recoveryKey)
    expect(['salt', 'wrapped', 'identity'].filter((part) => first[part] === file()[part])).toEqual([])
  })

  test('take a passphrase however its letters are put together', async () => {
    await createKeys(host, identity, 'café au lait s’il vous plaît'.normalize('NFC'), recoveryKey)
    expect((await openKeys(host, ' café au lait s’il vous plaît '.normalize('NFD'), 0)).ok).toBe(true)
  })

  test('say only which device this is and where its server is, before the passphrase', async () => {
    expect(await enrolled(host)).toBeNull()
    await createKeys(host, identity, passphrase, recoveryKey)
    expect(await enrolled(host)).toMatchObject({ device: identity.device, server: identity.server })
    expect(Object.keys(file()).sort()).toEqual([
      'device',
      'format',
      'identity',
      'lastWrongAt',
      'memoryKiB',
      'passes',
      'salt',
      'server',
      'share',
      'wrapped',
      'wrongTries',
    ])
  })

  test('damaged, are not taken for a fresh laptop', async () => {
    host.keys = '{"format":1'
    await expect(enrolled(host)).rejects.toThrow()
    host.keys = '{"format":2}'
    await expect(enrolled(host)).rejects.toThrow()
  })
})

describe('the wait after a wrong passphrase', () => {
  const beforeTry = (now: number) => new TryWait(host, { now: () => now, elapsed: () => now }).beforeTry()

  test('runs down, and is gone when it is over', async () => {
    await createKeys(host, identity, passphrase, recoveryKey)
    await openKeys(host, 'wrong words altogether', 10_000)
    await openKeys(host, 'wrong words altogether', 20_000)
    expect(await Promise.all([20_000, 20_500, 22_000, 22_001].map(beforeTry))).toEqual([2_000, 1_500, 0, 0])
  })

  test('[S11] begins again from now where the clock is behind the last wrong try', async () => {
    await createKeys(host, identity, passphrase, recoveryKey)
    await openKeys(host, 'wrong words altogether', 20_000)
    expect([await beforeTry(19_999), file()['lastWrongAt'], await beforeTry(20_499)]).toEqual([1_000, 19_999, 500])
  })

  test('is none on a laptop that has not joined', async () => {
    expect(await beforeTry(0)).toBe(0)
  })
})
