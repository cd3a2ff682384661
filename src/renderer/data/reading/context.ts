import { attendanceOf, came } from '../../../shared/rules/attendance.ts'
import type { Entity, RecordName } from '../../../shared/records/index.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { dateOf, type Instant, type PlainDate } from '../../../shared/std/dates.ts'
import type { Agenda } from '../agenda.ts'
import type { PeopleSearch } from '../search.ts'
import type { Store, Touched } from '../store.ts'
import { KeptOfPeople } from './keptOfPeople.ts'

/** What every view reads from. */
export class ViewContext {
  readonly store: Store
  readonly agenda: Agenda
  readonly search: PeopleSearch
  /** Whether everybody is read and in the search: only then is "nobody" an answer. */
  knowsAll = false
  /** Told of work that leaves much behind in memory: for how many rows. */
  leavesBehind: (rows: number) => void = () => {}
  private day: { minute: number; date: PlainDate } | null = null
  private readonly once = new Map<string, { value: Promise<unknown>; madeOf: readonly RecordName[] | null }>()
  private readonly ofPeople = new KeptOfPeople()
  private readonly cameBySession = new Map<string, ReadonlySet<string>>()
  private readonly signedUp = new Map<string, Entity<'membership'>[]>()
  private readonly expected = new Map<string, number>()

  constructor(store: Store, agenda: Agenda, search: PeopleSearch) {
    this.store = store
    this.agenda = agenda
    this.search = search
  }

  now(): Instant {
    return new Date(this.store.ports.now()).toISOString()
  }

  /** Worked out once a minute, as days begin with one: every card of five weeks asks for it. */
  today(): PlainDate {
    const minute = Math.floor(this.store.ports.now() / 60_000)
    if (this.day?.minute !== minute) this.day = { minute, date: dateOf(this.now()) }
    return this.day.date
  }

  /** Who came to each of these sessions; kept until a sign-in of that session changes. */
  async cameTo(sessionIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
    const unknown = sessionIds.filter((id) => !this.cameBySession.has(id))
    await this.store.load('signIn', 'sessionId', unknown)
    for (const id of unknown) this.cameBySession.set(id, this.countCame(id))
    return new Map(sessionIds.map((id) => [id, this.cameBySession.get(id) ?? new Set()]))
  }

  private countCame(sessionId: string): ReadonlySet<string> {
    const attended = attendanceOf(this.store.memory.linked('signIn', 'sessionId', sessionId)).filter(came)
    return new Set(attended.map((one) => one.personId))
  }

  /** Something was written: forgets what was worked out from it. */
  touched({ records, keys }: Touched): void {
    for (const [what, { madeOf }] of this.once) if (!madeOf || madeOf.some((one) => records.has(one))) this.once.delete(what)
    this.ofPeople.touched(keys, this.store.memory)
    if (records.has('membership') || records.has('person')) this.forgetMembers()
    if (records.has('samePerson')) this.cameBySession.clear()
    if (!records.has('signIn')) return
    for (const key of keys) {
      const sessionId = this.store.memory.row(key)?.view?.fields['sessionId']
      if (typeof sessionId === 'string') this.cameBySession.delete(sessionId)
      else if (key.startsWith('signIn/')) this.cameBySession.clear() // not in memory, so its session is not known
    }
  }

  private forgetMembers(): void {
    this.signedUp.clear()
    this.expected.clear()
  }

  /**
   * Works something out once and keeps it until the next write. @param madeOf where it is costly and most writes do not touch it: until the
   * next write to one of these
   */
  onceUntilTouched<Value>(what: string, work: () => Promise<Value>, madeOf: readonly RecordName[] | null = null): Promise<Value> {
    const kept = this.once.get(what)
    if (kept) return kept.value as Promise<Value>
    const fresh = work()
    this.once.set(what, { value: fresh, madeOf })
    fresh.catch(() => this.once.delete(what)) // a disk that failed once is asked again
    return fresh
  }

  /**
   * Works out something of one person once a day, and keeps it until a row that names them is written, or one that names nobody. @param id of
   * what it is about: theirs, or a case of theirs
   */
  onceOfPerson<Value>(personId: string, what: string, id: string, work: () => Value): Value {
    return this.ofPeople.once(this.today(), personId, what, id, work)
  }

  /** How a colleague is called, or "somebody" while their record has not arrived. */
  colleagueName(id: string | null | undefined): string | null {
    return id ? (this.store.memory.get('colleague', id)?.name ?? null) : null
  }

  /** How this laptop is called in the team: the server has put a number behind a name that another has. */
  deviceName(): string {
    const { device, deviceName } = this.store.opened.identity
    return this.store.memory.get('device', device)?.name ?? deviceName
  }

  /** Whom to ring for somebody, the first written down first. Must be loaded before. */
  contactsOf(personId: string): Entity<'emergencyContact'>[] {
    return this.store.memory
      .linked('emergencyContact', 'personId', personId)
      .filter((one) => !one.removedBecause)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** "Riversley Park, bandstand" */
  placeOf(occurrence: Occurrence): { place: string; meetingPoint: string | null } {
    const venue = occurrence.venueId ? this.store.memory.get('venue', occurrence.venueId) : undefined
    return { place: venue?.name ?? '', meetingPoint: venue?.meetingPoint ?? null }
  }

  /** Whether this laptop carries the group's people and registers: a facilitator's only those of their groups (house 10.1). */
  carries(groupId: string): boolean {
    if (this.store.role() !== 'facilitator') return true
    const me = this.store.opened.identity.colleague.id
    const group = this.store.memory.get('group', groupId)
    return group?.leaderId === me || Boolean(group?.facilitatorIds?.includes(me))
  }

  /** Those signed up to a group on a date: who joined or left later changes no register of the past (peers 3, scenario 17). */
  membersOf(groupId: string, date: PlainDate): { personId: string; since: PlainDate }[] {
    const standing = this.membershipsOf(groupId)
      .filter((one) => one.since <= date && (!one.endedOn || one.endedOn > date))
      .map(({ personId, since }) => ({ personId, since }))
    return this.store.memory.joins.any ? eachOnce(standing) : standing
  }

  /** How many of them; kept like them, for Today asks for each of its cards after every tick. */
  expectedAt(groupId: string, date: PlainDate): number {
    const key = `${groupId} ${date}`
    const count = this.expected.get(key) ?? this.membersOf(groupId, date).length
    this.expected.set(key, count)
    return count
  }

  /** Kept until a membership or person changes: there are groups with hundreds of members. */
  private membershipsOf(groupId: string): Entity<'membership'>[] {
    const { memory } = this.store
    const kept =
      this.signedUp.get(groupId) ??
      memory.linked('membership', 'groupId', groupId).filter((one) => !memory.get('person', one.personId)?.removedBecause)
    this.signedUp.set(groupId, kept)
    return kept
  }
}

/** Two who were joined were both signed up: they are one, since the earlier day. */
function eachOnce(members: readonly { personId: string; since: PlainDate }[]): { personId: string; since: PlainDate }[] {
  const found = new Map<string, { personId: string; since: PlainDate }>()
  for (const one of members) if (one.since < (found.get(one.personId)?.since ?? '9999')) found.set(one.personId, one)
  return [...found.values()]
}
