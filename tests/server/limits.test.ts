import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { makeToken } from '../../src/server/auth.ts'
import { makeRecoveryKey } from '../../src/server/escrow.ts'
import { startServer } from '../../src/server/index.ts'
import { addressOf, mostPerMinute } from '../../src/server/limits.ts'
import { makeLog } from '../../src/server/log.ts'
import { protocolVersion } from '../../src/shared/sync/protocol.ts'
import { openSurgery, type Surgery, type SurgeryOptions } from '../support/surgery.ts'

let surgery: Surgery
let opened: Surgery | null = null
let time = Date.parse('2026-10-22T09:00:00Z')
afterEach(async () => {
  await opened?.close()
  opened = null
})
const open = async (options: Partial<SurgeryOptions> = {}) => {
  surgery = await openSurgery({ kind: 'memory', now: () => time, ...options, more: { limits: true, ...options.more } })
  opened = surgery
}

const [ours, theirs] = ['192.0.2.1', '192.0.2.2']
const request = () => ({
  protocol: protocolVersion,
  appVersion: '1',
  team: surgery.team,
  deviceNow: time,
  bookmark: null,
  waiting: 0,
  changes: [],
})
const call = (ip: string, token: string | null, headers: Record<string, string> = {}) =>
  surgery.server.app.inject({
    method: 'POST',
    url: '/exchange',
    payload: request(),
    remoteAddress: ip,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  })
const type = (ip: string, code: string) =>
  surgery.server.app.inject({ method: 'POST', url: '/enrol', payload: { code, deviceName: 'x' }, remoteAddress: ip })
/** How many of so many calls were answered with each status. */
const statuses = async (count: number, one: () => Promise<{ statusCode: number }>) => {
  const seen: Record<number, number> = {}
  for (let tries = 0; tries < count; tries++) {
    const { statusCode } = await one()
    seen[statusCode] = (seen[statusCode] ?? 0) + 1
  }
  return seen
}

describe('calls with invented tokens', () => {
  it('[S10] 1,500 of them from one address are limited, and the laptops that are known there go on', async () => {
    await open()
    const { token } = (await surgery.enrol()).joined
    expect((await call(ours, token)).statusCode).toBe(200)
    const seen = await statuses(1500, () => call(ours, makeToken(surgery.team)))
    expect(seen).toEqual({ 401: mostPerMinute.strangers, 429: 1500 - mostPerMinute.strangers })
    expect((await call(ours, token)).statusCode).toBe(200)
    expect((await call(theirs, makeToken(surgery.team))).statusCode).toBe(401)
  })

  it('[S10] the same with no token, or with something that is none', async () => {
    await open()
    const seen = await statuses(mostPerMinute.strangers + 10, () => call(ours, null))
    expect(seen).toEqual({ 401: mostPerMinute.strangers, 429: 10 })
    expect((await call(ours, 'no-token-of-ours-at-all')).statusCode).toBe(429)
  })

  it('[S10] who is told to wait is told how long, and may come again then', async () => {
    await open()
    time = Date.parse('2026-10-22T09:00:20Z')
    await statuses(mostPerMinute.strangers, () => call(ours, null))
    const refused = await call(ours, null)
    expect([refused.statusCode, refused.json(), refused.headers['retry-after']]).toEqual([429, { error: 'busy' }, '40'])
    time += 40_000
    expect((await call(ours, null)).statusCode).toBe(401)
  })
})

describe('a surgery behind one router', () => {
  it('[S10] thirty laptops that each ask as fast as they ever do are not in each other’s way', async () => {
    await open()
    const tokens: string[] = []
    for (let one = 0; one < 30; one++) tokens.push((await surgery.enrol()).joined.token)
    let next = 0
    const each = 15 // 450 calls of one address in one minute: more than strangers have there
    const seen = await statuses(30 * each, () => call(ours, tokens[next++ % 30]!))
    expect(seen).toEqual({ 200: 30 * each })
  })

  it('[S10] one laptop that runs wild is limited alone', async () => {
    await open()
    const [wild, calm] = [(await surgery.enrol()).joined.token, (await surgery.enrol()).joined.token]
    const senseless = () =>
      surgery.server.app.inject({ method: 'POST', url: '/exchange', payload: {}, headers: { authorization: `Bearer ${wild}` }, remoteAddress: ours })
    expect(await statuses(mostPerMinute.laptop + 5, senseless)).toEqual({ 400: mostPerMinute.laptop, 429: 5 })
    expect((await call(ours, calm)).statusCode).toBe(200)
  })

  it('[S10] a laptop that joined at another server process of the same database is known at its first call', async () => {
    await open()
    const other = await startServer({ sql: surgery.sql, now: () => time, recoveryKey: makeRecoveryKey(), port: -1 })
    const { token } = (await surgery.enrol()).joined
    const payload = request()
    const answer = await other.app.inject({ method: 'POST', url: '/exchange', payload, headers: { authorization: `Bearer ${token}` } })
    expect(answer.statusCode).toBe(200)
    await other.close()
  })
})

describe('one-time codes', () => {
  it('[S10] somebody who guesses is told to wait; the right code of another address is taken', async () => {
    await open()
    expect(await statuses(40, () => type(ours, 'KX7M-2PQ9'))).toEqual({ 403: mostPerMinute.wrongCodes, 429: 10 })
    const code = await surgery.codeFor(surgery.lead)
    expect((await type(ours, code)).statusCode).toBe(429)
    expect((await type(theirs, code)).statusCode).toBe(200)
  })

  it('[S10] right codes cost nothing: a whole team may join in one minute behind one router', async () => {
    await open()
    const seen = await statuses(60, async () => type(ours, await surgery.codeFor(surgery.lead)))
    expect(seen).toEqual({ 200: 60 })
  })
})

describe('what is not read', () => {
  /** Sends the head of a request and waits for an answer: no byte of the body ever goes. */
  const headOnly = (path: string, length: number, token?: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(surgery.url)
      const socket = connect(Number(port), hostname, () => {
        const auth = token ? `authorization: Bearer ${token}\r\n` : ''
        socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\n${auth}content-type: application/json\r\ncontent-length: ${length}\r\n\r\n`)
      })
      socket.once('data', (bytes) => {
        resolve(bytes.toString().split('\r\n')[0]!)
        socket.destroy()
      })
      socket.once('error', reject)
    })

  it('[S10] a stranger’s body, of any size', async () => {
    await open({ port: 0 })
    expect(await headOnly('/exchange', 500_000_000)).toBe('HTTP/1.1 401 Unauthorized')
    expect(await headOnly('/exchange', 100, makeToken(surgery.team))).toBe('HTTP/1.1 401 Unauthorized')
  })

  it('[S10] a body over the limit, also of a laptop that is known', async () => {
    await open({ port: 0 })
    const { token } = (await surgery.enrol()).joined
    expect(await headOnly('/exchange', 9_000_000, token)).toBe('HTTP/1.1 413 Payload Too Large')
  })

  it('[S10] more than a code where only a code is asked for', async () => {
    await open({ port: 0 })
    for (const path of ['/enrol', '/recover']) expect(await headOnly(path, 100_000)).toBe('HTTP/1.1 413 Payload Too Large')
  })
})

describe('behind a proxy', () => {
  it('[S10] the address that the proxy saw counts, whatever else the caller wrote before it', async () => {
    await open({ more: { trustProxy: 1 } })
    const from = (said: string) => call('127.0.0.1', null, { 'x-forwarded-for': said })
    let place = 0
    await statuses(mostPerMinute.strangers, () => from(`198.51.100.${place++ % 250}, ${ours}`))
    expect((await from(`203.0.113.9, ${ours}`)).statusCode).toBe(429)
    expect((await from(`${ours}, ${theirs}`)).statusCode).toBe(401)
  })

  it('[S10] with two proxies, the one before the last', async () => {
    await open({ more: { trustProxy: 2 } })
    const from = (said: string) => call('127.0.0.1', null, { 'x-forwarded-for': said })
    await statuses(mostPerMinute.strangers, () => from(`${ours}, 10.0.0.7`))
    expect((await from(`${theirs}, 10.0.0.7`)).statusCode).toBe(401)
    expect((await from(`${ours}, 10.0.0.8`)).statusCode).toBe(429)
  })

  it('[S10] a proxy that nobody named is not believed, and the log says so once', async () => {
    let logged = ''
    const log = makeLog(
      'warn',
      new Writable({
        write: (chunk, _encoding, done) => {
          logged += String(chunk)
          done()
        },
      }),
    )
    await open({ more: { log } })
    await statuses(mostPerMinute.strangers, () => call('127.0.0.1', null, { 'x-forwarded-for': ours }))
    expect((await call('127.0.0.1', null, { 'x-forwarded-for': theirs })).statusCode).toBe(429)
    expect(logged.split('GATHER_TRUST_PROXY is not set')).toHaveLength(2)
  })
})

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002:0:0:0:9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('[S10] %s counts as %s: one machine has a whole /64', (ip, counted) => {
  expect(addressOf(ip)).toBe(counted)
})
