import type { Row } from '../../src/shared/changes/row.ts'
import { foldAll } from '../../src/shared/changes/fold.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { membershipIdOf as membershipOf } from '../../src/shared/std/ids.ts'
import { aChange, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, stampAt, thursday, which, type Known } from '../support/builders.ts'
import { anOffice, priya, theWalk } from './office.ts'
import { hereNames, notYetNames } from './names.ts'

/** How many came in the weeks before, the earliest first; null: nobody opened the register. */
const cameBefore = [12, 14, 13, 17, 15, 19, null, 16, 20, 21, 24]
/** When each of those who are here came; the latest first. */
const arrivals = [
  '10:31',
  '10:30',
  '10:29',
  '10:28',
  '10:27',
  '10:26',
  '10:24',
  '10:24',
  '10:21',
  '10:20',
  '10:20',
  '10:19',
  '10:18',
  '10:17',
  '10:16',
  '10:16',
  '10:15',
]
/** Whom this laptop signs in with no network; the others stand at the surgery already. */
export const signedInOffline = [
  'Abdul Karim',
  'Jean Bostock',
  'Mavis Oakes',
  'Stan Whitmore',
  'Ruth Adeyemi',
  'Gurpreet Sandhu',
  'Ivy Pemberton',
  'Derek Holloway',
]
/** Who comes for the first time and is written down offline: no row of theirs is at the surgery. */
export const newToday = 'Halina Zając'

const facts: Record<string, Partial<Entity<'person'>>> = {
  'Derek Holloway': { alerts: ['Inhaler'], importId: idFor('list of October') },
  'Abdul Karim': { alerts: ['Inhaler'] },
  'Gurpreet Sandhu': { photo: 'no' },
  'Stan Whitmore': { alerts: ['Hearing aid'] },
  'Usha Patel': { interpreter: 'Gujarati' },
  'Margaret Ellison': { alerts: ['Knee: short route'], phone: '01632 960 150' },
  'Pat Lomas': { phone: '01632 960 151' },
  'Sid Orton': { archivedOn: '2026-09-24' },
  'Jean Bostock': { shareWithGp: 'no' },
  'Pearl Osei': { importId: idFor('list of October') },
  'Ivy Pemberton': {
    bornOn: '1951-04-03',
    practice: 'Riversley Road Surgery',
    photo: 'yes',
    howHeard: 'Her neighbour',
    medicine: 'GTN spray, left coat pocket',
    pleaseDo: 'Tell me when it is half-way',
    pleaseDont: 'Do not hurry me on stairs',
    address: { lines: '4 Bridge Street', town: 'Nuneaton', postcode: 'CV11 4XX' },
    importId: idFor('list of October'),
  },
}

/** Whose card is made, and the letters on it. */
const cards: Record<string, string> = {
  'Derek Holloway': 'A7QM29XD4T5V8W0Z',
  'Gurpreet Sandhu': 'B7QM29XD4T5V8W0Z',
  'Kasia Wrona': 'KASHA0123456789X',
  'Pat Lomas': 'PAT00123456789XY',
}

/** What nearly everybody has answered; who came today for the first time has nothing but a name. */
function usual(name: string, at: number): Partial<Entity<'person'>> {
  if (name === 'Kasia Wrona') return {}
  const asked: Partial<Entity<'person'>> = {
    ageBand: '60 to 69',
    practice: 'Riversley Road Surgery',
    address: { town: 'Nuneaton', postcode: 'CV11 5TU' },
  }
  return at % 7 === 3 ? asked : { ...asked, phone: `01632 960 ${100 + (at % 900)}` }
}

/** Members of Walk and Talk by name, with what is known of them. */
export function people(names: readonly string[]): Entity<'person'>[] {
  return names.map((name, at) => aPerson(name, { ...usual(name, at), ...facts[name] }))
}

/** How many of the weeks before somebody came to: the first of the list to all of them. */
function history(names: readonly string[]): Known {
  const weeks = cameBefore.flatMap((came, at) => (came === null ? [] : [{ came, date: addDays(thursday, -7 * (cameBefore.length - at)) }]))
  return {
    session: weeks.map(({ date }) =>
      aSession(which('Walk and Talk', date), {
        startedAt: at('10:20', date),
        allBackAt: at('11:50', date),
        closedAt: at('12:04', date),
        closedBy: priya,
      }),
    ),
    signIn: weeks.flatMap(({ came, date }) => names.slice(0, came).map((name) => signInOf(name, date, '10:26'))),
  }
}

export function signInOf(name: string, date: string, time: string, more: Partial<Entity<'signIn'>> = {}): Entity<'signIn'> {
  return aSignIn(name, time, {
    id: idFor(`${name} ${date} ${time}`),
    sessionId: sessionId(which('Walk and Talk', date)),
    arrivedAt: at(time, date),
    byId: priya,
    ...more,
  })
}

/** Contacts of four in five, and what one of them answered to the health questions. */
function aboutPeople(names: readonly string[]): Known {
  const known = names.filter((name) => name !== 'Kasia Wrona')
  const contact = (name: string, nth: number): Entity<'emergencyContact'> => ({
    id: idFor(`contact of ${name}`),
    personId: idFor(name),
    name: `${name.split(' ').at(-1)} Family`,
    relationship: nth % 2 ? 'daughter' : 'husband',
    phone: `07700 900 ${200 + nth}`,
  })
  const answered = (name: string): Entity<'declaration'> => ({
    id: idFor(`answers of ${name}`),
    personId: idFor(name),
    sessionId: null,
    questions: '1',
    answers: { heart: false, joints: false },
    outcome: 'takingPart',
    signedAs: name,
    at: at('10:30', '2026-03-12'),
    askedAt: at('10:30', '2026-03-12'),
    byId: priya,
  })
  const own: Record<string, Partial<Entity<'declaration'>>> = {
    'Ivy Pemberton': { outcome: 'modified', answers: { heart: true, joints: true }, words: 'Short route, stays near the leader' },
    'Mavis Oakes': { outcome: 'sittingOut', answers: { heart: false, joints: true }, words: 'Hip is bad; comes for the tea' },
  }
  return {
    emergencyContact: known
      .filter((_, nth) => nth % 5 !== 3)
      .filter((name) => name !== 'Ivy Pemberton')
      .map(contact),
    declaration: known.filter((_, nth) => nth % 9 !== 8).map((name) => ({ ...answered(name), ...own[name] })),
  }
}

/** Two values of one field that two laptops wrote without knowing of each other: numbers of a person, unless another field is said. */
export function keptSideBySide(record: string, id: string, fields: object, values: readonly [string, string], field = 'phone'): Row {
  const change = (known: object, value: string, laptop: string) =>
    aChange(record, id, { ...(known as { [field: string]: string }), [field]: value }, { stamp: stampAt('07:40', laptop) })
  return foldAll(undefined, [change(fields, values[0], 'server'), change({}, values[1], 'Park laptop')])!
}

/** Rows that builders alone do not make. */
export function sideBySideRows(): Row[] {
  const ivy = { ...aPerson('Ivy Pemberton', { ...usual('Ivy Pemberton', 1), ...facts['Ivy Pemberton'] }) } as { [field: string]: unknown }
  const { id, phone: _phone, ...fields } = ivy
  return [
    keptSideBySide('person', String(id), fields, ['01632 960 144', '01632 960 441']),
    keptSideBySide(
      'emergencyContact',
      idFor('contact of Ivy Pemberton'),
      { personId: String(id), name: 'Harold Pemberton', relationship: 'husband' },
      ['07700 900 111', '07700 900 222'],
    ),
  ]
}

/** Records, those of the second behind those of the first. */
export function joined(...parts: readonly Known[]): Known {
  const all: { [record: string]: unknown[] } = {}
  for (const part of parts) for (const [record, list] of Object.entries(part)) all[record] = [...(all[record] ?? []), ...list]
  return all as Known
}

/** What the session of today has before anybody has come: a rota, papers, a mark. */
function prepared(): Known {
  const [walk, now] = [sessionId(which('Walk and Talk')), at('07:41')]
  const by = { sessionId: walk, byId: priya, at: now }
  const duty = (id: string, more: Pick<Entity<'rotaDuty'>, 'role' | 'state'> & Partial<Entity<'rotaDuty'>>): Entity<'rotaDuty'> => ({
    id: idFor(id),
    ...by,
    ...more,
  })
  const sheet = (number: string, more: Partial<Entity<'paperSheet'>>): Entity<'paperSheet'> => ({
    id: idFor(number),
    ...by,
    kind: 'register',
    number,
    ...more,
  })
  return {
    rotaDuty: [
      duty('back-marker', { role: 'backMarker', personId: idFor('Ruth Adeyemi'), state: 'yes' }),
      duty('second adult once', { role: 'secondAdult', colleagueId: idFor('Marcus Bright'), state: 'swapped' }),
      duty('second adult', { role: 'secondAdult', colleagueId: idFor('Tom Ashby'), state: 'asked' }),
      duty('first aider', { role: 'firstAider', colleagueId: idFor('Tom Ashby'), state: 'no' }),
    ],
    paperSheet: [
      sheet('K0413', {}),
      sheet('K0412', { kind: 'emergency', at: at('07:40') }),
      sheet('K0411', { at: at('15:10', '2026-10-21'), keyedInAt: at('07:10'), ended: 'destroyed', endedAt: at('07:12') }),
    ],
    registerMark: [
      {
        id: idFor('apologies of Pearl Osei'),
        sessionId: walk,
        personId: idFor('Pearl Osei'),
        state: 'apologies',
        because: 'on holiday',
        at: at('07:50'),
        byId: priya,
      },
    ],
    takenLaptop: [
      { id: idFor('Park laptop goes along'), ...by, deviceId: idFor('Park laptop'), deviceName: 'Park laptop', byId: idFor('Tom Ashby') },
    ],
    contactLook: [
      {
        id: idFor('Tom looked'),
        sessionId: walk,
        personIds: [idFor('Ivy Pemberton')],
        what: 'emergencyContact',
        at: at('10:20'),
        byId: idFor('Tom Ashby'),
      },
      {
        id: idFor('sheet was looked at'),
        sessionId: sessionId(which('Walk and Talk', '2026-10-15')),
        personIds: [idFor('Ivy Pemberton')],
        what: 'emergencySheet',
        at: at('10:40', '2026-10-15'),
        byId: priya,
      },
    ],
    note: [
      {
        id: idFor('rung in the morning'),
        aboutId: idFor('Ivy Pemberton'),
        text: 'Prefers to be rung in the morning.',
        at: at('13:10', '2026-10-08'),
        byId: priya,
      },
      {
        id: idFor('red glove'),
        aboutId: walk,
        kind: 'lostProperty',
        text: 'Found a red glove at the bridge.',
        at: at('10:20'),
        byId: idFor('Tom Ashby'),
      },
    ],
    card: Object.entries(cards).map(([name, token]) => ({
      id: idFor(`card of ${name}`),
      personId: idFor(name),
      token,
      madeAt: at('10:00', '2026-09-01'),
      byId: priya,
    })),
  }
}

/** Who is here of these, and since when. */
function here(names: readonly string[]): Entity<'signIn'>[] {
  return names.flatMap((name, nth) => {
    if (signedInOffline.includes(name) || name === newToday) return []
    const byTom = name === 'Joan Farrier' || name === 'Bill Farrier'
    const signIn = signInOf(name, thursday, arrivals[nth] ?? '10:10', byTom ? { byId: idFor('Tom Ashby') } : {})
    return name === 'Bill Farrier' ? [signIn, signInOf(name, thursday, '10:25')] : [signIn]
  })
}

/** A walk under way, of members by name. @param more who is here and who is not yet, besides those of every picture */
export function aWalkOf(more: { here: readonly Entity<'person'>[]; notYet: readonly Entity<'person'>[] }): Known {
  const members = [...hereNames, ...notYetNames].filter((name) => name !== newToday)
  const extra = [...more.here, ...more.notYet]
  const joinedOn = (name: string) => (name === 'Kasia Wrona' ? thursday : '2026-05-07')
  const imported = ['Derek Holloway', 'Ivy Pemberton', 'Pearl Osei']
  const walkId = theWalk().id
  return joined(
    anOffice(),
    history(['Edna Rudge', ...hereNames, ...notYetNames].filter((name) => name !== newToday && name !== 'Kasia Wrona')),
    prepared(),
    aboutPeople(members),
    {
      person: [...people(members).filter((one) => one.id !== idFor('Ivy Pemberton')), ...people(['Edna Rudge', 'Thomas Matthews']), ...extra],
      membership: [
        ...members.map((name) =>
          aMembership('Walk and Talk', name, {
            since: joinedOn(name),
            ...(imported.includes(name) ? { importId: idFor('list of October'), since: '2026-10-20' } : {}),
          }),
        ),
        aMembership('Walk and Talk', 'Edna Rudge', { since: '2026-05-07' }),
        aMembership('Pain Café', 'Thomas Matthews', { since: '2026-05-07' }),
        ...['Ivy Pemberton', 'Derek Holloway', 'Usha Patel'].map((name) => aMembership('Pain Café', name, { since: '2026-05-07' })),
        ...['Mavis Oakes', 'Stan Whitmore', 'Pat Lomas', 'Dot Marlow'].map((name) => aMembership('Seated Exercise', name, { since: '2026-05-07' })),
        ...extra.map((one) => ({
          ...aMembership('Walk and Talk', one.id, { since: '2026-05-07' }),
          personId: one.id,
          id: membershipOf(walkId, one.id),
        })),
      ],
      session: [aSession(which('Walk and Talk'), { startedAt: at('10:15'), checked: ['route', 'weather'] })],
      signIn: [
        ...here(hereNames),
        signInOf('Edna Rudge', thursday, '10:12', { leftAt: at('10:30') }),
        ...more.here.map((one, nth) => signInOf(one.id, thursday, `10:${String(nth % 10).padStart(2, '0')}`, { personId: one.id })),
      ],
    },
  )
}

/** Walk and Talk on Thursday, half past ten. */
export const aWalk = () => aWalkOf({ here: [], notYet: [] })
