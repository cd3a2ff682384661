import type { Json } from '../../../src/shared/changes/change.ts'
import { accessList, suitsList } from '../../../src/shared/rules/directoryLists.ts'
import { needs } from '../../../src/shared/rules/needs.ts'
import { addDays, instantOf, type PlainDate } from '../../../src/shared/std/dates.ts'
import { episodeIdOf, planIdOf } from '../../../src/shared/std/ids.ts'
import { between, chanceFrom, oneOf, type Chance } from '../../../src/server/sample/random.ts'
import { familyName, givenName } from './names.ts'
import { uuid, type InventedTeam } from './team.ts'

/** What the work of link workers leaves behind, put on top of a team: cases with all that hangs on them, a directory, gaps. */
export interface Caseload {
  /** Of each open case. */
  cases: { personId: string; episodeId: string }[]
}

/** How much of it. */
export interface CaseloadSize {
  /** Open cases and directory entries, as many of each; a quarter of it gaps, and half of it closed cases. */
  cases: number
  seed: number
}

/** Link workers beside the lead: each has some hundred cases and eighty, and the lead as many. */
const linkWorkers = 10
const towns = ['Nuneaton', 'Bedworth', 'Atherstone', 'Hinckley', 'Coventry', 'Coleshill']
const practices = ['Larkfield Surgery', 'Riverside Practice', 'Abbey Green', 'Manor Court', 'Red Roofs', 'Whitestone Surgery']
const words =
  'Lonely since her husband died, and does not go out any more but for the shop. Used to sing in a choir and would like to again. The bus stops at seven, and the stairs are hard on the knee.'
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const hoursUntilNow = 6

/** Writes the caseload of a team. */
export function addCaseload(team: InventedTeam, { cases, seed }: CaseloadSize): Caseload {
  const world = new World(team, chanceFrom(seed))
  for (let at = 0; at < linkWorkers; at++) world.colleague()
  const services = Array.from({ length: cases }, (_, at) => world.service(at))
  const step = Math.max(1, Math.floor(team.people.length / (cases * 1.75)))
  const people = team.people.filter((_, at) => at % step === 0).map((one) => one.id)
  const open = people.slice(0, cases).map((personId, at) => world.openCase(personId, at, services))
  people.slice(cases, Math.floor(cases * 1.5)).forEach((personId) => world.closedCase(personId))
  people.slice(Math.floor(cases * 1.5), Math.floor(cases * 1.65)).forEach((personId, at) => world.unanswered(personId, at))
  for (let at = 0; at < cases / 4; at++) world.gap(people[at * 3] ?? null)
  return { cases: open }
}

class World {
  private readonly team: InventedTeam
  private readonly chance: Chance
  private readonly owners: string[]
  private readonly atMs: number

  constructor(team: InventedTeam, chance: Chance) {
    this.team = team
    this.chance = chance
    this.owners = [team.lead]
    this.atMs = Date.parse(instantOf(team.today, '00:00')) - hoursUntilNow * 3600_000
  }

  colleague(): void {
    const id = this.add('colleague', { name: `${givenName(this.chance)} ${familyName(this.chance)}`, role: 'linkWorker' })
    this.owners.push(id)
  }

  service(at: number): string {
    const { chance } = this
    const free = chance() < 0.6
    return this.add('service', {
      name: `${familyName(chance)} ${oneOf(chance, ['lunch club', 'gardeners', 'advice', 'choir', 'walkers', 'repair café', 'carers'])} ${at}`,
      organiser: `${familyName(chance)} Trust`,
      kind: at % 3 === 0 ? 'partner' : 'outside',
      about: words,
      needs: this.some(needs.map((one) => one.code)),
      suits: this.some(suitsList.items.map((one) => one.code)),
      access: this.some(accessList.items.map((one) => one.code)),
      free,
      ...(free ? {} : { pence: between(chance, 1, 12) * 50 }),
      times: [{ day: oneOf(chance, days), from: '10:30', until: '12:00' }],
      address: `${between(chance, 1, 88)} ${familyName(chance)} Road`,
      town: oneOf(chance, towns),
      postcode: `CV${between(chance, 10, 13)} ${between(chance, 1, 9)}TW`,
      vacancy: oneOf(chance, ['places', 'waitingList', 'full', 'notKnown']),
      phone: '01632 960001',
      ...(chance() < 0.7 ? { checkedOn: this.ago(0, 400), checkedBy: this.team.lead } : {}),
      ...(chance() < 0.05 ? { closedFrom: this.ago(1, 30), closedBecause: 'The hall is being painted' } : {}),
      ...this.signed(),
    })
  }

  openCase(personId: string, at: number, services: readonly string[]): { personId: string; episodeId: string } {
    const { chance } = this
    const openedOn = this.ago(1, 300)
    const started = chance() < 0.7
    const one = this.episode(personId, openedOn, {
      ...(started ? { startedOn: later(openedOn, this.team.today, between(chance, 0, 40)) } : {}),
      ...(chance() < 0.75 ? { nextAction: 'Call about the lunch club', nextActionOn: addDays(this.team.today, between(chance, -15, 40)) } : {}),
      ...(chance() < 0.03 ? { wantsOther: 'Would rather speak to a woman' } : {}),
    })
    if (at % 50 !== 0) this.assigned(one, this.owners[at % this.owners.length] ?? null)
    this.referral(personId, openedOn, { episodeId: one.episodeId, decided: 'accepted', decidedAt: this.signed().at, decidedBy: this.team.lead })
    for (let nth = between(chance, 0, 6); nth > 0; nth--) this.contact(one)
    if (started && chance() < 0.7) this.plan(one)
    if (started && chance() < 0.6) this.offer(one, services)
    return one
  }

  closedCase(personId: string): void {
    const openedOn = this.ago(200, 900)
    const closedOn = addDays(openedOn, between(this.chance, 30, 190))
    const one = this.episode(personId, openedOn, { startedOn: addDays(openedOn, 9), closedOn, closedAs: 'goalsMet' })
    this.assigned(one, oneOf(this.chance, this.owners))
    this.referral(personId, openedOn, { episodeId: one.episodeId, decided: 'accepted', decidedAt: this.signed().at, decidedBy: this.team.lead })
    this.contact(one)
  }

  unanswered(personId: string, at: number): void {
    this.referral(personId, this.ago(0, 30), at % 5 === 0 ? { decided: 'askReferrer', decidedAt: this.signed().at, decidedBy: this.team.lead } : {})
  }

  gap(personId: string | null): void {
    const { chance } = this
    this.add('gap', {
      personId,
      need: oneOf(chance, needs).code,
      place: oneOf(chance, towns),
      times: [`${oneOf(chance, days)}-${oneOf(chance, ['am', 'pm', 'eve'])}`],
      barrier: oneOf(chance, ['noSuchGroup', 'full', 'tooFar', 'wrongTime', 'transport']),
      mayAsk: chance() < 0.8,
      from: 'call',
      on: this.ago(0, 360),
      ...this.signed(),
    })
  }

  private episode(personId: string, openedOn: PlainDate, more: Fields): { personId: string; episodeId: string } {
    const episodeId = episodeIdOf(personId, 1)
    this.add('episode', { personId, number: 1, openedOn, ...more, ...this.signed() }, episodeId)
    return { personId, episodeId }
  }

  private assigned(one: { personId: string; episodeId: string }, ownerId: string | null): void {
    this.add('assignment', { ...one, ownerId, ...this.signed() })
  }

  private referral(personId: string, receivedOn: PlainDate, more: Fields): void {
    this.add('referral', {
      personId,
      source: 'practice',
      from: oneOf(this.chance, practices),
      receivedOn,
      reason: words,
      needs: this.some(needs.map((one) => one.code)),
      urgency: this.chance() < 0.05 ? 'urgent' : 'routine',
      agreed: 'yes',
      ...more,
      ...this.signed(),
    })
  }

  private contact(one: { personId: string; episodeId: string }): void {
    const on = instantOf(this.ago(1, 120), '11:00')
    this.add('caseContact', { ...one, how: 'call', came: oneOf(this.chance, ['spoke', 'noAnswer', 'message']), on, words, ...this.signed() })
  }

  private plan(one: { personId: string; episodeId: string }): void {
    const { chance } = this
    const planId = planIdOf(one.episodeId)
    const agreed = {
      agreedOn: this.ago(1, 100),
      agreedWith: 'Herself',
      agreedAs: 'self',
      reviewOn: addDays(this.team.today, between(chance, -20, 90)),
    }
    this.add('plan', { ...one, important: words, people: 'Her sister', ...(chance() < 0.6 ? agreed : {}), ...this.signed() }, planId)
    for (let nth = between(chance, 1, 3); nth > 0; nth--) {
      this.add('planGoal', { personId: one.personId, planId, words: 'To go out twice a week', outcome: 'working', ...this.signed() })
      const dueOn = addDays(this.team.today, between(chance, -10, 40))
      this.add('planAction', { personId: one.personId, planId, what: 'Look up the bus', who: 'We', dueOn, state: 'toDo', ...this.signed() })
    }
  }

  private offer(one: { personId: string; episodeId: string }, services: readonly string[]): void {
    const { chance } = this
    const state = oneOf(chance, ['offered', 'accepted', 'declined', 'waiting'])
    const groupId = chance() < 0.5 ? oneOf(chance, this.team.groups).id : null
    const firstOn = addDays(this.team.today, between(chance, -20, 20))
    this.add('offer', {
      ...one,
      ...(groupId ? { groupId } : { serviceId: oneOf(chance, services) }),
      offeredOn: this.ago(1, 60),
      state,
      ...(state === 'offered' ? {} : { answeredOn: this.ago(0, 20) }),
      ...(state === 'declined' ? { because: 'tooFar' } : {}),
      ...(state === 'accepted' && groupId ? { firstOn } : {}),
      ...this.signed(),
    })
    if (state === 'accepted' && groupId)
      this.add('introduction', { groupId, personId: one.personId, firstOn, referredBy: this.team.lead, ...this.signed() })
  }

  private ago(least: number, most: number): PlainDate {
    return addDays(this.team.today, -between(this.chance, least, most))
  }

  private some(codes: readonly string[]): string[] {
    return [...new Set(Array.from({ length: between(this.chance, 1, 4) }, () => oneOf(this.chance, codes)))]
  }

  private signed(): { at: string; byId: string } {
    return { at: new Date(this.atMs).toISOString(), byId: this.team.lead }
  }

  private add(record: string, fields: Fields, row = uuid(this.chance)): string {
    this.team.drafts.push({ record, row, fields, atMs: this.atMs })
    return row
  }
}

interface Fields {
  [field: string]: Json
}

/** So many days later, but not in the future. */
function later(day: PlainDate, today: PlainDate, more: number): PlainDate {
  const then = addDays(day, more)
  return then > today ? today : then
}
