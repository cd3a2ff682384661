import type { Entity } from '../../src/shared/records/index.ts'
import { needs } from '../../src/shared/rules/needs.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { at, idFor, thursday, type Known } from '../support/builders.ts'
import { priya } from './office.ts'

const signed = { at: at('09:00', '2026-09-01'), byId: priya }

function service(name: string, more: Partial<Entity<'service'>> = {}): Entity<'service'> {
  return { id: idFor(name), name, kind: 'outside', vacancy: 'notKnown', ...signed, ...more }
}

/** Places to go as a link worker knows them: fresh, due, closed for a while, full, gone from its list. */
const services: Entity<'service'>[] = [
  service('Knit and Natter', {
    ...{
      organiser: 'Bede House',
      about: 'Wool, tea and talk. Needles are lent.',
      needs: ['company', 'confidence'],
      suits: ['anxious', 'olderPeople'],
    },
    ...{ access: ['stepFree', 'toilets', 'busStop', 'meetAndGreet'], free: false, pence: 250, costWords: 'First visit free', vacancy: 'places' },
    ...{ times: [{ day: 'MO', from: '10:00', until: '12:00' }], timesWords: 'Not in school holidays', address: '12 High Street', town: 'Bedworth' },
    ...{ postcode: 'CV12 8NF', transport: 'Bus 48 stops at the door', howToJoin: 'Turn up', contactName: 'Ann Persona', phone: '024 7632 0110' },
    ...{ url: 'https://example.org/knit', firstVisit: 'Ann meets you at the door and finds you a chair.', bring: 'Glasses, if you need them' },
    ...{ checkedOn: '2026-10-12', checkedBy: priya, checkedWith: 'Ann Persona', localNote: 'Ask for Ann, not the front desk.' },
  }),
  service('Citizens Advice', {
    ...{ organiser: 'Citizens Advice BRANCAB', needs: ['money', 'debt'], free: true, town: 'Nuneaton', phone: '024 7632 0120' },
    ...{ vacancy: 'waitingList', checkedOn: '2026-06-01', contactName: 'The duty adviser' },
  }),
  service('Bowls for beginners', {
    ...{ kind: 'partner', needs: ['movement'], town: 'Bedworth', vacancy: 'full', times: [{ day: 'WE', from: '14:00', until: '16:00' }] },
    ...{ checkedOn: '2026-09-20', closedFrom: '2026-10-01', closedUntil: '2026-11-05', closedBecause: 'The green is being reseeded.' },
  }),
  service('Community choir', {
    ...{
      needs: ['company'],
      town: 'Nuneaton',
      phone: '024 7632 0130',
      feed: 'Warwickshire',
      foreignId: idFor('choir in feed'),
      goneFromFeedOn: '2026-10-10',
    },
    ...{ feedSaid: { name: 'Community choir', town: 'Nuneaton' }, times: [{ day: 'TH', from: '19:00', until: '20:30' }] },
  }),
]

/** Hundreds, with names as long as councils give them. */
function manyServices(): Entity<'service'>[] {
  return Array.from({ length: 396 }, (_, nth) =>
    service(`${['Warwickshire Wellbeing and Community Connections Partnership', 'Coffee morning', 'Advice line'][nth % 3]} ${nth + 1}`, {
      ...{ needs: [needs[nth % needs.length]!.code], town: ['Nuneaton', 'Bedworth', 'Bulkington'][nth % 3]!, free: nth % 2 === 0 },
      ...{ phone: '024 7632 0199', checkedOn: nth % 4 === 0 ? '2026-01-01' : '2026-10-01' },
    }),
  )
}

const people = ['Derek Holloway', 'Mavis Oakes', 'Stan Whitmore', 'Ivy Pemberton', 'Ruth Adeyemi', 'Jean Bostock', 'Len Cartwright']

function gapsOf(need: string, place: string, names: readonly (string | null)[], more: Partial<Entity<'gap'>> = {}): Entity<'gap'>[] {
  return names.map((name, nth) => ({
    ...{ id: idFor(`gap ${need} ${place} ${nth}`), personId: name && idFor(name), need, place, times: ['TH-am', ...(nth % 2 ? ['FR-pm'] : [])] },
    ...{ barrier: nth % 3 === 0 ? ('tooFar' as const) : ('noSuchGroup' as const), mayAsk: nth % 2 === 0, from: 'call' as const },
    ...{ on: addDays(thursday, -nth * 6), wants: nth === 0 ? 'Something sitting down, with tea' : '', ...signed, ...more },
  }))
}

const seated = gapsOf('movement', 'Bedworth', people)
const gaps: Entity<'gap'>[] = [
  ...seated,
  ...gapsOf('company', 'Nuneaton', [...people.slice(0, 5), null]),
  ...gapsOf('bereavement', 'CV12', people.slice(0, 3)),
  ...gapsOf('debt', 'Nuneaton', people.slice(0, 6), { on: '2026-06-10' }),
  ...gapsOf('pain', 'Nuneaton', people.slice(0, 6), { on: '2026-04-10', filledBy: idFor('Pain Café'), filledOn: '2026-05-07' }),
  ...gapsOf('notCoded', 'Bulkington', [null], { wants: 'A quiet place to play chess' }),
]

const proposals: Entity<'proposal'>[] = [
  {
    ...{ id: idFor('Seated Exercise proposed'), name: 'Seated Exercise', need: 'movement', gapIds: seated.map((one) => one.id), place: 'Bedworth' },
    ...{ aim: 'People who sit all day move without fear, and have somewhere to go.', forWhom: 'People who are frail or have had a fall' },
    ...{ venueId: idFor('Riversley Park'), slot: { day: 'TH', start: '14:00', end: '15:00' }, template: 'seated', leaderId: idFor('Tom Ashby') },
    ...{
      costs: 'Hall £20 an hour. People pay £2 with tea.',
      riskAssessedOn: '2026-10-01',
      riskWords: 'Chairs without arms. First aider in the room.',
    },
    ...{ insurance: 'The network’s own', pilotFrom: '2026-11-05', pilotWeeks: 8, hopedPeople: 8, hopedTimes: 4, state: 'proposed', ...signed },
  },
  {
    ...{ id: idFor('Pain Café proposed'), name: 'Pain Café', need: 'pain', gapIds: gaps.filter((one) => one.need === 'pain').map((one) => one.id) },
    ...{ place: 'Nuneaton', aim: 'Live better with pain', template: 'cafe', slot: { day: 'FR', start: '10:00', end: '11:30' }, leaderId: priya },
    ...{ pilotFrom: '2026-09-04', pilotWeeks: 6, hopedPeople: 6, hopedTimes: 3, state: 'approved', groupId: idFor('Pain Café'), ...signed },
    ...{ decidedAt: at('11:00', '2026-08-20'), decidedBy: idFor('Sunita Rao'), decidedBecause: 'Six people asked, and the room is free.' },
  },
  {
    ...{ id: idFor('Night walk proposed'), name: 'Night walk', need: 'sleep', gapIds: [], place: 'Nuneaton', state: 'refused', ...signed },
    ...{ decidedAt: at('11:05', '2026-08-20'), decidedBy: idFor('Sunita Rao'), decidedBecause: 'Not safe in the dark.' },
  },
]

/** The directory, the gap board and the proposals. */
export function aDirectory(crowded: boolean): Known {
  return { service: crowded ? [...services, ...manyServices()] : services, gap: gaps, proposal: proposals }
}
