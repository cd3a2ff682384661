import {
  kioskCalls,
  kioskRequest,
  type KioskAnswer,
  type KioskCallName,
  type KioskFirst,
  type KioskFound,
  type KioskInput,
  type KioskMessage,
  type KioskSignedIn,
} from '../../../shared/ipc/kiosk.ts'
import type { WhichSession } from '../../../shared/commands/which.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { cardMeant, mayHoldCard } from '../../../shared/rules/cards.ts'
import { bornOnDay, matchTyped, seesLeaderFirst, typedName, type TypedName } from '../../../shared/rules/kioskNames.ts'
import { firstName, kioskName } from '../../../shared/rules/names.ts'
import { addDays } from '../../../shared/std/dates.ts'
import type { Laptop } from '../laptop.ts'
import { openRegisterOnce, type OpenRegister } from '../reading/register.ts'
import { crisisHelp } from '../../../shared/rules/crisis.ts'
import { Answers } from './answers.ts'
import { KioskPace } from './pace.ts'
import { Tickets, type TicketFor } from './tickets.ts'

type Person = Entity<'person'>

/** How far back somebody came "lately": a season. Who has not been seen for longer is not offered by two letters. */
const latelyDays = 91

/** Tries the passphrase, slowed down as at the lock: milliseconds to wait after a wrong one; the right one ends the kiosk. */
export type Leave = (passphrase: string) => Promise<{ waitMs: number }>

/** The worker's side of the kiosk at one session: everything that may be asked there, and the least that can be answered. */
export class Kiosk {
  private readonly laptop: Laptop
  private readonly which: WhichSession
  private readonly sessionId: string
  private readonly tryLeaving: Leave
  private readonly tickets = new Tickets()
  private readonly pace = new KioskPace()
  private readonly names = new WeakMap<Person, TypedName>()
  private readonly answers: Answers
  /** What whoever is before the screen has asked for, so that they can take it back. */
  private readonly raised = new Map<KioskInput<'raise'>['kind'], string>()

  constructor(laptop: Laptop, session: { which: WhichSession; sessionId: string }, leave: Leave) {
    this.laptop = laptop
    this.which = session.which
    this.sessionId = session.sessionId
    this.tryLeaving = leave
    this.answers = new Answers({ face: (today) => this.writeFace(today), told: (told) => this.writeTold(told) })
  }

  /** Answers one message of the kiosk's window. What is none of the contract's calls gets no answer at all. */
  async hear(data: unknown): Promise<KioskMessage | null> {
    const request = kioskRequest.safeParse(data)
    if (!request.success) return null
    const { call, method, input } = request.data
    const checked = kioskCalls[method].input.safeParse(input)
    if (!checked.success) return { call, ok: false }
    try {
      const answer = await (this.methods[method] as (given: unknown) => Promise<unknown>)(checked.data)
      return { call, ok: true, value: kioskCalls[method].answer.parse(answer) } // what is not in the contract does not cross
    } catch {
      return { call, ok: false } // an error's words may hold a name
    }
  }

  /** Writes the answers that are still kept back. To be called before the kiosk ends or the laptop locks. */
  async end(): Promise<void> {
    this.tickets.forget()
    await this.answers.writeAll()
  }

  private readonly methods: { [Name in KioskCallName]: (input: KioskInput<Name>) => Promise<KioskAnswer<Name>> } = {
    first: () => this.first(),
    find: (input) => this.find(input),
    answer: (input) => this.answer(input),
    scan: (input) => this.scan(input),
    signIn: (input) => this.signIn(input),
    today: ({ value }) => Promise.resolve({ saved: this.answers.sayToday(value) }),
    tell: (input) => this.tell(input),
    raise: (input) => this.raise(input),
    takeBack: (input) => this.takeBack(input),
    leave: ({ passphrase }) => this.tryLeaving(passphrase),
  }

  private get now(): number {
    return this.laptop.store.ports.now()
  }

  private async first(): Promise<KioskFirst> {
    const { context, store } = this.laptop
    const open = await openRegisterOnce(context, this.sessionId)
    if (!open) throw new Error('impossible: the session is gone')
    const { occurrence, group } = open
    const leader = context.colleagueName(occurrence.leaderId)
    const team = store.memory.get('team', store.opened.identity.team.id)?.name ?? store.opened.identity.team.name
    return {
      team,
      group: group.name,
      date: occurrence.date,
      start: occurrence.start,
      place: context.placeOf(occurrence).place,
      leader: leader ? firstName(leader) : null,
    }
  }

  private async find({ text, all }: KioskInput<'find'>): Promise<KioskFound> {
    await this.nextPerson()
    const open = await openRegisterOnce(this.laptop.context, this.sessionId)
    const match = matchTyped(text, all, this.laptop.store.memory.list('person'), expectedAt(open), (person) => this.nameOf(person))
    if (match.kind === 'one') return this.show(match.person, 'kiosk')
    if (match.kind !== 'ask') return { found: match.kind }
    const personIds = match.people.map((person) => person.id)
    return this.waits() ?? { found: 'ask', ticket: this.tickets.give({ kind: 'ask', personIds }, this.now) }
  }

  private async answer({ ticket, day }: KioskInput<'answer'>): Promise<KioskFound> {
    const means = this.tickets.read(ticket, this.now)
    if (means?.kind !== 'ask') return { found: 'none' }
    const waits = this.waits()
    if (waits) return waits
    const person = bornOnDay(
      means.personIds.flatMap((id) => this.laptop.store.memory.get('person', id) ?? []),
      day,
    )
    this.tickets.forget() // one day for each time the name is typed: 31 are soon tried
    if (person) return this.show(person, 'kiosk')
    this.pace.count(this.now, null)
    return { found: 'none' }
  }

  private async scan({ code }: KioskInput<'scan'>): Promise<KioskFound> {
    await this.nextPerson()
    const waits = this.waits()
    if (waits) return waits
    const meant = cardMeant(code, this.laptop.store.memory.list('card'))
    const person = meant.card === 'one' ? this.laptop.store.memory.get('person', meant.personId) : undefined
    if (person) return this.show(person, 'card')
    this.pace.count(this.now, null)
    return { found: meant.card === 'revoked' ? 'oldCard' : 'noCard' }
  }

  /** The one name that is ever told, and only of somebody who may sign in. */
  private show(person: Person, how: 'kiosk' | 'card'): KioskFound {
    if (seesLeaderFirst(person)) return { found: 'none' }
    const waits = this.waits()
    if (waits) return waits
    this.pace.count(this.now, person.id)
    return { found: 'one', name: kioskName(person), ticket: this.tickets.give({ kind: 'one', personId: person.id, how }, this.now) }
  }

  private waits(): KioskFound | null {
    const ms = this.pace.pause(this.now)
    return ms > 0 ? { found: 'wait', ms } : null
  }

  private async signIn({ ticket }: KioskInput<'signIn'>): Promise<KioskSignedIn> {
    const means = this.tickets.read(ticket, this.now)
    if (means?.kind !== 'one') return { done: 'stale' }
    const { personId, how } = means
    const result = await this.laptop.run('signInPerson', { session: this.which, personId, how })
    if (!result.ok && result.reason !== 'alreadyHere') return { done: notWritten.includes(result.reason) ? 'notSaved' : 'leader' }
    this.tickets.become({ kind: 'in', personId }, this.now)
    this.pace.moved()
    this.answers.open(result.ok)
    return { done: result.ok ? 'signedIn' : 'already' }
  }

  /** What has changed and what they would like. Who wrote of danger is told who to call, on this screen and nowhere else. */
  private async tell(told: KioskInput<'tell'>): Promise<KioskAnswer<'tell'>> {
    const { saved, forLead } = await this.answers.say(told)
    return { saved, help: forLead ? [...crisisHelp] : [] }
  }

  /** Nothing of the last person can be changed any more; their answers go among the others. */
  private async nextPerson(): Promise<void> {
    this.tickets.forget()
    this.raised.clear()
    await this.answers.next()
  }

  /** Writes the answers also before the laptop is emptied, so that they are sent. */
  async writeAnswers(): Promise<void> {
    await this.answers.writeAll()
  }

  private async writeFace(today: number): Promise<boolean> {
    return (await this.laptop.run('sayHowTodayIs', { session: this.which, today })).ok
  }

  private async writeTold({ change, wishes, words }: KioskInput<'tell'>): Promise<boolean> {
    const { which } = this
    const told = { ...(change ? { change } : {}), ...(wishes.length > 0 ? { wishes } : {}), words }
    return (await this.laptop.run('tellVoice', { groupId: which.groupId, session: which, on: which.date, said: 'kiosk', ...told })).ok
  }

  private async raise({ ticket, kind, firstName: typed }: KioskInput<'raise'>): Promise<{ saved: boolean }> {
    const means = ticket === null ? null : this.tickets.read(ticket, this.now)
    if (ticket !== null && !means) return { saved: false }
    const personId = means && means.kind !== 'ask' ? means.personId : null
    const called = personId === null && typed && !mayHoldCard(typed) ? { firstName: typed } : {} // a card's letters would sign in whoever reads them
    const result = await this.laptop.run('askForLeader', { session: this.which, personId, kind, ...called })
    if (result.ok && means) this.stays(means, kind, result.value.kioskRequestId)
    return { saved: result.ok }
  }

  /** Whoever goes on pressing is still there: the ticket is good for another while. */
  private stays(means: TicketFor, kind: KioskInput<'raise'>['kind'], kioskRequestId: string): void {
    this.raised.set(kind, kioskRequestId)
    this.tickets.become(means, this.now)
  }

  private async takeBack({ ticket, kind }: KioskInput<'takeBack'>): Promise<{ saved: boolean }> {
    const means = this.tickets.read(ticket, this.now)
    const kioskRequestId = this.raised.get(kind)
    if (means?.kind !== 'in' || kioskRequestId === undefined) return { saved: false }
    const result = await this.laptop.run('takeBackKioskRequest', { kioskRequestId })
    if (result.ok) this.raised.delete(kind)
    return { saved: result.ok }
  }

  private nameOf(person: Person): TypedName {
    const known = this.names.get(person) ?? typedName(person)
    this.names.set(person, known)
    return known
  }
}

/** Who may be offered by a few letters: members, who came lately, and who is in already. Everybody else is not told of. */
function expectedAt(open: OpenRegister | null): (personId: string) => boolean {
  if (!open) return () => false
  const since = addDays(open.occurrence.date, -latelyDays)
  const lately = open.regulars.held.filter((one) => one.date >= since)
  return (id) => open.members.has(id) || open.attendance.has(id) || lately.some((one) => one.came.has(id))
}

const notWritten: readonly string[] = ['diskFull', 'notSaved', 'storeCleared']
