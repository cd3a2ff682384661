import { randomUUID } from 'node:crypto'
import type { Json } from '../../../src/shared/changes/change.ts'
import { addDays, dateOf, instantOf, weekdayOf, type PlainDate } from '../../../src/shared/std/dates.ts'
import { membershipIdOf, sessionIdOf } from '../../../src/shared/std/ids.ts'
import type { DatedDraft } from '../../../src/server/ownWriting.ts'
import { between, chanceFrom, oneOf, type Chance } from '../../../src/server/sample/random.ts'
import { familyName, givenName, phoneNumber } from './names.ts'

/** A person as the queries need them. */
export interface InventedPerson {
  id: string
  givenName: string
  familyName: string
  knownAs?: string
  phone?: string
}

export interface InventedGroup {
  id: string
  name: string
  members: string[]
  /** When it met last: 0 is today. */
  daysAgo: number
}

/** One session of a group, as commands name it, and when it begins. */
export interface InventedSession {
  groupId: string
  date: PlainDate
  slot: number
  /** As the screen says it, "0:01". */
  start: string
}

/** A team that never was, and everything it wrote down. */
export interface InventedTeam {
  id: string
  lead: string
  people: InventedPerson[]
  /** Each with its members of now. The first is crowded; the first twelve meet today. */
  groups: InventedGroup[]
  today: PlainDate
  /** Oldest first. */
  drafts: DatedDraft[]
}

/** Members of the first group and of every other. Who joined those later has left again. */
const crowd = 300
const usual = 60
/** Weeks of registers behind today: as many as a lead's laptop keeps (three years, house 10.1). */
const weeks = 150
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Makes one. @param rows how many rows in all, filled up with sign-ins; null: no registers at all */
export function inventTeam(size: { people: number; rows: number | null; nowMs: number; seed: number }): InventedTeam {
  const chance = chanceFrom(size.seed)
  const today = dateOf(new Date(size.nowMs).toISOString())
  const team: InventedTeam = { id: randomUUID(), lead: uuid(chance), people: [], groups: [], today, drafts: [] }
  const startMs = Date.parse(instantOf(addDays(today, -weeks * 7 - 30), '09:00'))
  const add = (record: string, row: string, fields: DatedDraft['fields'], atMs = startMs) => {
    team.drafts.push({ record, row, fields, atMs })
  }
  add('team', team.id, { name: 'Bench team' })
  add('colleague', team.lead, { name: 'Bea Bench', role: 'lead' })
  for (let at = 0; at < 12; at++) add('colleague', uuid(chance), { name: `${givenName(chance)} ${familyName(chance)}`, role: 'facilitator' })
  addGroups(team, size.rows === null ? 4 : 40, chance, add)
  addPeople(team, size.people, chance, add)
  if (size.rows !== null) addRegisters(team, size.rows, chance)
  return team
}

type Add = (record: string, row: string, fields: DatedDraft['fields'], atMs?: number) => void

/** How many of the groups meet today, all day long, so that their register is the running one whatever the hour. */
const meetToday = 12
/** So often that a thousand can be signed in at each size: the first time is for the other parts of the bench. */
const timesToday = (at: number) => (at === 0 ? 5 : 3)
/** The same times tomorrow have other numbers: a run may go on past midnight. */
const tomorrow = 10

/** The sessions of a group that meets today, now: tomorrow's after midnight. */
export function sessionsNow(team: InventedTeam, group: InventedGroup): InventedSession[] {
  const at = team.groups.indexOf(group)
  const date = dateOf(new Date().toISOString())
  const numbers = group.daysAgo > 0 ? [] : Array.from({ length: timesToday(at) }, (_, place) => place + 1)
  return numbers.map((number) => ({ groupId: group.id, date, slot: number + (date === team.today ? 0 : tomorrow), start: startOf(number).slice(1) }))
}

function startOf(number: number): string {
  return `00:0${number}`
}

/** The first time of today is that of every week, and has the registers of three years. */
function scheduleOf(team: InventedTeam, at: number, day: string | undefined, from: PlainDate): Json {
  const weekly = { slot: 1, rule: `FREQ=WEEKLY;BYDAY=${day}`, start: startOf(1), end: '23:58', from, until: null }
  if (at >= meetToday) return [weekly]
  const next = addDays(team.today, 1)
  const once = (slot: number, number: number, on: PlainDate) => ({
    slot,
    rule: `FREQ=WEEKLY;BYDAY=${weekdays[weekdayOf(on) - 1]}`,
    start: startOf(number),
    end: '23:58',
    from: on,
    until: on,
  })
  const numbers = Array.from({ length: timesToday(at) }, (_, place) => place + 1)
  return [
    weekly,
    ...numbers.slice(1).map((number) => once(number, number, team.today)),
    ...numbers.map((number) => once(number + tomorrow, number, next)),
  ]
}

/** The others meet on the other days of the week. */
function addGroups(team: InventedTeam, count: number, chance: Chance, add: Add): void {
  const from = addDays(team.today, -(weeks + 2) * 7)
  for (let at = 0; at < count; at++) {
    const venue = uuid(chance)
    const group = uuid(chance)
    const name = at === 0 ? 'Walk and Talk' : `Bench group ${two(at)}`
    add('venue', venue, { name: `${familyName(chance)} Park`, meetingPoint: 'bandstand', town: 'Nuneaton' })
    const daysAgo = at < meetToday ? 0 : 1 + (at % 6)
    const day = weekdays[weekdayOf(addDays(team.today, -daysAgo)) - 1]
    const schedule = scheduleOf(team, at, day, from)
    add('group', group, {
      name,
      organiser: 'Bench',
      venueId: venue,
      leaderId: team.lead,
      facilitatorIds: [team.lead],
      schedule,
      counts: at % 2 === 0,
      state: 'running',
    })
    team.groups.push({ id: group, name, members: [], daysAgo })
  }
}

function addPeople(team: InventedTeam, count: number, chance: Chance, add: Add): void {
  const [first, ...others] = team.groups
  for (let at = 0; at < count; at++) {
    const person = uuid(chance)
    const name = { givenName: givenName(chance), familyName: familyName(chance), ...(chance() < 0.1 ? { knownAs: givenName(chance) } : {}) }
    const phone = chance() < 0.93 ? { phone: phoneNumber(chance) } : {}
    team.people.push({ id: person, ...name, ...phone })
    add('person', person, { ...name, ...phone, ...known(chance) })
    if (first && at < crowd) join(team, first, person, chance, add)
    if (others.length > 4 || chance() < 0.2) join(team, others[at % others.length] as InventedGroup, person, chance, add) // of 50,000 one in five
  }
}

function join(team: InventedTeam, group: InventedGroup, personId: string, chance: Chance, add: Add): void {
  const stays = group.members.length < (group === team.groups[0] ? crowd : usual)
  const since = addDays(team.today, -between(chance, 60, weeks * 7))
  if (stays) group.members.push(personId)
  add('membership', membershipIdOf(group.id, personId), {
    groupId: group.id,
    personId,
    since,
    ...(stays ? {} : { endedOn: addDays(team.today, -between(chance, 1, 59)) }),
  })
}

/** What people gave; not everyone gave everything. */
function known(chance: Chance): { [field: string]: Json } {
  const born = `${between(chance, 1930, 2004)}-${two(between(chance, 1, 12))}-${two(between(chance, 1, 28))}`
  const address: Json = { lines: `${between(chance, 1, 88)} ${familyName(chance)} Road`, town: 'Nuneaton', postcode: `CV${between(chance, 10, 13)}` }
  return {
    bornOn: chance() < 0.9 ? born : null,
    practice: 'Larkfield Surgery',
    howHeard: oneOf(chance, ['GP', 'Link worker', 'A friend', 'Poster']),
    ...(chance() < 0.35 ? { email: `${Math.floor(chance() * 1e6)}@example.org` } : {}),
    ...(chance() < 0.85 ? { address } : {}),
    ...(chance() < 0.08 ? { alerts: [oneOf(chance, ['Inhaler', 'Hearing aid', 'Knee: short route'])] } : {}),
    ...(chance() < 0.05 ? { photo: 'no' } : {}),
  }
}

/** Emergency contacts for seven in ten, three years of registers, and sign-ins until there are so many rows. */
function addRegisters(team: InventedTeam, rows: number, chance: Chance): void {
  for (const person of team.people) {
    if (chance() >= 0.7) continue
    const fields = { personId: person.id, name: `${givenName(chance)} ${person.familyName}`, relationship: 'daughter', phone: phoneNumber(chance) }
    team.drafts.push({ record: 'emergencyContact', row: uuid(chance), fields, atMs: team.drafts[0]?.atMs ?? 0 })
  }
  const sessions = Array.from({ length: weeks }, (_, at) => at).flatMap((week) =>
    team.groups.map((group, place) => ({ group, date: addDays(team.today, -7 * (weeks - week) - group.daysAgo), place })),
  )
  const left = Math.max(0, rows - team.drafts.length - 1) // the laptop that joins is a row too
  const others = Math.max(0, left - sessions.length - 2 * weeks - 45 * weeks)
  const perSession = others / Math.max(1, sessions.length - weeks)
  let due = 0
  for (const session of sessions) {
    if (session.place > 0) due += perSession
    const here = session.place === 0 ? Math.min(45, session.group.members.length) : Math.floor(due)
    if (session.place > 0) due -= here
    team.drafts.push(...register(team, session, here, chance))
  }
}

function register(team: InventedTeam, session: { group: InventedGroup; date: PlainDate; place: number }, here: number, chance: Chance): DatedDraft[] {
  const { group, date } = session
  const sessionId = sessionIdOf(group.id, date, 1)
  const beganMs = Date.parse(instantOf(date, '10:00'))
  const at = (minutes: number) => new Date(beganMs + minutes * 60_000).toISOString()
  const from = Math.floor(chance() ** 2 * Math.max(1, group.members.length - here)) // the front of the list comes more often
  const signIns = group.members.slice(from, from + here).map((personId, place): DatedDraft => ({
    record: 'signIn',
    row: uuid(chance),
    atMs: beganMs + place * 1000,
    fields: { sessionId, personId, arrivedAt: at(place % 20), how: 'facilitator', byId: team.lead },
  }))
  const counts =
    session.place !== 0
      ? []
      : [0, 60].map((minutes, place): DatedDraft => ({
          record: 'headCount',
          row: uuid(chance),
          atMs: beganMs + (30 + minutes) * 60_000,
          fields: {
            sessionId,
            moment: place === 0 ? 'out' : 'back',
            counted: here,
            expected: here,
            missingIds: [],
            at: at(30 + minutes),
            byId: team.lead,
          },
        }))
  const fields = { groupId: group.id, date, slot: 1, closedAt: at(120), closedBy: team.lead }
  return [{ record: 'session', row: sessionId, fields, atMs: beganMs }, ...signIns, ...counts]
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** A random id that is the same in every run, in the order of time as the app's own ids are (version 7). */
export function uuid(chance: Chance): string {
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(chance() * 16).toString(16)).join('')
  return `0197${hex(4)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
}
