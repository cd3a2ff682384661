import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail, ok } from '../../src/shared/std/result.ts'
import { id, passphrase, Rig } from './rig.ts'
import { addressOf } from '../../src/renderer/data/workerApi.ts'
import { until } from '../support/until.ts'

let rig: Rig
beforeEach(async () => {
  rig = new Rig()
  await rig.start()
})
afterEach(async () => {
  await rig.worker.call('lock')
})

describe('joining', () => {
  test('a fresh laptop says that it is new, and opens with a code, no screen in between', async () => {
    expect(await rig.join()).toEqual(ok(null))
    expect(rig.worker.phases).toEqual([{ phase: 'new' }, { phase: 'open', returnTo: null }])
    expect(rig.host.token).toBe('secret token')
  })

  test.each([
    ['weakPassphrase', { passphrase: 'short' }],
    ['weakPassphrase', { passphrase: '              ' }],
    ['notAddress', { server: 'http://gather.example' }],
    ['notAddress', { server: 'not an address' }],
    ['wrongCode', { code: 'BAD' }],
  ])('with %s goes nowhere and leaves no key behind: %j', async (reason, wrong) => {
    expect(await rig.join(wrong)).toEqual(fail(reason))
    expect([rig.host.keys, rig.worker.phase]).toEqual([null, { phase: 'new' }])
  })

  test('without a network says so', async () => {
    rig.office.trouble = 'offline'
    expect(await rig.join()).toEqual(fail('offline'))
  })

  test('gives the team a copy of its key that only the team can open, when there is a network', async () => {
    await rig.join()
    await until(() => rig.office.escrow)
    expect(rig.office.deviceKey().length).toBe(32)
    expect(rig.host.keys).not.toContain(rig.office.deviceKey().toString('base64'))
  })

  test('leaves nothing in the key file that says whose laptop it is', async () => {
    await rig.join()
    for (const word of ['Tom', 'Ashby', 'Nuneaton', 'secret token', passphrase]) expect(rig.host.keys).not.toContain(word)
  })

  test('a laptop that has joined cannot join over its own keys: what it has not sent could never be read again', async () => {
    await rig.join()
    await rig.loaded()
    await rig.signIn()
    await expect(rig.join()).rejects.toThrow()
    await rig.start()
    await rig.worker.call('unlock', passphrase)
    expect(await rig.here()).toEqual(['Jean Oakes'])
  })
})

describe('addresses', () => {
  test.each([
    ['gather.example', 'https://gather.example'],
    [' https://gather.example/ ', 'https://gather.example'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/x', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
    ['http://gather.example', null],
    ['http://127.0.0.1.evil.example', null],
    ['ftp://gather.example', null],
    ['javascript:alert(1)', null],
    ['', null],
    ['   ', null],
  ])('%j is %j', (text, address) => {
    expect(addressOf(text)).toBe(address)
  })
})

describe('unlocking', () => {
  beforeEach(async () => {
    await rig.join()
    await rig.loaded()
  })

  test('needs the passphrase and no network, and comes back at the same place', async () => {
    await rig.signIn()
    await rig.worker.call('remember', `register/${id}`)
    rig.office.trouble = 'offline'
    await rig.start()
    expect(rig.worker.phase).toEqual({ phase: 'locked', waitMs: 0, returnTo: null })
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
    expect([rig.worker.phase, await rig.here()]).toEqual([{ phase: 'open', returnTo: `register/${id}` }, ['Jean Oakes']])
  })

  test('takes the passphrase as people type it: spaces around it, accents composed or not', async () => {
    await rig.start()
    expect(await rig.worker.call('unlock', `  ${passphrase} `)).toEqual(ok(null))
  })

  test('with a wrong passphrase waits 1, 2, 4 … 60 s, for ever, and over restarts', async () => {
    await rig.start()
    const waits: number[] = []
    for (let attempt = 0; attempt < 9; attempt++) {
      expect(await rig.worker.call('unlock', 'something else entirely')).toEqual(fail('wrongPassphrase'))
      waits.push((rig.worker.phase as { waitMs: number }).waitMs)
      expect(await rig.worker.call('unlock', passphrase)).toEqual(fail('wait'))
      await rig.start()
      expect((rig.worker.phase as { waitMs: number }).waitMs).toBe(waits.at(-1))
      rig.ports.time += waits.at(-1)! + 1
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
  })

  test('never locks anybody out: after a hundred wrong tries the right one opens', async () => {
    await rig.start()
    for (let attempt = 0; attempt < 100; attempt++) {
      await rig.worker.call('unlock', 'something else entirely')
      rig.ports.time += 60_001
    }
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
  })

  test('[S11] a clock set back by a second does not end the wait, nor does one set ahead', async () => {
    await rig.start()
    for (let attempt = 0; attempt < 4; attempt++) {
      await rig.worker.call('unlock', 'something else entirely')
      if (attempt < 3) rig.ports.time += 60_001
    }
    for (const byMs of [-1_000, -1_000, 3_600_000, -7_200_000]) {
      rig.ports.setClock(byMs)
      expect(await rig.worker.call('unlock', passphrase)).toEqual(fail('wait'))
    }
    rig.ports.time += 7_999
    expect(await rig.worker.call('unlock', passphrase)).toEqual(fail('wait'))
    rig.ports.time += 1
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
  })

  test.each([1_000, 365 * 86_400_000])('[S11] a clock set back by %d ms while Gather is closed costs one whole wait, and no more', async (byMs) => {
    await rig.start()
    await rig.worker.call('unlock', 'something else entirely')
    await rig.worker.call('unlock', passphrase)
    rig.ports.time += 900
    rig.ports.setClock(-byMs)
    await rig.start()
    expect(rig.worker.phase).toMatchObject({ waitMs: 1_000 })
    rig.ports.time += 500
    await rig.start()
    expect(rig.worker.phase).toMatchObject({ waitMs: 500 })
    rig.ports.time += 500
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
  })

  test('forgets the wrong tries once it was right', async () => {
    await rig.start()
    await rig.worker.call('unlock', 'something else entirely')
    rig.ports.time += 1_001
    await rig.worker.call('unlock', passphrase)
    await rig.start()
    await rig.worker.call('unlock', 'something else entirely')
    expect((rig.worker.phase as { waitMs: number }).waitMs).toBe(1_000)
  })

  test('guessing many at once is guessing one after the other', async () => {
    await rig.start()
    const tries = await Promise.all([
      rig.worker.call('unlock', 'guess number one'),
      rig.worker.call('unlock', 'guess number two'),
      rig.worker.call('unlock', passphrase),
    ])
    expect(tries).toEqual([fail('wrongPassphrase'), fail('wait'), fail('wait')])
  })

  test('pressed twice opens one laptop: two on one store would number their changes alike', async () => {
    await rig.start()
    expect(await Promise.all([rig.worker.call('unlock', passphrase), rig.worker.call('unlock', passphrase)])).toEqual([ok(null), ok(null)])
    expect(rig.worker.phases.filter((phase) => phase.phase === 'open').length).toBe(1)
  })

  test('with the keyring gone says so, and a code mends it without losing what was not sent', async () => {
    rig.office.trouble = 'offline'
    await rig.signIn()
    await rig.start()
    rig.host.share = createHash('sha256').update('another keyring').digest()
    expect(await rig.worker.call('unlock', passphrase)).toEqual(fail('keyringLost'))
    expect((rig.worker.phase as { waitMs: number }).waitMs).toBe(0)
    rig.office.trouble = null
    expect(await rig.worker.call('recover', { code: 'NEW', passphrase: 'five other plain words here' })).toEqual(ok(null))
    expect(await rig.here()).toEqual(['Jean Oakes'])
  })

  test('with the keyring only silent today opens tomorrow', async () => {
    await rig.start()
    const { share } = rig.host
    rig.host.share = null
    expect(await rig.worker.call('unlock', passphrase)).toEqual(fail('keyringLost'))
    rig.host.share = share
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
  })
})

describe('a laptop without a keyring', () => {
  test('stands on its passphrase alone', async () => {
    rig.host.share = null
    await rig.join()
    await rig.start()
    expect([await rig.worker.call('unlock', 'something else entirely'), (JSON.parse(rig.host.keys ?? '{}') as { share: unknown }).share]).toEqual([
      fail('wrongPassphrase'),
      null,
    ])
    rig.ports.time += 1_001
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
  })
})

describe('a forgotten passphrase', () => {
  beforeEach(async () => {
    await rig.join()
    await rig.loaded()
    rig.office.trouble = 'offline'
    await rig.signIn()
    await rig.start()
    rig.office.trouble = null
  })

  test('is mended with a code from the lead, and nothing unsent is lost', async () => {
    expect(await rig.worker.call('recover', { code: ' NEW ', passphrase: 'five other plain words here' })).toEqual(ok(null))
    expect(await rig.here()).toEqual(['Jean Oakes'])
    await rig.start()
    expect(await rig.worker.call('unlock', passphrase)).toEqual(fail('wrongPassphrase'))
    rig.ports.time += 1_001
    expect(await rig.worker.call('unlock', 'five other plain words here')).toEqual(ok(null))
  })

  test('is not mended by a wrong code, a weak passphrase, or without a network', async () => {
    expect(await rig.worker.call('recover', { code: 'OLD', passphrase: 'five other plain words here' })).toEqual(fail('codeExpired'))
    expect(await rig.worker.call('recover', { code: 'NEW', passphrase: 'short' })).toEqual(fail('weakPassphrase'))
    rig.office.trouble = 'offline'
    expect(await rig.worker.call('recover', { code: 'NEW', passphrase: 'five other plain words here' })).toEqual(fail('offline'))
    expect(await rig.worker.call('unlock', passphrase)).toEqual(ok(null))
  })
})
