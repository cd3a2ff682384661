import type {
  ActView, AlarmView, CountedRow, ClosingView, CountView, EmergencyView, GroupRow, GroupView, HeadCountView, HereRow, Hint, MeView, NotYetRow, PeopleView, PersonRow,
  PersonView, RegisterView, SessionCard, StatusView, SurgeryView, TeamView, TodayView,
} from '../../../src/renderer/workerLink/views.ts'
import type { Apart } from '../../../src/shared/rules/apart.ts'
import { eachText } from '../../../src/renderer/workerLink/personTexts.ts'
import type { OfficeView } from '../../../src/renderer/workerLink/officeViews.ts'
import { createDoor, type DoorWorld } from './doorWorld.ts'
import { officeOf } from './office.ts'
import { hereNames, manyNames, namesakes, notYetNames } from './names.ts'
import { uuid } from './ids.ts'

export type Size = 'empty' | 'ordinary' | 'crowded'
export type Net = 'waiting' | 'sent' | 'sending' | 'trouble' | 'diskFull' | 'unknown' | 'leaseSoon' | 'leaseOver' | 'copied' | 'first' | 'cleared' | 'clock'

export const date = '2026-10-22'
export const now = `${date}T09:32:00.000Z` // 10:32 in summer time
export const walk = uuid(2, 1)
export const sessionId = uuid(3, 1)
const which = { groupId: walk, date, slot: 1 }

export interface Member {
  id: string
  name: string
  apart?: Apart
  hint: Hint
  alerts: string[]
}

/** Everything the double knows; changed by what is asked of it. */
export interface World {
  size: Size
  net: Net
  members: Member[]
  register: RegisterView
  status: StatusView
  closed: ClosingView['closed']
  done: { command: string; subjects: string[]; undo: () => void }[]
  /** Texts kept of forms, by their key. */
  drafts: Map<string, string>
  door: DoorWorld
  office: OfficeView
}

const times = ['10:31', '10:30', '10:29', '10:28', '10:27', '10:26', '10:24', '10:24', '10:21', '10:20', '10:20', '10:19', '10:18', '10:17', '10:16', '10:16', '10:15']
const none = { alerts: [], noPhoto: false, isNew: false, missing: [] }

function hereRow(name: string, at: number): HereRow {
  const facts: Record<string, Partial<HereRow>> = {
    'Derek Holloway': { alerts: ['Inhaler'] },
    'Gurpreet Sandhu': { noPhoto: true },
    'Kasia Wrona': { isNew: true, missing: ['phone', 'emergencyContact'] },
    'Ivy Pemberton': { brought: [{ id: uuid(12, 1), kind: 'carer', number: 1, withId: null, left: null }] },
    'Stan Whitmore': { alerts: ['Hearing aid'] },
    'Joan Farrier': { by: 'Tom' }, 'Bill Farrier': { by: 'Tom', twice: true },
    'Roy Bennett': { held: 'notAllowed' },
  }
  return {
    personId: uuid(1, at + 1), name, signInIds: [uuid(4, at + 1)], arrived: times[at] ?? '10:10', by: null, left: null, twice: false, held: null,
    cafeOnly: false, brought: [], ...none, ...apartOf(name, at), ...facts[name],
  }
}

/** What tells each of four of one name apart, as they come in the lists. */
function apartOf(name: string, at: number): { apart?: Apart } {
  if (!namesakes.includes(name)) return {}
  const all: Apart[] = [{ kind: 'birthday', on: '1948-04-03' }, { kind: 'born', on: '1951-11-20' }, { kind: 'practice', practice: 'Manor Court Surgery' }, { kind: 'number', number: 2, of: 4 }]
  return { apart: all[at % 4]! }
}

function hintFor(at: number): Hint {
  if (at % 5 === 4) return { kind: 'missed', times: 2, since: '2026-05-07' }
  return { kind: 'came', times: Math.max(34 - at, 1), of: 34 }
}

function notYetRow(name: string, at: number): NotYetRow {
  return {
    personId: uuid(1, at + 501), name, hint: hintFor(at), ...none, ...apartOf(name, at + 4), alerts: name === 'Margaret Ellison' ? ['Knee: short route'] : [],
    undone: name === 'Len Cartwright' ? { at: '10:31', by: 'Priya' } : null,
    mark: name === notYetNames.at(-1) ? { id: uuid(13, 1), state: 'apologies', words: 'on holiday', at: '09:50', by: 'Priya' } : null,
  }
}

export const counts: CountView[] = [{ moment: 'out', counted: 17, expected: 17, at: '10:33', by: 'Priya', missing: [], babies: null, agrees: true, because: null }]

function registerOf(size: Size): RegisterView {
  const here = size === 'empty' ? [] : size === 'crowded' ? [...hereNames, ...namesakes, ...manyNames(150)] : hereNames
  const notYet = size === 'empty' ? [] : size === 'crowded' ? [...notYetNames, ...namesakes, ...manyNames(230).map((name) => `${name} Junior`)] : notYetNames
  const rows = here.map(hereRow)
  return {
    sessionId, knowsAll: true, which, groupId: walk, group: 'Walk and Talk', date, start: '10:30', end: '12:00', place: 'Riversley Park', meetingPoint: 'bandstand',
    leader: 'Priya Nair', counts: true, closed: null, cancelledBecause: null, state: 'running',
    here: size === 'empty' ? [] : [...rows, { ...hereRow('Edna Rudge', 400), left: '10:30' }],
    notYet: notYet.map(notYetRow), notYetCount: notYet.length, hereCount: rows.length, leftCount: size === 'empty' ? 0 : 1, headCounts: [],
    template: 'walk', companionKinds: ['guest', 'carer', 'child', 'assistanceDog', 'unknown'], heads: { people: rows.length, others: size === 'empty' ? 0 : 1, babies: 0, assistanceDogs: 0 },
    companions: [], capacity: size === 'crowded' ? 150 : null, waiting: size === 'crowded' ? [{ personId: uuid(1, 502), name: 'Dot Cooper', at: '10:25' }] : [],
    notRecordedCount: notYet.length, twoPeople: [],
    maybeSame: size === 'crowded' ? [{ pair: 'a|b', first: { name: 'Kasia Wrona' }, other: { name: 'Kasha Wrona', signInIds: [uuid(4, 4)] } }] : [], cafe: { at: null, place: 'Park café', venueId: null, drinks: null, quizTheme: null },
    checks: [{ check: 'route', done: true }, { check: 'weather', done: true }, { check: 'secondAdult', done: false }, { check: 'kit', done: false }],
    ratio: size === 'crowded' ? { leaders: 2, people: rows.length, short: 6, secondAdult: true } : null,
  }
}

const quiet: StatusView = {
  pending: 0, oldestPending: null, held: 0, parked: 0, missing: null, sending: null, loading: null, writing: null, lastReached: `${date}T07:52:00.000Z`, trouble: null,
  clockOffMinutes: null, clockBehind: null, diskLow: null, notSaved: null, lease: null, whole: true, copied: null,
}
const statuses: Record<Net, StatusView> = {
  first: { ...quiet, lastReached: null, whole: false, loading: { loaded: 1200, of: 4199 } },
  waiting: { ...quiet, pending: 14, oldestPending: `${date}T09:21:00.000Z` },
  sent: { ...quiet, lastReached: `${date}T09:22:00.000Z` },
  sending: { ...quiet, pending: 14, sending: { sent: 3, of: 14 } },
  trouble: {
    ...quiet, pending: 1204, held: 2, lastReached: '2026-10-20T15:40:00.000Z', trouble: { at: now, what: 'noAnswer' }, clockOffMinutes: 12, diskLow: 1_200_000_000,
  },
  diskFull: { ...quiet, pending: 14, notSaved: 'diskFull' },
  cleared: { ...quiet, pending: 14, notSaved: 'cleared' },
  clock: { ...quiet, clockBehind: '2026-11-27T15:40:00.000Z', trouble: { at: now, what: 'offline' } },
  unknown: { ...quiet, pending: 14, trouble: { at: now, what: 'signedOut' } },
  leaseSoon: {
    ...quiet, lastReached: '2026-10-11T09:22:00.000Z', trouble: { at: now, what: 'offline' },
    lease: { state: 'soon', until: '2026-10-25T09:22:00.000Z', takenOff: false },
  },
  copied: { ...quiet, lastReached: `${date}T09:22:00.000Z`, copied: 'fetched' },
  leaseOver: {
    ...quiet, pending: 14, lastReached: '2026-10-07T09:22:00.000Z', trouble: { at: now, what: 'offline' },
    lease: { state: 'over', until: '2026-10-21T09:22:00.000Z', takenOff: false },
  },
}

export function createWorld(size: Size, net: Net): World {
  const register = registerOf(size)
  const members = [...register.here, ...register.notYet].map((row) => ({
    id: row.personId, name: row.name, ...(row.apart && { apart: row.apart }), hint: 'hint' in row ? row.hint : ({ kind: 'came', times: 20, of: 34 } as Hint), alerts: row.alerts,
  }))
  const others: Member[] = size === 'empty' ? [] : [{ id: uuid(1, 900), name: 'Thomas Matthews', hint: { kind: 'otherGroup', group: 'Pain Café' }, alerts: [] }]
  return { size, net, register, members: [...members, ...others], status: statuses[net], closed: null, done: [], drafts: new Map(), door: createDoor(size, net), office: officeOf(size, net) }
}

function card(number: number, more: Partial<SessionCard>): SessionCard {
  return {
    sessionId: uuid(3, number), which: { groupId: uuid(2, number), date, slot: 1 }, groupId: uuid(2, number), group: '', organiser: null, date,
    start: '10:30', end: '12:00', place: '', meetingPoint: null, leader: null, expected: 0, here: 0, count: null, onThisLaptop: true, state: 'planned', cancelledBecause: null, ...more,
  }
}

export function todayOf(world: World): TodayView {
  const empty = { date, sessions: [], later: [], noRegister: [], next: null, trend: null, questions: [] }
  if (world.size === 'empty') return empty
  const sessions = [
    card(1, { group: 'Walk and Talk', place: 'Riversley Park', meetingPoint: 'bandstand', leader: 'Priya Nair', expected: 40, here: 17, state: 'running', count: counts[0] ?? null }),
    card(2, { group: 'Seated Exercise', start: '13:00', end: '14:00', place: 'Bedworth Civic Hall', meetingPoint: 'room 2', leader: 'Tom Ashby', expected: 14 }),
    card(3, { group: 'Walking Football', start: '18:00', end: '19:30', place: 'Pingles Leisure Centre', meetingPoint: 'pitch 3', leader: 'Marcus Bright', expected: 22, state: 'cancelled', cancelledBecause: 'frost' }),
  ]
  const later = [
    card(4, { group: 'Pain Café', date: '2026-10-23', start: '10:00', place: 'Café on the Square', expected: 11 }),
    card(5, { group: 'Buggy Talk', date: '2026-10-26', start: '09:30', place: 'Miners Welfare Park', expected: 9 }),
    card(6, { group: 'Active Sky Blues', date: '2026-10-27', start: '18:30', place: 'Community Stadium', expected: 0, onThisLaptop: false }),
  ]
  return {
    date, sessions, later, next: sessionId,
    noRegister: [card(7, { group: 'Walk and Talk', date: '2026-10-15', state: 'noRegister' })],
    trend: { group: 'Walk and Talk', points: trend.map((here, at) => ({ date: weekBefore(11 - at), here })) },
    questions: [{ personId: uuid(1, 2), name: 'Ivy Pemberton', field: 'emergencyPhone' }],
  }
}

/** One group that should be back, in the world where nothing is sent. */
export function alarmsOf(world: World): AlarmView[] {
  if (world.net !== 'trouble') return []
  return [{
    sessionId, group: 'Walk and Talk', place: 'Riversley Park', end: '12:00', date, leader: 'Priya Nair', leaderPhone: '07700 900 321', dutyPhone: '01632 960 555',
    onThisLaptop: true,
  }]
}

export const trend = [21, 24, 22, 28, 26, 31, null, 27, 33, 35, 38, 17]
function weekBefore(weeks: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - weeks * 7 * 86_400_000).toISOString().slice(0, 10)
}

export const me: MeView = { colleagueId: uuid(5, 1), name: 'Priya Nair', role: 'lead', team: 'Nuneaton North PCN', deviceName: 'Priya’s blue laptop' }

export function headCountOf(world: World): HeadCountView {
  const expected = world.register.here.filter((row) => !row.left).map(({ personId, name, apart }): CountedRow => ({ personId, name, ...(apart && { apart }), heads: 1, companion: null }))
  const family = (name: string) => name.split(' ').at(-1) ?? name
  expected.sort((a, b) => family(a.name).localeCompare(family(b.name)))
  const made = world.register.headCounts
  const order = ['out', 'halfway', 'back'] as const
  const next = order.find((moment) => !made.some((count) => count.moment === moment)) ?? null
  return { sessionId, which, group: 'Walk and Talk', place: 'Riversley Park', moments: [...order], next, expected, babies: null, assistanceDogs: 0, counts: made }
}

export function closingOf(world: World): ClosingView {
  const { register } = world
  const last = register.headCounts.at(-1)
  const made = register.headCounts.map((count) => count.moment)
  return {
    sessionId, which, group: register.group, date, here: register.hereCount, left: register.leftCount,
    newcomers: register.here.filter((row) => row.isNew).map(({ personId, name, missing }) => ({ personId, name, missing })),
    notRecorded: register.notYet.map(({ personId, name }) => ({ personId, name })),
    countsMissing: (['out', 'halfway', 'back'] as const).filter((moment) => !made.includes(moment)),
    mismatch: last && !last.agrees ? last : null, gaps: register.headCounts.filter((count) => !count.agrees),
    apologies: world.size === 'empty' ? 0 : 1, absent: 0, heads: register.heads,
    notes: world.size === 'empty' ? [] : [{ id: uuid(6, 1), kind: 'lostProperty', text: 'Found a red glove at the bridge.', at: `${date}T09:50:00Z`, by: 'Tom' }],
    closed: world.closed, next: '2026-10-29',
  }
}

export function emergencyOf(world: World): EmergencyView {
  const people = world.register.here.map((row, at) => ({
    personId: row.personId, name: row.name, ...(row.apart && { apart: row.apart }), alerts: row.alerts, here: !row.left, phone: at % 4 === 3 ? [] : [`01632 960 ${100 + at}`],
    contacts: at % 5 === 4 ? [] : [{ name: `${row.name.split(' ').at(-1)} Family`, relationship: at % 2 ? 'daughter' : 'husband', phones: at === 1 ? ['07700 900 111', '07700 900 222'] : [`07700 900 ${200 + at}`] }],
  }))
  return { sessionId, people }
}

function personRow(member: Member, at: number): PersonRow {
  return {
    personId: member.id, name: member.name, ...(member.apart && { apart: member.apart }), ageBand: at % 3 === 0 ? null : '60 to 69', groups: at % 4 === 0 ? ['Walk and Talk', 'Pain Café'] : ['Walk and Talk'],
    lastCame: at % 6 === 5 ? null : weekBefore(at % 9), alerts: member.alerts, missing: at % 7 === 3 ? ['phone', 'emergencyContact'] : [],
  }
}

export function peopleOf(world: World, text: string, most: number): PeopleView {
  const found = world.members.filter((member) => member.name.toLowerCase().includes(text.trim().toLowerCase()))
  return { total: found.length, shown: found.slice(0, most).map(personRow) }
}

const noFacts = {
  ...eachText(() => null), guardian: null, noPhone: false, noFixedAbode: false,
  noContactBecause: null, shareWithGp: null, archivedOn: null, declaration: null,
}
const someFacts = {
  medicine: 'GTN spray, left coat pocket', pleaseDo: 'Tell me when it is half-way', pleaseDont: 'Do not hurry me on stairs',
  declaration: {
    id: uuid(13, 1), at: '2026-03-12T10:30:00Z', by: 'Priya Nair', outcome: 'modified' as const, answers: { heart: true, joints: true }, words: 'Short route, stays near the leader.',
    weeksSinceBirth: null, checkDone: null, unchanged: false, signedAs: 'Ivy Pemberton', endsOn: '2027-03-12',
  },
}

export function personOf(world: World, personId: string): PersonView | null {
  const member = world.members.find((one) => one.id === personId)
  if (!member) return null
  const [givenName = '', ...rest] = member.name.split(' ')
  const two = personId === uuid(1, 2)
  const phone = (value: string, stamp: string, by: string) => ({ value, stamp, by, at: '2026-10-20T15:40:00Z' })
  return {
    personId, name: member.name, givenName, familyName: rest.join(' '), knownAs: null, bornOn: two ? '1951-04-03' : null, refusesBirthDate: false,
    ageBand: two ? '70 to 79' : null, email: null,
    phone: two ? { value: '01632 960 144', versions: [phone('01632 960 144', 'a', 'Priya'), phone('01632 960 441', 'b', 'Tom')] } : { value: null, versions: [] },
    address: { value: { lines: '4 Bridge Street', town: 'Nuneaton', postcode: 'CV11 4XX' }, versions: [] },
    practice: 'Riversley Road Surgery', alerts: member.alerts, photo: 'yes', howHeard: 'Her neighbour', ...noFacts, ...(two ? someFacts : {}), ...world.door.people.get(personId), missing: two ? [] : ['birth', 'phone', 'emergencyContact'],
    contacts: two ? [{ id: uuid(7, 1), name: 'Harold Pemberton', relationship: 'husband', phone: { value: '07700 900 111', versions: [phone('07700 900 111', 'c', 'Priya'), phone('07700 900 222', 'd', 'Tom')] } }] : [],
    groups: [{ groupId: walk, group: 'Walk and Talk', since: '2026-05-07', endedOn: null, came: 20, of: 24 }],
    attendance: [
      { sessionId, group: 'Walk and Talk', date, arrived: '10:30', state: 'here' }, { sessionId: uuid(3, 8), group: 'Walk and Talk', date: weekBefore(1), arrived: '10:28', state: 'here' },
      { sessionId: uuid(3, 9), group: 'Walk and Talk', date: weekBefore(2), arrived: '10:28', state: 'undone' }, { sessionId: uuid(3, 10), group: 'Pain Café', date: weekBefore(3), arrived: '10:02', state: 'here' },
    ],
    reveals: two ? [{ id: uuid(12, 1), at: `${date}T09:20:00Z`, by: 'Tom Ashby', sheet: false }, { id: uuid(12, 2), at: '2026-10-15T09:40:00Z', by: 'Priya Nair', sheet: true }] : [],
    notes: [{ id: uuid(6, 2), kind: null, text: 'Prefers to be rung in the morning.', at: '2026-10-08T12:10:00Z', by: 'Priya Nair' }], removedBecause: null,
  }
}

export function groupsOf(world: World): GroupRow[] {
  if (world.size === 'empty') return []
  const slot = (rule: string, start: string, end: string) => [{ slot: 1, rule, start, end, from: '2026-01-01', until: null }]
  return [
    { groupId: walk, name: 'Walk and Talk', organiser: 'Nuneaton North PCN', place: 'Riversley Park', when: slot('FREQ=WEEKLY;BYDAY=TH', '10:30', '12:00'), leader: 'Priya Nair', members: 40, trend, state: 'running' },
    { groupId: uuid(2, 2), name: 'Seated Exercise', organiser: null, place: 'Bedworth Civic Hall', when: slot('FREQ=WEEKLY;BYDAY=TH', '13:00', '14:00'), leader: 'Tom Ashby', members: 14, trend: [12, 11, 14, 13, 12, 14, 14, 10, 11, 12, 13, 14], state: 'running' },
    { groupId: uuid(2, 3), name: 'Walking Football', organiser: null, place: 'Pingles Leisure Centre', when: slot('FREQ=WEEKLY;BYDAY=TH', '18:00', '19:30'), leader: 'Marcus Bright', members: 22, trend: [], state: 'running' },
    { groupId: uuid(2, 4), name: 'Pain Café', organiser: null, place: 'Café on the Square', when: slot('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '10:00', '11:30'), leader: null, members: 11, trend: [6, null, 8, 7, null, 9, 11], state: 'paused' },
  ]
}

export function groupOf(world: World, groupId: string): GroupView | null {
  const row = groupsOf(world).find((group) => group.groupId === groupId)
  if (!row) return null
  const people = world.members.slice(0, 40).map((member, at) => ({
    personId: member.id, name: member.name, since: '2026-05-07', came: Math.max(34 - at, 0), of: 34, lastCame: at % 6 === 5 ? null : weekBefore(at % 9),
  }))
  const past = trend.map((here, at) => card(20 + at, { group: row.name, date: weekBefore(11 - at), here: here ?? 0, state: here === null ? 'noRegister' : 'closed', expected: 40 })).reverse().slice(1)
  const upcoming = [0, 1, 2, 3].map((week) => card(40 + week, { group: row.name, date: weekBefore(-week), expected: 40, place: row.place, leader: row.leader }))
  return {
    ...row, about: 'A flat mile round the lake, then tea in the café. Everybody at their own pace.', counts: true, template: 'walk', capacity: null, peoplePerLeader: null, secondVenueId: null, venueId: uuid(8, 1), leaderId: me.colleagueId, facilitatorIds: [me.colleagueId],
    people, upcoming, past, imports: [{ importId: uuid(10, 1), on: '2026-10-20', people: 3 }],
  }
}

function act(number: number, command: string, at: string, by: string, subjects: string[], more: Partial<ActView> = {}): ActView {
  return { act: uuid(9, number), command, at: `${date}T${at}:00.000Z`, by, subjects, changes: 1, state: 'pending', code: null, ...more }
}

export function surgeryOf(world: World): SurgeryView {
  const waiting = world.net === 'sent' ? [] : [
    act(1, 'signInPerson', '09:21', 'Priya', ['Mavis Oakes']), act(2, 'signInPerson', '09:24', 'Tom', ['Joan Farrier']), act(3, 'signInPerson', '09:24', 'Tom', ['Bill Farrier']),
    act(4, 'addSomeoneNew', '09:28', 'Priya', ['Kasia Wrona']), act(5, 'signInPerson', '09:30', 'Priya', ['Ivy Pemberton']), act(6, 'voidSignIns', '09:31', 'Priya', ['Len Cartwright']),
    act(7, 'recordHeadCount', '09:33', 'Priya', ['Walk and Talk']),
  ]
  const held = world.status.held > 0 ? [act(20, 'signInPerson', '09:10', 'Priya', ['Roy Bennett'], { state: 'held', code: 'notAllowed' }), act(21, 'editGroup', '09:12', 'Tom', ['Walk and Talk'], { state: 'held', code: 'unknownSchema' })] : []
  return {
    status: world.status, waiting, held, closed: held.length > 0 ? [{ ...act(22, 'editGroup', '08:50', 'Tom', ['Pain Café']), state: 'held' as const, closedBy: 'Priya Nair', because: 'The time stays as it was; Sunita has told everybody.' }] : [], server: 'https://gather.nuneaton.example.nhs.uk', durableUpTo: 1200, leads: ['Priya Nair', 'Sunita Rao'],
    history: [
      { at: `${date}T07:52:00Z`, sent: 4, fetched: 31, trouble: null }, { at: '2026-10-20T15:40:00Z', sent: 22, fetched: 3, trouble: null },
      { at: '2026-10-20T13:05:00Z', sent: 0, fetched: 0, trouble: 'noAnswer' },
    ],
  }
}

export const team: TeamView = {
  team: 'Nuneaton North PCN',
  colleagues: [
    { id: me.colleagueId, name: 'Priya Nair', role: 'lead', papers: { phone: '07700 900 301', trainedOn: '2024-05-03', dbsUntil: '2027-01-31', firstAidUntil: '2026-11-12' }, devices: [{ name: 'Priya’s blue laptop', enrolledAt: '2026-09-01T09:00:00Z', revoked: false }] },
    { id: uuid(5, 2), name: 'Tom Ashby', role: 'facilitator', papers: { phone: null, trainedOn: '2023-03-02', dbsUntil: null, firstAidUntil: '2026-09-30' }, devices: [{ name: 'Park laptop', enrolledAt: '2026-09-03T09:00:00Z', revoked: false }, { name: 'Old laptop', enrolledAt: '2025-02-01T09:00:00Z', revoked: true }] },
    { id: uuid(5, 3), name: 'Marcus Bright', role: 'linkWorker', papers: { phone: null, trainedOn: null, dbsUntil: null, firstAidUntil: null }, devices: [] },
  ],
  venues: [
    { id: uuid(8, 1), name: 'Riversley Park', meetingPoint: 'bandstand', gridReference: 'SP 361 918', address: '', town: 'Nuneaton', postcode: 'CV11 5TU', notes: 'Toilets by the café. Bus 48 stops at the gate.' },
    { id: uuid(8, 2), name: 'Bedworth Civic Hall', meetingPoint: 'foyer', gridReference: '', address: 'High Street', town: 'Bedworth', postcode: 'CV12 8NF', notes: '' },
  ],
}
