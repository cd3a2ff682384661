import { v7 } from 'uuid'
import { chanceFrom, between, oneOf, type Chance } from '../../src/server/sample/random.ts'
import type { DatedDraft } from '../../src/server/ownWriting.ts'
import type { Change, LooseDraft, Json } from '../../src/shared/changes/change.ts'
import { definitionOf } from '../../src/shared/records/index.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import { must } from '../../src/shared/std/assert.ts'
import { addDays, dateOf, instantOf, type PlainDate } from '../../src/shared/std/dates.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { makeStamp } from '../../src/shared/std/stamp.ts'
import { familyName, givenName, phoneNumber } from '../bench/world/names.ts'

/** Whose laptop it is, and whose registers it keeps. */
export interface Owner {
  colleague: string
  role: Role
  /** The group whose sessions it signs people in to. */
  group: Group
  /** Which of its group's laptops it is: 0, 1, 2 … */
  place: number
}

interface Group {
  id: string
  members: string[]
}

/** A team in which many laptops meet: 30 groups, their people, and the owners of the laptops. */
export interface Crowd {
  team: string
  today: PlainDate
  owners: Owner[]
  /** What the office wrote before anybody came. */
  drafts: DatedDraft[]
}

const usualGroups = 30
const membersEach = 40
/** One laptop in so many is a lead's. */
const leadEvery = 100

/** Makes one; every name is invented. @param nowMs the moment they come */
export function inventCrowd(size: { team: string; devices: number; groups?: number; nowMs: number; seed: number }): Crowd {
  const chance = chanceFrom(size.seed)
  const crowd: Crowd = { team: size.team, today: dateOf(new Date(size.nowMs).toISOString()), owners: [], drafts: [] }
  const groups = Array.from({ length: Math.min(size.groups ?? usualGroups, size.devices) }, (): Group => ({ id: v7(), members: [] }))
  for (let at = 0; at < size.devices; at++) {
    const role = at % leadEvery === leadEvery - 1 ? 'lead' : 'facilitator'
    const owner = { colleague: v7(), role, group: groups[at % groups.length] as Group, place: Math.floor(at / groups.length) } as const
    crowd.owners.push(owner)
    crowd.drafts.push({ record: 'colleague', row: owner.colleague, fields: { name: `${givenName(chance)} ${familyName(chance)}`, role } })
  }
  groups.forEach((group, at) => addGroup(crowd, group, at, chance))
  return crowd
}

function addGroup(crowd: Crowd, group: Group, at: number, chance: Chance): void {
  const own = crowd.owners.filter((owner) => owner.group === group && owner.role === 'facilitator').map((owner) => owner.colleague)
  crowd.drafts.push({
    record: 'group',
    row: group.id,
    fields: { name: `Walk ${at + 1}`, schedule: [], counts: true, state: 'running', facilitatorIds: own },
  })
  for (let member = 0; member < membersEach; member++) {
    const [person, ...more] = newcomer(group, addDays(crowd.today, -between(chance, 10, 700)), chance)
    group.members.push(must(person, 'newcomer').row)
    crowd.drafts.push(must(person, 'newcomer'), ...more)
  }
}

/** A person and their membership. */
function newcomer(group: Group, since: PlainDate, chance: Chance): LooseDraft[] {
  const person = v7()
  return [
    { record: 'person', row: person, fields: { givenName: givenName(chance), familyName: familyName(chance), phone: phoneNumber(chance) } },
    { record: 'membership', row: membershipIdOf(group.id, person), fields: { groupId: group.id, personId: person, since } },
  ]
}

/** Who writes: an enrolled device and its owner. */
export interface Writer {
  team: string
  device: string
  owner: Owner
}

/** The drafts that belong together. */
interface Act {
  command: string
  drafts: LooseDraft[]
}

/** What a laptop wrote while nobody answered: so many changes, the last of them just before now. */
export function changesOf(writer: Writer, crowd: Crowd, count: number, nowMs: number, seed: number): Change[] {
  const acts: Act[] = []
  let left = count
  for (const act of actsOf(writer.owner, crowd.today, chanceFrom(seed))) {
    if (act.drafts.length > left) continue
    acts.push(act)
    left -= act.drafts.length
    if (left === 0) break
  }
  return stamped(writer, acts, nowMs)
}

/** Session after session; two laptops of a group share each, as two facilitators at one door do. */
function* actsOf(owner: Owner, today: PlainDate, chance: Chance): Generator<Act> {
  for (let week = 0; ; week++) {
    const date = addDays(today, -7 * week)
    const slot = 1 + Math.floor(owner.place / 2)
    yield* sessionOf(owner, date, slot, chance)
  }
}

function* sessionOf({ group, colleague }: Owner, date: PlainDate, slot: number, chance: Chance): Generator<Act> {
  const sessionId = sessionIdOf(group.id, date, slot)
  const beganMs = Date.parse(instantOf(date, '06:00'))
  const at = (minutes: number) => new Date(beganMs + minutes * 60_000).toISOString()
  const signIn = (personId: string, minutes: number): LooseDraft => ({
    record: 'signIn',
    row: v7(),
    fields: { sessionId, personId, arrivedAt: at(minutes), how: 'facilitator', byId: colleague },
  })
  const session = (fields: { [field: string]: Json }): LooseDraft => ({ record: 'session', row: sessionId, fields })
  const come = group.members.filter(() => chance() < 0.7)
  yield { command: 'signInPerson', drafts: [session({ groupId: group.id, date, slot, startedAt: at(0) }), signIn(oneOf(chance, group.members), 0)] }
  for (const [place, personId] of come.entries()) yield { command: 'signInPerson', drafts: [signIn(personId, place)] }
  const [person, membership] = newcomer(group, date, chance) as [LooseDraft, LooseDraft]
  yield { command: 'addSomeoneNew', drafts: [person, membership, signIn(person.row, 20)] }
  for (const [moment, minutes] of [
    ['out', 30],
    ['back', 90],
  ] as const) {
    const fields = { sessionId, moment, counted: come.length + 2, expected: come.length + 2, missingIds: [], at: at(minutes), byId: colleague }
    yield { command: 'recordHeadCount', drafts: [{ record: 'headCount', row: v7(), fields }] }
  }
  const text = 'Walked the short route today and stayed for tea; asked about the allotment on Tuesdays.'
  const note = { aboutId: oneOf(chance, group.members), at: at(95), byId: colleague, text }
  yield { command: 'addNote', drafts: [{ record: 'note', row: v7(), fields: note }] }
  yield { command: 'closeSession', drafts: [session({ allBackAt: at(90), closedAt: at(100), closedBy: colleague, summary: 'Dry and bright.' })] }
}

/** As the laptop's store numbers and stamps them. */
function stamped({ team, device, owner }: Writer, acts: readonly Act[], nowMs: number): Change[] {
  const all = acts.flatMap(({ command, drafts }) => {
    const act = v7()
    return drafts.map((draft) => ({ command, act, draft }))
  })
  return all.map(({ command, act, draft: { record, row, fields } }, place) => ({
    id: v7(),
    team,
    device,
    sequence: place + 1,
    stamp: makeStamp({ ms: nowMs - all.length + place, counter: 0, device }),
    actor: owner.colleague,
    act,
    command,
    record,
    row,
    version: must(definitionOf(record), record).version,
    fields,
  }))
}
