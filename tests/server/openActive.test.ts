import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activities } from '../../src/shared/openData/activities.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { aSlot, idFor } from '../support/builders.ts'
import { feedFindings, findingsIn, type Finding } from '../support/openActive.ts'
import { park, publishes, walk, wholeFeed, write } from '../support/openTeam.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => Date.parse('2026-10-22T08:00:00Z'), port: 0 })
  await publishes(surgery)
  const [hall, session] = [idFor('Church hall'), sessionIdOf(walk, '2026-10-22', 1)]
  const where = { name: 'Church hall', address: 'High Street', town: 'Bedworth', postcode: 'CV12 8NX', isPublic: true }
  const group = { counts: true, state: 'running', published: true, venueId: park }
  await write(
    surgery,
    { record: 'venue', row: hall, fields: where },
    { record: 'session', row: session, fields: { groupId: walk, date: '2026-10-22', slot: 1, cancelledBecause: 'Storm', cancelledFor: 'weather' } },
    { record: 'session', row: sessionIdOf(walk, '2026-10-29', 1), fields: { groupId: walk, date: '2026-10-29', slot: 1, venueId: hall } },
    // what costs, meets on a day of the month, or every other week
    {
      record: 'group',
      row: idFor('football'),
      fields: { ...group, name: 'Walking Football', template: 'football', pence: 250, schedule: [aSlot({ rule: 'FREQ=MONTHLY;BYDAY=1TH' })] },
    },
    {
      record: 'group',
      row: idFor('seated'),
      fields: { ...group, name: 'Seated Exercise', template: 'seated', pence: 0, schedule: [aSlot({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' })] },
    },
    // a county of dates, so that the feed has pages
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => ({
      record: 'group',
      row: idFor(`daily ${nth}`),
      fields: { ...group, name: `Daily walk ${nth}`, template: 'walk', pence: 0, schedule: [aSlot({ rule: 'FREQ=DAILY' })] },
    })),
  )
})
afterAll(() => surgery.close())

const shortly = ({ severity, type, path, message }: Finding) => `${severity} ${type} ${path} ${message}`
const dataOf = (items: any[]) => items.flatMap((one) => (one.state === 'updated' ? [one.data] : []))

describe('[story 38] the validators of OpenActive', () => {
  test('find nothing wrong in any item', async () => {
    const data = dataOf((await wholeFeed(surgery)).items)
    expect(new Set(data.map((one) => one['@type']))).toEqual(new Set(['SessionSeries', 'ScheduledSession']))
    const found = await findingsIn(data)
    expect([...new Set(found.filter((one) => one.severity === 'failure').map(shortly))]).toEqual([])
  })

  test('do find what is wrong: an activity that is not on the list, a session without its series, a duration left out', async () => {
    const data = dataOf((await wholeFeed(surgery)).items)
    const [series, session] = [data.find((one) => one['@type'] === 'SessionSeries'), data.find((one) => one['@type'] === 'ScheduledSession')]
    const { superEvent: _, duration: __, ...alone } = session
    const found = await findingsIn([
      { ...series, activity: [{ ...series.activity[0], '@id': 'https://openactive.io/activity-list#nothing' }] },
      alone,
    ])
    expect(found.filter((one) => one.severity === 'failure').map((one) => one.type)).toEqual(
      expect.arrayContaining(['activity_not_in_activity_list']) as string[],
    )
    expect(found.filter((one) => one.severity === 'failure').length).toBeGreaterThan(1)
  })

  test('walk the feed to its end and find nothing wrong with its pages', async () => {
    const found = await feedFindings(`${surgery.url}/openactive/sessions`)
    expect([...new Set(found.filter((one) => one.severity === 'failure').map(shortly))]).toEqual([])
  })
})

const published = `${import.meta.dirname}/../../../shared/data/openactive/activity-list.jsonld`
test.skipIf(!existsSync(published))('[story 38] the activities that we name are on the published list, under these names', () => {
  const { concept } = JSON.parse(readFileSync(published, 'utf8')) as { concept: { identifier: string; prefLabel: string }[] }
  const names = new Map(concept.map((one) => [one.identifier, one.prefLabel]))
  for (const one of Object.values(activities)) if (one) expect(names.get(one.id)).toBe(one.label)
})
