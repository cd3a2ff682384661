import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { costOf } from '../../../src/shared/portable/openReferralCost.ts'
import { openReferralOut, serviceOf } from '../../../src/shared/portable/openReferralOut.ts'
import { planFeed } from '../../../src/shared/portable/openReferralPlan.ts'
import { readFeed } from '../../../src/shared/portable/openReferral.ts'
import { timesIn } from '../../../src/shared/portable/openReferralTimes.ts'
import { listingsOf, type DirectoryRows } from '../../../src/shared/rules/directory.ts'
import { aGroup, idFor, thursday } from '../../support/builders.ts'

const file = (name: string) => readFileSync(new URL(`../../openReferral/${name}`, import.meta.url), 'utf8')
const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
const isService = ajv.compile(JSON.parse(file('service.schema.json')) as object)
const faults = (service: unknown) => (isService(service) ? [] : (isService.errors ?? []).map((one) => `${one.instancePath} ${one.message}`))

const knit = {
  id: idFor('knit in feed'),
  name: 'Knit and Natter',
  status: 'active',
  description: 'Wool and talk',
  contacts: [{ id: idFor('c'), name: 'Ann' }],
}
const feed = (...contents: object[]) => JSON.stringify({ total_items: contents.length, total_pages: 1, page_number: 1, contents })
const plan = (text: string, services: Entity<'service'>[] = [], takes: string[] = []) =>
  planFeed(text, { feed: 'Council', takes }, services, thursday)
const at = '2026-10-01T09:00:00.000Z'

/** The entry as an earlier import left it. */
function imported(more: Partial<Entity<'service'>> = {}): Entity<'service'> {
  const { fields, feedSaid } = plan(feed(knit)).writes.entries[0]!
  const row = { id: idFor('ours'), kind: 'outside', vacancy: 'notKnown', at, byId: idFor('Tom'), feed: 'Council', foreignId: knit.id, feedSaid }
  return { ...row, ...fields, ...more } as Entity<'service'>
}

describe('Open Referral UK in', () => {
  test('the published example is read', () => {
    const read = readFeed(file('service_full.example.json'), thursday)
    expect(faults(JSON.parse(file('service_full.example.json')))).toEqual([])
    expect(read).toMatchObject({ ok: true, feed: { rejects: [], whole: false } })
    expect(read.ok && read.feed.services[0]).toMatchObject({
      name: 'Community Counselling',
      fields: { organiser: 'Example Organization Inc.', free: false, pence: 3500, contactName: 'Ann Persona', status: 'open', times: [] },
      assured: { on: '2005-01-01', by: 'email@example.com' },
    })
  })

  test('the published list is read as the whole list', () => {
    expect(readFeed(file('service_list.example.json'), thursday)).toMatchObject({ ok: true, feed: { rejects: [] } })
  })

  test.each([
    ['{"contents": [', 'notJson'],
    ['"hello"', 'notOpenReferral'],
    ['{"people": []}', 'notOpenReferral'],
    ['{"contents": []}', 'nothingInIt'],
    ['', 'notJson'],
  ])('%s is said to be %s', (text, trouble) => {
    expect(plan(text)).toMatchObject({ trouble, entries: [], writes: { entries: [], gone: [] } })
  })

  test('what cannot be read is named by its number with why, and the rest is read', () => {
    const bad = plan(
      feed(
        { ...knit, status: 'open' },
        { name: 'No id', status: 'active' },
        { ...knit, name: ' ' },
        { ...knit, schedules: 'MO' },
        knit,
        knit,
        null as never,
      ),
    )
    expect(bad.rejects.map(({ number, why, where }) => [number, why, where])).toEqual([
      [1, 'badStatus', 'status'],
      [2, 'noId', 'id'],
      [3, 'noName', 'name'],
      [4, 'badShape', 'schedules'],
      [6, 'twice', 'id'],
      [7, 'badShape', ''],
    ])
    expect(bad.entries.map((one) => [one.name, one.state])).toEqual([['Knit and Natter', 'new']])
  })

  test('a text that is too long is shortened, and said so', () => {
    const long = plan(feed({ ...knit, description: 'a'.repeat(5000) }))
    expect([long.entries[0]!.cut, (long.writes.entries[0]!.fields['about'] as string).length]).toEqual([['about'], 4000])
  })

  test('weekly times are read by day; what ended is left out; the rest stays in words', () => {
    const weekly = { freq: 'WEEKLY', byday: 'TH,MO', opens_at: '10:00:00', closes_at: '12:00' }
    expect(
      timesIn(
        [
          weekly,
          { ...weekly, byday: 'FR', valid_to: '2020-01-01' },
          { freq: 'MONTHLY', byday: '1TU', opens_at: '09:00', closes_at: '10:00', description: 'First Tuesday' },
        ],
        thursday,
      ),
    ).toEqual({
      times: [
        { day: 'MO', from: '10:00', until: '12:00' },
        { day: 'TH', from: '10:00', until: '12:00' },
      ],
      words: 'First Tuesday',
    })
  })

  test.each([
    ['Free', [], { free: true, pence: null, costWords: 'Free' }],
    ['', [], { free: null, pence: null, costWords: '' }],
    ['', [{ amount: 0 }], { free: true, pence: null, costWords: '£0' }],
    ['', [{ amount: 3.5, option: 'Adults' }, { amount: 2 }], { free: false, pence: 200, costWords: 'Adults: £3.50; £2' }],
    ['', [{ amount: 5000 }], { free: false, pence: null, costWords: '£5000' }],
  ])('fees %s and %j', (fees, options, cost) => {
    expect(costOf(fees, options)).toEqual(cost)
  })
})

describe('the preview of an import (story 32)', () => {
  test('the same list again changes nothing', () => {
    expect(plan(feed(knit), [imported()])).toMatchObject({ entries: [{ state: 'same', differences: [] }], writes: { entries: [], gone: [] } })
  })

  test('what the feed changed is taken, field by field', () => {
    const next = plan(feed({ ...knit, description: 'Wool, talk and tea' }), [imported()])
    expect(next.entries[0]).toMatchObject({
      state: 'changed',
      differences: [{ field: 'about', ours: 'Wool and talk', feeds: 'Wool, talk and tea', changedHere: false, takes: true }],
    })
    expect(next.writes.entries[0]!.fields).toEqual({ about: 'Wool, talk and tea' })
  })

  test('what somebody changed here since is named and kept unless ticked', () => {
    const changed = imported({ about: 'Wool. Ask for Ann.' })
    const text = feed({ ...knit, description: 'Wool, talk and tea' })
    expect(plan(text, [changed])).toMatchObject({
      entries: [{ state: 'changed', differences: [{ changedHere: true, takes: false }] }],
      writes: { entries: [{ fields: {} }] },
    })
    expect(plan(text, [changed], [`${knit.id}/about`]).writes.entries[0]!.fields).toEqual({ about: 'Wool, talk and tea' })
    expect(plan(feed(knit), [changed]).entries[0]!.state).toBe('kept')
  })

  test('[story 32] local notes are never overwritten: no import writes one', () => {
    const writes = plan(feed({ ...knit, localNote: 'theirs', description: 'new' }), [imported({ localNote: 'Ask for Ann, not the desk' })]).writes
    expect(JSON.stringify(writes)).not.toContain('localNote')
  })

  test('[story 32] an entry that vanished upstream is flagged, not deleted', () => {
    const other = { ...knit, id: idFor('other in feed'), name: 'Other' }
    const gone = plan(feed(other), [imported()])
    expect(gone.entries.map((one) => [one.name, one.state])).toEqual([
      ['Other', 'new'],
      ['Knit and Natter', 'gone'],
    ])
    expect(gone.writes.gone).toEqual([idFor('ours')])
    expect(plan(feed(knit), [imported({ goneFromFeedOn: '2026-09-01' })]).writes.entries[0]!.fields).toEqual({ goneFromFeedOn: null })
  })

  test('one page of many, one service alone, or another list says nothing of what is not in it', () => {
    const other = { ...knit, id: idFor('other in feed'), name: 'Other' }
    const page = JSON.stringify({ total_items: 40, contents: [other] })
    expect([plan(page, [imported()]).writes.gone, plan(JSON.stringify(other), [imported()]).writes.gone]).toEqual([[], []])
    expect(planFeed(feed(other), { feed: 'Another list', takes: [] }, [imported()], thursday).writes.gone).toEqual([])
  })

  test('[story 32] same-name groups are never joined: both stay, and it is said', () => {
    const ours = imported({ id: idFor('by hand'), foreignId: '', feed: '' })
    expect(plan(feed(knit), [ours]).entries).toMatchObject([{ state: 'new', sameName: true, serviceId: null }])
  })

  test('[story 32] organiser gone: what the feed calls defunct is flagged, and what we took off stays off', () => {
    expect(plan(feed({ ...knit, status: 'defunct' }), [imported()])).toMatchObject({
      entries: [{ state: 'over' }],
      writes: { gone: [idFor('ours')] },
    })
    expect(plan(feed(knit), [imported({ voidedBecause: 'organiser gone' })])).toMatchObject({
      entries: [{ state: 'removed' }],
      writes: { entries: [] },
    })
  })

  test('temporarily closed closes it from today, and open opens it', () => {
    const closed = plan(feed({ ...knit, status: 'temporarily closed', alert: 'Roof' }), [imported()])
    expect(closed.writes.entries[0]!.fields).toMatchObject({ closedFrom: thursday, closedUntil: null, closedBecause: 'Roof' })
    const ours = imported({ closedFrom: '2026-09-01', feedSaid: { ...imported().feedSaid, status: 'closed' } })
    expect(plan(feed(knit), [ours]).writes.entries[0]!.fields).toMatchObject({ closedFrom: null })
  })
})

describe('Open Referral UK out', () => {
  const rows: DirectoryRows = {
    services: [
      {
        ...imported({
          id: idFor('by hand'),
          foreignId: '',
          needs: ['company'],
          access: ['stepFree', 'online'],
          languages: ['pl'],
          free: false,
          pence: 250,
        }),
        ...{
          town: 'Bedworth',
          postcode: 'CV12 8JB',
          address: '1 High Street',
          url: 'https://example.org',
          email: 'a@example.org',
          phone: '01632 960001',
        },
        ...{
          times: [{ day: 'MO', from: '10:00', until: '11:00' }],
          timesWords: 'Term time',
          localNote: 'Secret note',
          closedFrom: '2026-10-01',
          closedBecause: 'Roof',
        },
      } as Entity<'service'>,
      imported(),
    ],
    groups: [aGroup('Walk and Talk', { leaderId: idFor('Tom'), venueId: idFor('park') })],
    venue: () => ({ id: idFor('park'), name: 'Riversley Park', town: 'Nuneaton', postcode: 'CV11 5TU' }),
    colleague: () => ({ id: idFor('Tom'), name: 'Tom Ashby', role: 'facilitator', phone: '07700 900 333' }),
    members: () => 12,
  }
  const listings = listingsOf(rows, thursday, null)
  const out = openReferralOut(listings, 'Nuneaton North PCN', new Set([idFor('ours')]))

  test('our groups and entries are valid against the published schema', () => {
    expect(out).toMatchObject({ total_items: 2, empty: false })
    expect(out.contents.flatMap(faults)).toEqual([])
  })

  test('the schema does refuse what is not right', () => {
    expect(faults({ ...out.contents[0], status: 'open' })).toEqual(['/status must be equal to one of the allowed values'])
  })

  test('no note, no number of a colleague and no count of people goes out', () => {
    const text = JSON.stringify(out)
    for (const secret of ['Secret note', '07700 900 333', 'Tom Ashby']) expect(text).not.toContain(secret)
  })

  test('what went out is read again as it was', () => {
    const own = listings.find((one) => one.id === idFor('by hand'))!
    const read = readFeed(JSON.stringify(serviceOf({ ...own, closed: null }, 'Team')), thursday)
    expect(read.ok && read.feed.services[0]!.fields).toMatchObject({
      ...{ name: 'Knit and Natter', needs: ['company'], access: ['stepFree', 'online'], languages: ['pl'], pence: 250, town: 'Bedworth' },
      ...{ times: [{ day: 'MO', from: '10:00', until: '11:00' }], timesWords: 'Term time', phone: '01632 960001', url: 'https://example.org' },
    })
  })

  test('an empty directory is an empty page', () => {
    expect(openReferralOut([], 'Team', new Set())).toMatchObject({ total_items: 0, empty: true, contents: [] })
  })
})
