import type { Row } from '../../src/shared/changes/row.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import {
  aGroup,
  aMembership,
  aPerson,
  aSession,
  aSignIn,
  aSlot,
  at,
  idFor,
  rowsOf,
  sessionId,
  stampAt,
  thursday,
  which,
  type Known,
} from '../support/builders.ts'
import { aDirectory } from './directory.ts'
import { aFirstTime, aMatch } from './match.ts'
import { aCaseload } from './caseload.ts'
import { manyNames } from './names.ts'
import { aTeam, park, priya, theWalk } from './office.ts'
import { pictures } from './media.ts'
import { messagesAndExports } from './messages.ts'
import { plansAndMeasures, planWithTwoTexts } from './plans.ts'
import { results } from './results.ts'
import { boards } from './boards.ts'
import { practiceLists } from './listSizes.ts'
import { recordsToReview } from './retention.ts'
import { threeYears } from './threeYears.ts'
import { voicesAndStories } from './voices.ts'
import { aWalk, aWalkOf, joined, sideBySideRows } from './walk.ts'

/** How much there is: a team on its first day, a group nobody has joined, a usual walk, four hundred on one register; two link workers' caseloads; a case with a directory; what came of a year; three years of six groups; records of years ago. */
export type Size = 'firstDay' | 'empty' | 'ordinary' | 'crowded' | 'caseload' | 'match' | 'results' | 'years' | 'review'

const walkToday = sessionId(which('Walk and Talk'))

/** Four of one name, told apart in four ways. */
const namesakes: Entity<'person'>[] = [{ bornOn: '1948-04-03' }, { bornOn: '1951-11-20' }, { practice: 'Manor Court Surgery' }, {}].map(
  (fact, nth) => ({ ...aPerson('Doreen Swift', fact), id: idFor(`Doreen Swift ${nth}`) }),
)

/** Four hundred members, half of them here. */
function aRegister(): Known {
  const others = (names: string[]) => names.map((name) => aPerson(name, { phone: '01632 960 777' }))
  const kasha = { ...aPerson('Kasha Wrona'), id: idFor('Kasha Wrona') }
  const full = aWalkOf({
    here: [...namesakes.slice(0, 3).filter((_, nth) => nth !== 1), ...others(manyNames(150)), kasha],
    notYet: [namesakes[1]!, namesakes[3]!, ...others(manyNames(230).map((name) => `${name} Junior`))],
  })
  const group = (full.group ?? []).map((one) => (one.id === theWalk().id ? { ...one, capacity: 150, peoplePerLeader: 20 } : one))
  return joined(
    { ...full, group },
    {
      registerMark: [{ id: idFor('Pat waits'), sessionId: walkToday, personId: idFor('Pat Lomas'), state: 'waiting', at: at('10:25'), byId: priya }],
      companion: [
        { id: idFor('carer'), sessionId: walkToday, withId: idFor('Gurpreet Sandhu'), kind: 'carer', number: 1, at: at('10:15'), byId: priya },
      ],
    },
  )
}

/** One group and its places, and nobody in it. */
function anEmptyGroup(): Known {
  return { ...aTeam(), venue: [park], group: [theWalk()] }
}

/** With what a lead has set for cases. */
const ourTeam: Entity<'team'> = {
  id: idFor('team'),
  name: 'Nuneaton North PCN',
  caseloadFigure: 2,
  districts: ['CV10', 'CV11', 'CV12'],
  safeguarding: { name: 'Anita Shah', phone: '01632 960 901' },
}

const known: Record<Size, () => Known> = {
  firstDay: () => ({ ...aTeam(), device: (aTeam().device ?? []).slice(0, 1), venue: [park] }),
  empty: anEmptyGroup,
  ordinary: aWalk,
  crowded: aRegister,
  match: () => joined(aWalk(), aMatch(), aFirstTime()),
  years: () => joined(aTeam(), threeYears({ people: 240, seed: 28 }).known, boards(), practiceLists()),
  review: () => aTeam(),
  caseload: () => joined({ ...anEmptyGroup(), team: [ourTeam] }, aCaseload()),
  results: () => joined({ ...aTeam(), team: [ourTeam], venue: [park] }, results(72), boards()),
}

/** Maureen Tandy was written down twice: by the practice, and at the door. */
function twice(): Entity<'person'>[] {
  const born = { bornOn: '1947-02-11' }
  return [
    aPerson('Maureen Tandy', { ...born, phone: '01632 960 611', practice: 'Manor Court Surgery', alerts: ['Inhaler'] }),
    aPerson('Mo Tandy', { ...born, phone: '07700 900 611', email: 'mo.tandy@example.org', medicine: 'GTN spray, left coat pocket' }),
  ]
}

/** What others have written where nothing goes well: reports, a concern, requests at the kiosk, a walk of this morning that is not back. */
function trouble(): Known {
  const tom = idFor('Tom Ashby')
  const early = which('Sunrise Walk')
  const asked = (
    kind: Entity<'kioskRequest'>['kind'],
    time: string,
    name: string | null,
    more: Partial<Entity<'kioskRequest'>> = {},
  ): Entity<'kioskRequest'> => ({
    id: idFor(`${kind} ${time}`),
    sessionId: walkToday,
    personId: name && idFor(name),
    kind,
    at: at(time),
    byId: priya,
    ...more,
  })
  return {
    person: twice(),
    group: [aGroup('Sunrise Walk', { venueId: park.id, leaderId: tom, schedule: [aSlot({ start: '07:00', end: '08:30', from: thursday })] })],
    membership: ['Brenda Stokes', 'Colin Bayliss', 'Mo Tandy'].map((name) => aMembership('Sunrise Walk', name)),
    session: [aSession(early, { startedAt: at('06:55') })],
    signIn: ['Brenda Stokes', 'Colin Bayliss'].map((name) => aSignIn(name, '06:55', { sessionId: sessionId(early), byId: tom })),
    kioskRequest: [
      asked('changed', '10:21', 'Derek Holloway'),
      asked('noPhotos', '10:22', 'Ivy Pemberton'),
      asked('someoneNew', '10:23', null, { firstName: 'Bogna' }),
    ],
    concern: [
      {
        id: idFor('a concern of Tom'),
        sessionId: walkToday,
        who: 'A woman from the Tuesday group',
        told: 'Priya Nair by phone, 10:15',
        at: at('10:10'),
        byId: tom,
        what: 'She said: “He takes my card so that I do not spend it.” She asked me not to ring her at home.',
      },
    ],
  }
}

/** Whom the kiosk of the Pain Café may meet. */
function cafeGuests(): Known {
  const guests = ['Nisha Kapoor', 'Wilhelmina-Josephine Barrington', 'Jo Smith', 'Jo Sanders', 'John Price'].map((name) =>
    aPerson(name, { bornOn: '1960-05-05' }),
  )
  return { person: guests, membership: guests.map((one) => aMembership('Pain Café', `${one.givenName} ${one.familyName}`, { since: '2026-05-07' })) }
}

/** The same where who uses the laptop has another role. */
function usedBy(team: Known, role: Role): Known {
  return { ...team, colleague: (team.colleague ?? []).map((one) => (one.id === priya ? { ...one, role } : one)) }
}

/** All rows that the surgery has. */
export function rowsOfWorld(size: Size, more: { trouble?: boolean; kiosk?: boolean; role?: Role } = {}): Row[] {
  const full = size === 'ordinary' || size === 'crowded'
  const all = joined(
    more.role ? usedBy(known[size](), more.role) : known[size](),
    full ? aDirectory(size === 'crowded') : {},
    size === 'ordinary' ? plansAndMeasures() : {},
    size === 'ordinary' ? messagesAndExports() : {},
    size === 'ordinary' ? pictures() : {},
    size === 'ordinary' ? voicesAndStories() : {},
    more.trouble && full ? trouble() : {},
    more.kiosk ? cafeGuests() : {},
  )
  if (size === 'review') return [...rowsOf(all, stampAt('08:00', 'server')), ...recordsToReview()]
  return [...rowsOf(all, stampAt('08:00', 'server')), ...(full ? sideBySideRows() : []), ...(size === 'ordinary' ? planWithTwoTexts() : [])]
}
