import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import {
  freshDaysOf,
  isClosed,
  isDue,
  listingsOf,
  timesOf,
  vacancyOf,
  type DirectoryRows,
  type Listing,
} from '../../../src/shared/rules/directory.ts'
import { accessList, suitsLabel, suitsList } from '../../../src/shared/rules/directoryLists.ts'
import { filterListings, townsOf } from '../../../src/shared/rules/directorySearch.ts'
import { needs } from '../../../src/shared/rules/needs.ts'
import { aGroup, aSlot, at, idFor, thursday } from '../../support/builders.ts'

function aService(name: string, more: Partial<Entity<'service'>> = {}): Entity<'service'> {
  return { id: idFor(name), name, kind: 'outside', vacancy: 'notKnown', at: at('09:00'), byId: idFor('Tom'), ...more }
}
const rows = (services: Entity<'service'>[], more: Partial<DirectoryRows> = {}): DirectoryRows => ({
  ...{ services, groups: [], venue: () => undefined, colleague: () => undefined, members: () => 0 },
  ...more,
})
const listings = (services: Entity<'service'>[], more: Partial<DirectoryRows> = {}) => listingsOf(rows(services, more), thursday, null)

describe('the directory', () => {
  test.each([
    [null, null, false],
    ['2026-10-22', null, true],
    ['2026-10-01', '2026-10-22', true],
    ['2026-10-01', '2026-10-21', false],
    ['2026-10-23', null, false],
  ])('closed from %s until %s: %s', (closedFrom, closedUntil, closed) => expect(isClosed({ closedFrom, closedUntil }, thursday)).toBe(closed))

  test.each([
    [null, null, true],
    ['2026-07-24', null, true], // ninety days, over no change of clocks
    ['2026-07-25', null, false],
    ['2026-10-01', 14, true],
    ['2026-10-21', 14, false],
  ])('[story 32] checked on %s, due after %s days: %s', (checkedOn, after, due) => expect(isDue(checkedOn, thursday, after)).toBe(due))

  test('freshness counts days over the change of clocks, and a day in the future is none', () => {
    expect([freshDaysOf('2026-03-01', '2026-04-01'), freshDaysOf('2026-10-24', '2026-10-26'), freshDaysOf('2027-01-01', thursday)]).toEqual([
      31, 2, 0,
    ])
  })

  test.each([
    [10, 9, undefined, 'places'],
    [10, 10, undefined, 'full'],
    [null, 400, undefined, 'places'],
    [10, 2, 'full', 'full'],
    [10, 2, 'waitingList', 'waitingList'],
    [10, 10, 'places', 'full'],
  ] as const)('%s places, %i members, said %s: %s', (capacity, members, said, vacancy) => expect(vacancyOf(capacity, members, said)).toBe(vacancy))

  test('a group of ours is in the same shape, with what the directory says of it', () => {
    const group = aGroup('Walk and Talk', { venueId: idFor('park'), leaderId: idFor('Tom'), capacity: 2 })
    const details = aService('details', { kind: 'own', groupId: group.id, needs: ['company'], free: true, localNote: 'Ask Tom' })
    const known = {
      ...{ groups: [group], members: () => 2 },
      venue: () => ({ id: idFor('park'), name: 'Riversley Park', town: 'Nuneaton' }),
      colleague: () => ({ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' as const, phone: '07700 900 301' }),
    }
    expect(listings([details], known)).toMatchObject([
      {
        ...{
          id: group.id,
          groupId: group.id,
          serviceId: details.id,
          kind: 'own',
          name: 'Walk and Talk',
          needs: ['company'],
          free: true,
          vacancy: 'full',
        },
        ...{
          times: [{ day: 'TH', from: '10:30', until: '12:00' }],
          venue: 'Riversley Park',
          town: 'Nuneaton',
          contactName: 'Tom Ashby',
          contactIsStaff: true,
        },
        ...{ due: false, localNote: 'Ask Tom' },
      },
    ])
  })

  test('a paused group is closed for now, a closed one is gone, a partner’s is due as a service is', () => {
    const groups = [aGroup('Paused', { state: 'paused' }), aGroup('Closed', { state: 'closed' }), aGroup('Sky Blues', { template: 'partner' })]
    expect(listings([], { groups }).map(({ name, kind, closed, due }) => [name, kind, closed !== null, due])).toEqual([
      ['Paused', 'own', true, false],
      ['Sky Blues', 'partner', false, true],
    ])
  })

  test('[story 32] organiser gone: a removed entry is on no list', () => {
    expect(listings([aService('Gone', { voidedBecause: 'organiser gone' })])).toEqual([])
  })

  test('[story 32] same-name groups are both there, told apart by organiser and place', () => {
    const two = listings([aService('Walk and Talk', { organiser: 'AWS', town: 'Nuneaton' })], {
      groups: [aGroup('Walk and Talk ours', { name: 'Walk and Talk' })],
    })
    expect(new Set(filterListings(two, { text: 'walk and talk' }).map((one) => `${one.name}, ${one.organiser}`))).toEqual(
      new Set(['Walk and Talk, ', 'Walk and Talk, AWS']),
    )
  })

  test('the weekdays of a monthly rule are known too, and what has ended is not', () => {
    const slots = [aSlot({ rule: 'FREQ=MONTHLY;BYDAY=1MO' }), aSlot({ slot: 2, until: '2026-01-01' })]
    expect(timesOf(slots, thursday)).toEqual([{ day: 'MO', from: '10:30', until: '12:00' }])
  })

  test('lists of codes have no code twice and say where they are from', () => {
    for (const list of [suitsList, accessList]) {
      expect(new Set(list.items.map(({ code }) => code)).size).toBe(list.items.length)
      expect(list.source).not.toBe('')
    }
    expect([suitsLabel('dementia'), suitsLabel('newer')]).toEqual(['People with dementia', 'newer'])
  })
})

describe('finding in the directory', () => {
  const all = listings([
    aService('Knit and Natter', {
      needs: ['company'],
      town: 'Bedworth',
      free: true,
      vacancy: 'places',
      times: [{ day: 'MO', from: '10:00', until: '11:00' }],
    }),
    aService('Café Zając', { needs: ['food'], town: 'bedworth ', free: false, vacancy: 'full', closedFrom: '2026-10-01', checkedOn: '2026-10-01' }),
    aService('Debt advice', { kind: 'partner', needs: ['debt'], town: 'Nuneaton', about: 'Knit your budget', checkedOn: '2026-01-01' }),
  ])
  test.each([
    [{}, ['Café Zając', 'Debt advice', 'Knit and Natter']],
    [{ text: 'zajac' }, ['Café Zając']],
    [{ text: 'knit' }, ['Knit and Natter', 'Debt advice']],
    [{ need: 'food' }, ['Café Zając']],
    [{ kind: 'partner' }, ['Debt advice']],
    [{ day: 'MO' }, ['Knit and Natter']],
    [{ town: 'Bedworth' }, ['Café Zając', 'Knit and Natter']],
    [{ free: true }, ['Knit and Natter']],
    [{ vacancy: true }, ['Knit and Natter']],
    [{ open: true }, ['Debt advice', 'Knit and Natter']],
    [{ due: true }, ['Knit and Natter', 'Debt advice']],
  ] as const)('%j finds %j', (filter, names) => expect(filterListings(all, filter).map((one) => one.name)).toEqual(names))

  test('towns are said once however they are spelt', () => expect(townsOf(all)).toEqual(['Bedworth', 'Nuneaton']))

  test('2,000 entries: any filter answers within 100 ms of processor time', () => {
    const many: Entity<'service'>[] = Array.from({ length: 2000 }, (_, nth) =>
      aService(`Service ${nth}`, {
        ...{
          needs: [needs[nth % needs.length]!.code],
          town: ['Nuneaton', 'Bedworth', 'Bulkington'][nth % 3]!,
          about: 'What it is and for who. '.repeat(20),
        },
        ...{ free: nth % 2 === 0, vacancy: nth % 4 === 0 ? 'places' : 'full', times: [{ day: 'MO', from: '10:00', until: '11:00' }] },
      }),
    )
    const start = process.cpuUsage()
    const known: Listing[] = listings(many)
    const asked = [
      { text: 'service 19' },
      { need: 'company' },
      { town: 'Bedworth' },
      { free: true, vacancy: true },
      { due: true },
      { day: 'MO' as const },
    ]
    for (const filter of asked) filterListings(known, filter)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000 / asked.length).toBeLessThan(100)
  })
})
