import { sessionWords } from '../../src/server/openData/words/index.ts'
import { publicLanguages } from '../../src/server/publicLanguages.ts'
import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { makeRecoveryKey } from '../../src/server/escrow.ts'
import { startServer } from '../../src/server/index.ts'
import { makeTeam } from '../../src/server/ownWriting.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { zeroChain } from '../../src/shared/sync/protocol.ts'
import { aSlot, idFor } from '../support/builders.ts'
import { ask, cafe, park, publishes, walk, wholeFeed, write } from '../support/openTeam.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

let time = Date.parse('2026-10-22T08:00:00Z')
const surgery: Surgery = await openSurgery({ kind: 'memory', now: () => time })
afterAll(() => surgery.close())
beforeEach(async () => {
  time = Date.parse('2026-10-22T08:00:00Z')
  await surgery.empty()
})

const addresses = ['/openreferral/', '/openreferral/services', '/openactive/', '/openactive/sessions', '/sessions', '/sessions.ics']
const group = (fields: Record<string, unknown>) => write(surgery, { record: 'group', row: walk, fields: fields as never })
const session = sessionIdOf(walk, '2026-10-22', 1)
const cancel = (because: string | null) =>
  write(surgery, {
    record: 'session',
    row: session,
    fields: { groupId: walk, date: '2026-10-22', slot: 1, cancelledBecause: because, cancelledFor: because && 'weather' },
  })
const itemOf = async (id: string) => (await wholeFeed(surgery)).items.find((one) => one.id === id)

const file = (name: string) => JSON.parse(readFileSync(new URL(`../openReferral/${name}`, import.meta.url), 'utf8')) as object
const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
const isService = ajv.compile(file('service.schema.json'))
const faults = (service: unknown) => (isService(service) ? [] : (isService.errors ?? []).map((one) => `${one.instancePath} ${one.message}`))

describe('[story 38] [SY39] publishing is off until a lead turns it on', () => {
  test('a team that tells nothing has none of the addresses, and nothing is written for it', async () => {
    for (const url of addresses) expect((await ask(surgery, url)).status, url).toBe(404)
    const [kept] = await surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query<{ n: number }>('select count(*) as n from open_feed'))
    expect(kept?.n).toBe(0)
  })

  test('the team’s switch alone tells of no group', async () => {
    await publishes(surgery)
    for (const row of [walk, cafe]) await write(surgery, { record: 'group', row, fields: { published: false } })
    expect((await ask(surgery, '/openreferral/services')).json()).toMatchObject({ total_items: 0, empty: true, contents: [] })
    expect((await wholeFeed(surgery)).items).toEqual([])
    expect((await ask(surgery, '/sessions')).text).toContain('No groups are published at the moment.')
  })

  test('a link worker’s laptop cannot publish a group: the server holds it', async () => {
    await publishes(surgery)
    await group({ published: false })
    const laptop = await surgery.enrol(await surgery.hire('linkWorker'))
    const { results } = await laptop.exchange([
      laptop.write('group', walk, { published: true }),
      laptop.write('team', surgery.team, { openData: true }),
    ])
    expect(results).toMatchObject([
      { state: 'held', code: 'notAllowed' },
      { state: 'held', code: 'notAllowed' },
    ])
    expect((await ask(surgery, `/openreferral/services/${walk}`)).status).toBe(404)
  })

  test('turned off again, everything in the feed is deleted and the other answers are empty', async () => {
    await publishes(surgery)
    expect((await wholeFeed(surgery)).items.some((one) => one.state === 'updated')).toBe(true)
    await write(surgery, { record: 'team', row: surgery.team, fields: { openData: false } })
    expect((await wholeFeed(surgery)).items.every((one) => one.state === 'deleted' && !('data' in one))).toBe(true)
    expect((await ask(surgery, '/sessions')).text).not.toContain('Walk and Talk')
    expect((await ask(surgery, '/sessions.ics')).text).not.toContain('BEGIN:VEVENT')
    expect((await ask(surgery, `/openreferral/services/${walk}`)).status).toBe(404)
  })
})

describe('[story 38] Open Referral UK', () => {
  beforeEach(() => publishes(surgery))

  test('the root names version, profile and description', async () => {
    for (const url of ['/openreferral', '/openreferral/'])
      expect((await ask(surgery, url)).json()).toMatchObject({ version: 'HSDS-UK-3.0', profile: expect.stringContaining('https://') as string })
  })

  test('the list has the standard’s envelope and its services pass the published schema', async () => {
    const { json, headers } = await ask(surgery, '/openreferral/services')
    expect(json()).toMatchObject({ total_items: 2, total_pages: 1, page_number: 1, size: 2, first_page: true, last_page: true, empty: false })
    const { contents } = json() as { contents: { name: string }[] }
    expect(contents.map((one) => one.name)).toEqual(['Pain Café', 'Walk and Talk'])
    expect(contents.flatMap(faults)).toEqual([])
    expect(headers['access-control-allow-origin']).toBe('*')
  })

  const ofList = `${import.meta.dirname}/../../../shared/data/open-referral-uk/service_list.schema.json`
  test.skipIf(!existsSync(ofList))('a service of the list passes the published schema of lists', async () => {
    const fits = ajv.compile(JSON.parse(readFileSync(ofList, 'utf8')) as object)
    const { contents } = (await ask(surgery, '/openreferral/services')).json() as { contents: object[] }
    for (const one of contents) expect(fits(one), JSON.stringify(fits.errors)).toBe(true)
    expect(fits({ ...contents[0], status: 'open' })).toBe(false)
  })

  test('one service is told whole, with its place, times, price and public contact', async () => {
    const service = (await ask(surgery, `/openreferral/services/${walk}`)).json()
    expect(faults(service)).toEqual([])
    expect(service).toMatchObject({
      status: 'active',
      organization: { name: 'Nuneaton North' },
      cost_options: [{ amount: 0 }],
      contacts: [{ name: 'the walk team', phones: [{ number: '01632 960111' }] }],
      email: 'walk@example.org',
      service_at_locations: [{ location: { name: 'Riversley Park', addresses: [{ postal_code: 'CV11 5TU' }] } }],
      schedules: [{ freq: 'WEEKLY', byday: 'TH', opens_at: '10:30' }],
      last_modified: '2026-10-22T08:00:00.000Z',
    })
    await group({ state: 'paused' })
    const paused = (await ask(surgery, `/openreferral/services/${walk}`)).json()
    expect(paused).toMatchObject({ status: 'temporarily closed' })
    expect(faults(paused)).toEqual([])
  })

  test.each([
    ['search=walk', 1],
    ['search=CAFE', 1],
    ['search=walk%20nuneaton', 1],
    ['search=swimming', 0],
    ['day=TH', 2],
    ['day=mo', 0],
    ['modified_after=2026-10-21', 2],
    ['modified_after=2026-10-22T09:00:00Z', 0],
    ['taxonomy_term_id=none', 0],
    ['minimum_age=18', 2],
  ])('asked with %s it has %d', async (query, total) => {
    expect((await ask(surgery, `/openreferral/services?${query}`)).json()).toMatchObject({ total_items: total })
  })

  test('pages are as long as was asked', async () => {
    const second = (await ask(surgery, '/openreferral/services?per_page=1&page=2')).json()
    expect(second).toMatchObject({ total_items: 2, total_pages: 2, page_number: 2, size: 1, first_page: false, last_page: true })
    const third = (await ask(surgery, '/openreferral/services?per_page=1&page=3')).json()
    expect(third).toMatchObject({ size: 0, empty: true, contents: [] })
  })

  test.each(['page=0', 'page=x', 'per_page=100000', 'day=XX', 'modified_after=yesterday', `search=${'x'.repeat(300)}`])(
    'asked with %s it says that this is no question',
    async (query) => expect((await ask(surgery, `/openreferral/services?${query}`)).status).toBe(400),
  )
})

describe('[story 38] [SY39] OpenActive (RPDE)', () => {
  beforeEach(() => publishes(surgery))

  test('the feed has the series before its sessions, and ends with an empty page that names itself', async () => {
    const { items, last } = await wholeFeed(surgery)
    const updated = items.filter((one) => one.state === 'updated')
    expect(updated.map((one) => one.kind)).toEqual(['SessionSeries', ...Array<string>(9).fill('ScheduledSession')])
    expect(items.filter((one) => one.state === 'deleted').every((one) => !('data' in one))).toBe(true)
    const end = await ask(surgery, last)
    expect(end.json()).toMatchObject({
      next: `http://gather.example${last}`,
      items: [],
      license: expect.stringContaining('creativecommons') as string,
    })
    expect(end.headers['cache-control']).toBe('public, max-age=8')
    expect((await ask(surgery, '/openactive/sessions')).headers['cache-control']).toBe('public, max-age=3600')
  })

  test('a café, which is no activity, is told by the other outputs alone', async () => {
    expect(await itemOf(cafe)).toMatchObject({ state: 'deleted' })
    expect((await ask(surgery, '/sessions')).text).toContain('Pain Café')
  })

  test('a cancelled session is so at the next call, after an exchange of a laptop', async () => {
    const { last } = await wholeFeed(surgery)
    const laptop = await surgery.enrol()
    const fields = { groupId: walk, date: '2026-10-22', slot: 1, cancelledBecause: 'Storm: Tom says stay at home', cancelledFor: 'weather' }
    expect((await laptop.exchange([laptop.write('session', session, fields)])).results[0]).toMatchObject({ state: 'accepted' })
    const { items } = await wholeFeed(surgery, last)
    expect(items.map((one) => [one.id, one.state, one.data.eventStatus])).toEqual([[session, 'updated', 'https://schema.org/EventCancelled']])
    const page = await ask(surgery, '/sessions')
    expect(page.text).toContain('Cancelled because of the weather')
    expect(page.headers['cache-control']).toBe('public, max-age=20')
    const calendar = await ask(surgery, '/sessions.ics')
    expect(calendar.text).toContain('STATUS:CANCELLED')
    for (const { text } of [page, calendar, { text: JSON.stringify(items) }]) expect(text).not.toContain('stay at home')
    await cancel(null)
    expect(await itemOf(session)).toMatchObject({ data: { eventStatus: 'https://schema.org/EventScheduled' } })
  })

  test.each([
    ['withdrawn', { published: false }],
    ['ended', { state: 'closed' }],
  ])('a group that was %s is deleted with its sessions, and stays so', async (_, fields) => {
    const { last } = await wholeFeed(surgery)
    await group(fields)
    const { items } = await wholeFeed(surgery, last)
    expect(items).toHaveLength(10)
    expect(items.every((one) => one.state === 'deleted' && !('data' in one))).toBe(true)
    expect((await wholeFeed(surgery)).items.filter((one) => one.state === 'updated')).toEqual([])
    expect((await ask(surgery, `/openreferral/services/${walk}`)).status).toBe(404)
  })

  test('what is not told again keeps its number: a reader is told each change once', async () => {
    const first = await wholeFeed(surgery)
    time += 3_600_000
    expect((await wholeFeed(surgery)).items).toEqual(first.items)
    await group({ capacity: 30 }) // nothing that everybody may read
    expect((await wholeFeed(surgery, first.last)).items).toEqual([])
    await group({ about: 'Longer now' })
    expect((await wholeFeed(surgery, first.last)).items.map((one) => one.id)).toEqual([walk])
  })

  test('after a restore, which brings no place in the feed, everything is told again with later numbers, and what was withdrawn too', async () => {
    await cancel('Storm')
    await write(surgery, { record: 'group', row: cafe, fields: { published: false } })
    const before = await wholeFeed(surgery)
    await surgery.sql.transaction({ team: null, as: 'owner' }, (tx) => tx.script('truncate open_feed'))
    time += 60_000
    const again = await wholeFeed(surgery, before.last)
    expect(again.items.map((one) => [one.id, one.state]).sort()).toEqual(before.items.map((one) => [one.id, one.state]).sort())
    const numbers = again.items.map((one) => one.modified as number)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect((await wholeFeed(surgery, again.last)).items).toEqual([])
  })

  test('a team that has turned it off is restored so', async () => {
    await wholeFeed(surgery)
    await write(surgery, { record: 'team', row: surgery.team, fields: { openData: false } })
    await surgery.sql.transaction({ team: null, as: 'owner' }, (tx) => tx.script('truncate open_feed'))
    expect((await wholeFeed(surgery)).items.every((one) => one.state === 'deleted')).toBe(true)
  })

  test('a day later yesterday is deleted and another week is told', async () => {
    const { last } = await wholeFeed(surgery)
    time += 86_400_000
    const next = await wholeFeed(surgery, last)
    expect(next.items.filter((one) => one.state === 'deleted').map((one) => one.id)).toContain(session)
    time += 6 * 86_400_000
    expect((await wholeFeed(surgery, next.last)).items.some((one) => one.data?.startDate?.startsWith('2026-12-24'))).toBe(true)
  })

  test('more than a page of things comes in pages, none twice', async () => {
    const daily = aSlot({ rule: 'FREQ=DAILY' })
    for (let nth = 0; nth < 9; nth++)
      await write(surgery, {
        record: 'group',
        row: idFor(`walk ${nth}`),
        fields: {
          name: `Walk ${nth}`,
          schedule: [daily],
          counts: true,
          state: 'running',
          published: true,
          venueId: park,
          pence: 0,
          template: 'walk',
        } as never,
      })
    const { items, pages } = await wholeFeed(surgery)
    expect(pages).toBe(3)
    expect(new Set(items.map((one) => one.id)).size).toBe(items.length)
    expect(items.length).toBeGreaterThan(500)
  })

  test('a moved session names its own place, and one at a private place is not told', async () => {
    const hall = idFor('Church hall')
    const fields = { name: 'Church hall', address: 'High Street', town: 'Bedworth', postcode: 'CV12 8NX', isPublic: true }
    await write(
      surgery,
      { record: 'venue', row: hall, fields },
      { record: 'session', row: session, fields: { groupId: walk, date: '2026-10-22', slot: 1, venueId: hall } },
    )
    expect(await itemOf(session)).toMatchObject({ data: { location: { name: 'Church hall' } } })
    await write(surgery, { record: 'venue', row: hall, fields: { isPublic: false } })
    expect(await itemOf(session)).toMatchObject({ state: 'deleted' })
    expect((await ask(surgery, '/sessions')).text).toContain('at another place: ask before you go')
  })

  test.each(['-1', 'x', '1.5', '9'.repeat(40)])('afterChangeNumber=%s is no question', async (number) => {
    expect((await ask(surgery, `/openactive/sessions?afterChangeNumber=${number}`)).status).toBe(400)
  })

  test('the dataset page says where the feed is', async () => {
    const { json, headers } = await ask(surgery, '/openactive/')
    expect(headers['content-type']).toBe('application/ld+json; charset=utf-8')
    expect(json()).toMatchObject({ '@type': 'Dataset', distribution: [{ contentUrl: 'http://gather.example/openactive/sessions' }] })
  })
})

describe('[story 38] the page and the calendar', () => {
  beforeEach(() => publishes(surgery))

  test('the page is plain HTML without a script, under its own policy', async () => {
    const page = await ask(surgery, '/sessions')
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(page.text).not.toMatch(/<script|javascript:|\son\w+=/i)
    for (const said of [
      'Thursday 22 October, 10:30 to 12:00',
      'Riversley Park, bandstand, Coton Road, Nuneaton CV11 5TU',
      'Free',
      'the walk team',
      'sessions.ics',
    ])
      expect(page.text).toContain(said)
  })

  test('the page is there in every language of the kiosk; what the team wrote stands as it is, and is said to be English', async () => {
    await cancel('Storm')
    for (const { language, dir } of publicLanguages) {
      const { text } = await ask(surgery, `/sessions?lang=${language}`)
      expect(text).toContain(`<html lang="${language}" dir="${dir}">`)
      for (const said of [sessionWords[language].next, sessionWords[language].cancelled.weather, 'Walk and Talk']) expect(text).toContain(said)
    }
    const polish = (await ask(surgery, '/sessions?lang=pl')).text
    expect(polish).toContain('czwartek, 22 października')
    expect(polish).toContain('<h2 lang="en" dir="auto">Walk and Talk</h2>')
    expect((await ask(surgery, '/sessions?lang="><script>')).text).toContain('<html lang="en" dir="ltr">')
  })

  test('a text of several lines keeps them', async () => {
    await group({ about: 'A slow walk.\n\nThen a drink' })
    expect((await ask(surgery, '/sessions')).text).toContain('<p>A slow walk.</p><p>Then a drink</p>')
    expect((await ask(surgery, '/sessions.ics')).text).toContain('DESCRIPTION:A slow walk.\\n\\nThen a drink')
  })

  test('what somebody wrote is text, whatever it is', async () => {
    const evil = `"><img src=x onerror=alert(1)><script>'`
    await group({ about: evil, publicContact: evil, name: evil })
    const { text } = await ask(surgery, '/sessions')
    expect(text).not.toMatch(/<img|<script/)
    expect((await ask(surgery, '/sessions.ics')).text.split('\r\n').filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(18)
  })

  test('the calendar keeps the id of a session and counts its editions', async () => {
    const sequence = async () => Number(/SEQUENCE:(\d+)/.exec((await eventOf(session)) ?? '')?.[1])
    expect(await sequence()).toBe(0)
    await cancel('Storm')
    expect([await sequence(), await eventOf(session)]).toEqual([1, expect.stringContaining('STATUS:CANCELLED')])
    await group({ about: 'Longer now' })
    expect(await sequence()).toBe(2)
  })

  async function eventOf(id: string): Promise<string | undefined> {
    return (await ask(surgery, '/sessions.ics')).text.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${id}@gather`))
  }

  test('who has an answer already is told so', async () => {
    for (const url of addresses) {
      const { headers } = await ask(surgery, url)
      const again = await ask(surgery, url, { 'if-none-match': String(headers['etag']) })
      expect([again.status, again.text], url).toEqual([304, ''])
    }
    const before = String((await ask(surgery, '/sessions')).headers['etag'])
    await cancel('Storm')
    expect((await ask(surgery, '/sessions', { 'if-none-match': before })).status).toBe(200)
  })
})

describe('[story 38] whose addresses', () => {
  test('with several teams each has its own, and the short ones are nobody’s', async () => {
    await publishes(surgery)
    const other = idFor('another team')
    await surgery.sql.transaction({ team: other }, (tx) => makeTeam(tx, other, surgery.lead, zeroChain, time))
    for (const url of addresses) {
      expect((await ask(surgery, url)).status, url).toBe(404)
      expect((await ask(surgery, `/teams/${surgery.team}${url}`)).status, url).toBe(200)
      expect((await ask(surgery, `/teams/${other}${url}`)).status, url).toBe(404)
    }
    const { next } = (await ask(surgery, `/teams/${surgery.team}/openactive/sessions`)).json() as { next: string }
    expect(next).toMatch(`http://gather.example/teams/${surgery.team}/openactive/sessions?afterChangeNumber=`)
  })

  test.each(['/teams/x/sessions', `/teams/${idFor('nobody')}/sessions`, `/teams/'%3Bdrop/sessions`])('%s is not there', async (url) => {
    await publishes(surgery)
    expect((await ask(surgery, url)).status).toBe(404)
  })

  test('addresses begin as the administrator has said, or else as whoever asks has it; a host that can be none is refused', async () => {
    await publishes(surgery)
    const recoveryKey = makeRecoveryKey()
    const server = await startServer({ sql: surgery.sql, recoveryKey, now: () => time, port: -1, publicUrl: 'https://gather.example.org/' })
    expect((await server.app.inject({ url: '/openactive/' })).body).toContain('"url":"https://gather.example.org/openactive/"')
    await server.close()
    expect((await ask(surgery, '/sessions', { host: `x"><img src=y>` })).status).toBe(400)
  })

  test('[S7] one address has a budget of its own, and the next minute another', async () => {
    await publishes(surgery)
    const server = await startServer({ sql: surgery.sql, recoveryKey: makeRecoveryKey(), now: () => time, port: -1 })
    const call = (remoteAddress: string) => server.app.inject({ url: '/openreferral/', remoteAddress })
    const answers = await Promise.all(Array.from({ length: 250 }, () => call('192.0.2.1')))
    expect(answers.filter((one) => one.statusCode === 429)).toHaveLength(10)
    expect(answers.find((one) => one.statusCode === 429)?.headers['retry-after']).toBeDefined()
    expect((await call('192.0.2.2')).statusCode).toBe(200)
    time += 60_000
    expect((await call('192.0.2.1')).statusCode).toBe(200)
    await server.close()
  })
})
