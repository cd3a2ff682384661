import type { Entity } from '../../src/shared/records/index.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aSlot, idFor, thursday, type Known } from '../support/builders.ts'

/** The laptop whose window is drawn, and whose it is. */
export const ourLaptop = 'Priya’s blue laptop'
export const priya = idFor('Priya Nair')

/** The people who work there, as the surgery knows them. */
export function colleagues(): Entity<'colleague'>[] {
  return [
    {
      id: priya,
      name: 'Priya Nair',
      role: 'lead',
      phone: '07700 900 301',
      trainedOn: '2024-05-03',
      dbsUntil: '2027-01-31',
      firstAidUntil: '2026-11-12',
    },
    { id: idFor('Tom Ashby'), name: 'Tom Ashby', role: 'facilitator', trainedOn: '2023-03-02', dbsUntil: null, firstAidUntil: '2026-09-30' },
    { id: idFor('Marcus Bright'), name: 'Marcus Bright', role: 'linkWorker' },
    { id: idFor('Sunita Rao'), name: 'Sunita Rao', role: 'lead' },
  ]
}

function laptop(name: string, colleague: string, enrolledAt: string, more: Partial<Entity<'device'>> = {}): Entity<'device'> {
  return { id: idFor(name), name, colleagueId: idFor(colleague), enrolledAt, ...more }
}

/** The team, its numbers, its people, their laptops and its first place: a team on its first day, but for the numbers. */
export function aTeam(): Known {
  return {
    team: [{ id: idFor('team'), name: 'Nuneaton North PCN' }],
    colleague: colleagues(),
    device: [
      laptop(ourLaptop, 'Priya Nair', '2026-09-01T09:00:00.000Z'),
      laptop('Park laptop', 'Tom Ashby', '2026-09-03T09:00:00.000Z'),
      laptop('Old laptop', 'Tom Ashby', '2025-02-01T09:00:00.000Z', { revokedAt: '2026-08-03T10:00:00.000Z' }),
    ],
  }
}

const venue = (name: string, more: Partial<Entity<'venue'>> = {}): Entity<'venue'> => ({ id: idFor(name), name, ...more })

/** Riversley Park, which a team on its first day has written down. */
export const park = venue('Riversley Park', {
  meetingPoint: 'bandstand',
  gridReference: 'SP 361 918',
  town: 'Nuneaton',
  postcode: 'CV11 5TU',
  notes: 'Parking at the Coton Road side. Toilets by the café, key at the counter.',
})

/** Places and groups of a team that has run for years. */
export function anOffice(): Known {
  return {
    ...aTeam(),
    team: [
      {
        id: idFor('team'),
        name: 'Nuneaton North PCN',
        dutyPhone: '01632 960 500',
        safeguarding: { name: 'Farida Choudhury', phone: '01632 960 501' },
        safeguardingAlternate: { name: 'Dr Owen Pugh', phone: '01632 960 502' },
      },
    ],
    venue: [
      park,
      venue('Bedworth Civic Hall', { meetingPoint: 'room 2', address: 'High Street', town: 'Bedworth', postcode: 'CV12 8NF' }),
      venue('Pingles Leisure Centre', { meetingPoint: 'pitch 3' }),
      venue('Café on the Square'),
      venue('Miners Welfare Park'),
    ],
    group: [
      theWalk(),
      group('Seated Exercise', 'Bedworth Civic Hall', {
        leaderId: idFor('Tom Ashby'),
        template: 'seated',
        schedule: [aSlot({ start: '13:00', end: '14:00', from: '2026-10-15' })],
      }),
      group('Walking Football', 'Pingles Leisure Centre', {
        leaderId: idFor('Marcus Bright'),
        template: 'football',
        schedule: [aSlot({ start: '18:00', end: '19:30', from: thursday })],
      }),
      group('Pain Café', 'Café on the Square', {
        leaderId: priya,
        counts: false,
        template: 'cafe',
        schedule: [aSlot({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', start: '10:00', end: '11:30', from: '2026-10-23' })],
      }),
      group('Buggy Talk', 'Miners Welfare Park', {
        template: 'buggy',
        schedule: [aSlot({ rule: 'FREQ=WEEKLY;BYDAY=MO', start: '09:30', end: '10:30', from: '2026-10-26' })],
      }),
      group('Tea Dance', 'Bedworth Civic Hall', {
        state: 'paused',
        schedule: [aSlot({ rule: 'FREQ=WEEKLY;BYDAY=WE', start: '14:00', end: '16:00' })],
      }),
    ],
    session: [
      {
        ...sessionOf('Walking Football', thursday),
        cancelledBecause: 'frost',
        cancelledFor: 'weather',
      },
    ],
  }
}

/** The group of most pictures. */
export function theWalk(): Entity<'group'> {
  return aGroup('Walk and Talk', {
    organiser: 'Nuneaton North PCN',
    venueId: park.id,
    leaderId: priya,
    facilitatorIds: [priya],
    template: 'walk',
    about: 'A flat mile round the lake, then tea in the café. Everybody at their own pace.',
  })
}

function group(name: string, place: string, more: Partial<Entity<'group'>>): Entity<'group'> {
  return aGroup(name, { venueId: idFor(place), ...more })
}

function sessionOf(name: string, date: string): Entity<'session'> {
  const which = { groupId: idFor(name), date, slot: 1 }
  return { id: sessionIdOf(which.groupId, which.date, which.slot), ...which }
}
