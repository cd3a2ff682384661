import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLog } from '../../src/server/log.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { protocolVersion } from '../../src/shared/sync/protocol.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

const policy = `default-src 'none';script-src 'self' 'wasm-unsafe-eval';style-src 'self' 'unsafe-inline';img-src 'self' blob: data:;media-src blob:;font-src 'self';connect-src 'self';worker-src 'self';frame-src 'self';manifest-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'`
const canary = 'Canaria Birdsong'

let surgery: Surgery
let laptop: TestLaptop
let web: string
let logged = ''
beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'gather-web-'))
  await writeFile(join(web, 'index.html'), '<!doctype html><title>Gather</title>')
  await writeFile(join(web, 'kiosk.html'), '<!doctype html><title>Gather</title>')
  await writeFile(join(web, 'app-4f3a9c21.js'), 'export {}')
  await writeFile(join(web, '.secret'), 'x')
  const log = makeLog(
    'trace',
    new Writable({
      write: (chunk, _encoding, done) => {
        logged += String(chunk)
        done()
      },
    }),
  )
  surgery = await openSurgery({ kind: 'memory', port: 0, sample: true, more: { webRoot: web, log } })
  laptop = await surgery.enrol()
})
afterAll(async () => {
  await surgery.close()
  await rm(web, { recursive: true })
})

const request = (changes: unknown[]) => ({
  protocol: protocolVersion,
  appVersion: '1',
  team: surgery.team,
  deviceNow: Date.now(),
  bookmark: null,
  waiting: 0,
  changes,
})
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${surgery.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${laptop.joined.token}`, ...headers },
  })

describe('[S7] nothing that a client sends answers 5xx', () => {
  const nul = 'a\u0000b'
  const half = 'a\ud800'
  const json = (path: string, body: object) => post(path, JSON.stringify(body))
  it.each([
    ['a NUL in the app version', () => json('/exchange', { ...request([]), appVersion: nul })],
    ['half a letter in the app version', () => json('/exchange', { ...request([]), appVersion: half })],
    ['a NUL in the name of a laptop', () => json('/enrol', { code: 'KX7M-2PQ9', deviceName: nul })],
    ['a NUL in a code', () => json('/enrol', { code: `KX7M-${nul}`, deviceName: 'a laptop' })],
    ['a NUL in the copy of a key', () => json('/escrow', { sealed: nul })],
    ['a device in capitals', () => json('/recover', { device: laptop.joined.device.toUpperCase(), code: 'KX7M-2PQ9' })],
    ['a colleague in capitals', () => json('/codes', { colleagueId: surgery.lead.toUpperCase() })],
    ['a team in capitals', () => json('/exchange', { ...request([]), team: surgery.team.toUpperCase() })],
    ['a moment beyond all', () => json('/exchange', { ...request([]), deviceNow: '9e999' })],
  ])('%s: 400', async (_what, send) => {
    const answer = await send()
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'badRequest' }])
  })

  it.each(['-'.repeat(36), '0'.repeat(36), 'zzz', '%00', 'a_b_c_d_e'])('a token of a first load that is none (%s) begins again', async (id) => {
    const { epoch } = (await laptop.load())[0]!
    const after = encodeURIComponent(decodeURIComponent(`${epoch}_0_0_person_${id}`))
    const answer = await fetch(`${surgery.url}/snapshot?team=${surgery.team}&after=${after}`, {
      headers: { authorization: `Bearer ${laptop.joined.token}` },
    })
    expect(answer.status).toBe(200)
  })

  it('one row in both letters, and one change in both, in one batch and over again: each is answered', async () => {
    const person = laptop.write('person', v7(), { givenName: 'Jean' })
    const capitals = { ...laptop.write('person', person.row, { givenName: 'Jean' }), row: person.row.toUpperCase() }
    const sameId = { ...person, id: person.id.toUpperCase(), act: v7() }
    for (let times = 0; times < 3; times++) {
      const answer = await json('/exchange', request([person, capitals, sameId, person]))
      expect(answer.status).toBe(200)
      expect(((await answer.json()) as { results: { state: string }[] }).results.map((one) => one.state)).toEqual([
        'accepted',
        'held',
        'held',
        'accepted',
      ])
    }
  })
})

describe('the doors', () => {
  it.each(['/', '/about', '/nowhere', '/exchange'])('say on %s what a browser may do with the answer', async (path) => {
    const { headers } = await fetch(`${surgery.url}${path}`)
    expect(headers.get('content-security-policy')).toBe(policy)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('let the kiosk’s page stand in a frame of our own app alone, and give it nobody to ask (story 16)', async () => {
    const { headers } = await fetch(`${surgery.url}/kiosk.html`)
    const kiosk = headers.get('content-security-policy')
    expect(kiosk).toContain("frame-ancestors 'self'")
    expect(kiosk).toContain("connect-src 'none'")
    expect(kiosk).not.toContain('unsafe')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  })

  it('serve the browser host, keep what never changes, and no hidden file', async () => {
    const [page, script, hidden, above] = await Promise.all(
      ['/', '/app-4f3a9c21.js', '/.secret', '/..%2f..%2fpackage.json'].map((path) => fetch(`${surgery.url}${path}`)),
    )
    expect(await page!.text()).toContain('<title>Gather')
    expect(page!.headers.get('cache-control')).toBe('no-cache')
    expect(script!.headers.get('cache-control')).toContain('immutable')
    expect(hidden!.status).toBeGreaterThanOrEqual(400)
    expect(above!.status).toBeGreaterThanOrEqual(400)
  })

  it('say that they live, that they are ready, and what they are', async () => {
    expect(await surgery.handle('/health')).toEqual({ status: 200, body: { ok: true } })
    expect(await surgery.handle('/ready')).toEqual({ status: 200, body: { ok: true } })
    expect(await surgery.handle('/about')).toEqual({
      status: 200,
      body: { localServer: true, sample: true, appVersion: expect.stringMatching(/^\d/) },
    })
  })

  it('never let a browser keep an answer with people in it', async () => {
    const answer = await post('/exchange', JSON.stringify(request([])))
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('take compressed requests: a day of sign-ins is under 50 KB each way', async () => {
    const [group, by] = [v7(), surgery.lead]
    const session = sessionIdOf(group, '2026-10-22', 1)
    const changes = [laptop.write('session', session, { groupId: group, date: '2026-10-22', slot: 1 })]
    for (let place = 0; place < 120; place++) {
      const person = v7()
      changes.push(
        laptop.write('signIn', v7(), { sessionId: session, personId: person, arrivedAt: new Date().toISOString(), how: 'facilitator', byId: by }),
      )
      if (place < 10)
        changes.push(laptop.write('membership', membershipIdOf(group, person), { groupId: group, personId: person, since: '2026-10-22' }))
    }
    const body = gzipSync(JSON.stringify(request(changes)))
    const answer = await fetch(`${surgery.url}/exchange`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'accept-encoding': 'gzip',
        authorization: `Bearer ${laptop.joined.token}`,
      },
    })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const { results } = (await answer.json()) as { results: { state: string }[] }
    expect(results.filter((one) => one.state === 'accepted')).toHaveLength(changes.length)
    expect(body.length).toBeLessThan(50_000)
  })

  it('refuse what is too large, also when it is only large once unpacked', async () => {
    const large = JSON.stringify({ ...request([]), padding: 'x'.repeat(9_000_000) })
    for (const answer of [await post('/exchange', large), await post('/exchange', gzipSync(large), { 'content-encoding': 'gzip' })]) {
      expect([answer.status, await answer.json()]).toEqual([413, { error: 'tooLarge' }])
    }
  })

  it('take a batch of the longest notes in the widest script', async () => {
    const notes = Array.from({ length: 500 }, () =>
      laptop.write('note', v7(), { aboutId: v7(), text: '語'.repeat(4000), at: new Date().toISOString(), byId: surgery.lead }),
    )
    const answer = await post('/exchange', JSON.stringify(request(notes)))
    expect(answer.status).toBe(200)
  })

  it('refuse what is no JSON, and what another site could send without asking', async () => {
    expect((await post('/exchange', '{"a":')).status).toBe(400)
    expect((await post('/exchange', 'not gzip at all', { 'content-encoding': 'gzip' })).status).toBeLessThan(500)
    expect((await post('/sample', 'a=1', { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await post('/sample', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400)
  })
})

describe('what the log knows', () => {
  it('counts, ids and durations, and neither names nor tokens nor codes nor queries', async () => {
    const code = await surgery.codeFor(surgery.lead)
    await surgery.handle('/enrol', { code, deviceName: canary })
    await post('/exchange', JSON.stringify(request([laptop.write('person', v7(), { givenName: canary })])))
    await post('/exchange', JSON.stringify(request([laptop.write('person', v7(), { givenName: [canary] })])))
    await post('/exchange', `{"${canary}`)
    await fetch(`${surgery.url}/snapshot?team=${surgery.team}&after=${encodeURIComponent(canary)}`, {
      headers: { authorization: `Bearer ${laptop.joined.token}` },
    })
    await fetch(`${surgery.url}/${encodeURIComponent(canary)}`)
    const broken = { ...request([]), deviceNow: 1e300, appVersion: canary }
    await post('/exchange', JSON.stringify(broken))
    for (const secret of [canary, encodeURIComponent(canary), laptop.joined.token.split('.')[1]!, code, 'Bearer'])
      expect(logged).not.toContain(secret)
    expect(logged).toContain('"route":"/exchange"')
    expect(logged).toMatch(/"sent":1,"held":1/)
  })

  it('a laptop on a line that stands still makes nobody else wait, and takes its own batch in when the line goes on', async () => {
    const { hostname, port } = new URL(surgery.url)
    const body = JSON.stringify(request([laptop.write('person', v7(), { givenName: 'Jean' })]))
    const line = connect(Number(port), hostname)
    const heard = new Promise<string>((resolve) => {
      line.once('data', (data) => resolve(String(data)))
    })
    line.write(
      `POST /exchange HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${laptop.joined.token}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
    )
    line.write(body.slice(0, 80))
    const others = await Promise.all([surgery.enrol(), surgery.enrol()])
    for (const one of others)
      expect((await one.exchange([one.write('person', v7(), { givenName: 'Ray' })])).results).toMatchObject([{ state: 'accepted' }])
    line.write(body.slice(80))
    expect(await heard).toMatch(/^HTTP\/1\.1 200/)
    line.destroy()
  })

  it.each([
    ['stops', Object.assign(new Error('terminating'), { code: '57P01' })],
    ['starts', Object.assign(new Error('starting up'), { code: '57P03' })],
    ['is not there', Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })],
    ['broke off', new Error('Connection terminated unexpectedly')],
  ])('a database that %s is no fault of a laptop: it is told when to come again', async (_what, error) => {
    const open = surgery.sql.transaction
    surgery.sql.transaction = async () => {
      throw error
    }
    const answer = await post('/exchange', JSON.stringify(request([])))
    surgery.sql.transaction = open
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3'])
  })

  it('a fault of ours is a bland 500 outside, and a class and a place in the log', async () => {
    const open = surgery.sql.transaction
    surgery.sql.transaction = async () => {
      throw Object.assign(new TypeError(`secret ${canary}`), { code: '22P02', detail: canary })
    }
    const answer = await surgery.handle('/exchange', request([]), laptop.joined.token)
    surgery.sql.transaction = open
    expect(answer).toEqual({ status: 500, body: { error: 'serverTrouble' } })
    const line = logged.split('\n').find((one) => one.includes('unexpected'))!
    expect(JSON.parse(line).error).toMatchObject({
      class: 'TypeError',
      code: '22P02',
      at: expect.arrayContaining([expect.stringContaining('http.test.ts')]),
    })
    expect(logged).not.toContain(canary)
  })
})
