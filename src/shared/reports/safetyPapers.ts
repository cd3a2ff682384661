import type { Entity } from '../records/index.ts'
import { declarationState, latestDeclaration } from '../rules/declarations.ts'
import { isFew, maskedBeside } from '../rules/smallNumbers.ts'
import { papersOf, type Paper } from '../rules/rota.ts'
import { occurrencesOf } from '../rules/sessions.ts'
import { partsOf } from '../rules/templates.ts'
import { addDays, dateOf, type PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { byName } from '../rules/names.ts'
import { said } from './cellWords.ts'
import type { ReportReader } from './defineReport.ts'
import type { Checked, SafetyLine } from './safetyLines.ts'

/** A laptop of which nothing came for so many days is named. */
const quietAfterDays = 14
/** So far ahead laptops make themselves ready for sessions. */
const daysAhead = 14

/** Members whose health questions are no longer valid, or were never asked, by group: each person once, also who was joined and had signed up as both. */
export async function declarationChecks(reader: ReportReader, groups: readonly Entity<'group'>[], today: PlainDate): Promise<Checked[]> {
  const asking = groups.filter((one) => partsOf(one).declaration)
  const members = await membersOf(reader, asking, today)
  const ids = [...new Set(members.map((one) => one.personId))]
  const declarations = grouped(await reader.linked('declaration', 'personId', ids), (one) => one.personId)
  const stateOf = new Map(ids.map((id) => [id, declarationState(latestDeclaration(declarations.get(id) ?? []), today)]))
  const byGroup = asking.map(({ id, name }) => {
    const people = new Set(members.flatMap((one) => (one.groupId === id ? one.personId : [])))
    const states = [...people].map((personId) => stateOf.get(personId))
    const counts = ['ended', 'missing'].map((state) => states.filter((one) => one === state).length)
    const told = maskedBeside([...counts, states.length - counts.reduce((sum, one) => sum + one, 0)]) // who is left of the members is told as well
    return { where: name, counts, told }
  })
  const found = (nth: number) =>
    byGroup.flatMap(({ where, counts, told }): Partial<SafetyLine>[] => {
      const number = counts[nth] ?? 0
      return number > 0 ? [{ where, number, isUntold: told[nth] === null }] : []
    })
  return [
    { what: 'declarationEnded', lookedAt: ids.length, found: found(0) },
    { what: 'declarationMissing', lookedAt: ids.length, found: found(1) },
  ]
}

/** What of people is so few that it stands on the screen alone: they are members of one group in a small town. */
export function peopleUntold({ what, lookedAt, isUntold }: SafetyLine): ReadonlySet<string> {
  const isOfPeople = what.says === 'declarationEnded' || what.says === 'declarationMissing'
  return new Set([...(isUntold ? ['number'] : []), ...(isOfPeople && isFew(lookedAt ?? 0) ? ['lookedAt'] : [])])
}

/** Who is signed up today and on our lists. */
async function membersOf(reader: ReportReader, groups: readonly Entity<'group'>[], today: PlainDate): Promise<Entity<'membership'>[]> {
  const gone = new Set((await reader.all('person')).filter((one) => one.removedBecause || one.archivedOn).map((one) => one.id))
  const ids = groups.map((one) => one.id)
  const all = await reader.linked('membership', 'groupId', ids)
  return all.filter((one) => one.since <= today && (!one.endedOn || one.endedOn > today) && !gone.has(one.personId))
}

/** Training, DBS and first aid of colleagues: over, over within 30 days, or no date written. */
export async function paperChecks(reader: ReportReader, groups: readonly Entity<'group'>[], today: PlainDate): Promise<Checked[]> {
  const here = (await reader.all('colleague')).filter((one) => !one.leftOn || one.leftOn >= today).sort(byName)
  const leads = new Set(groups.map((one) => one.leaderId))
  const lines = here.flatMap((one) => papersOf(one, leads.has(one.id) ? 'leader' : 'helper', today).map((paper) => ({ ...paper, where: one.name })))
  const found = (paper: Paper) =>
    lines.filter((one) => one.paper === paper).map(({ where, state, until }): Partial<SafetyLine> => ({ where, on: until, state: said(state) }))
  const undated = (field: 'dbsUntil' | 'firstAidUntil') => {
    const number = here.filter((one) => !one[field]).length
    return number > 0 ? [{ state: said('missing'), number }] : []
  }
  return [
    { what: 'training', lookedAt: here.filter((one) => leads.has(one.id)).length, found: found('training') },
    { what: 'dbs', lookedAt: here.length, found: [...found('dbs'), ...undated('dbsUntil')] },
    { what: 'firstAid', lookedAt: here.length, found: [...found('firstAid'), ...undated('firstAidUntil')] },
  ]
}

/**
 * When the risks of a group were last looked at, as its proposal says. How long that is valid, and until when a group is insured, is
 * written nowhere, so the board says that it is not known.
 */
export async function riskChecks(reader: ReportReader, groups: readonly Entity<'group'>[]): Promise<Checked[]> {
  const proposals = (await reader.all('proposal')).filter((one) => !one.voidedBecause)
  const dateOfGroup = (id: string) =>
    proposals
      .flatMap((one) => (one.groupId === id && one.riskAssessedOn ? [one.riskAssessedOn] : []))
      .sort()
      .at(-1)
  const found = groups.map((one): Partial<SafetyLine> => {
    const on = dateOfGroup(one.id) ?? null
    return { where: one.name, on, state: said(on ? 'assessed' : 'missing') }
  })
  return [
    { what: 'riskAssessment', lookedAt: groups.length, found },
    { what: 'insurance', lookedAt: 0, found: [] },
  ]
}

/** Laptops that have not made themselves ready for a session for a fortnight: the last that is known of them here. */
export async function laptopChecks(reader: ReportReader, today: PlainDate): Promise<Checked[]> {
  const laptops = (await reader.all('device')).filter((one) => !one.revokedAt).sort(byName)
  const taken = await timesReady(reader, laptops, today)
  const lastOf = ({ id, enrolledAt }: Entity<'device'>) =>
    dateOf([enrolledAt, ...(taken.get(id) ?? []).map((one) => one.at)].sort().at(-1) ?? enrolledAt)
  const quiet = laptops.filter((one) => lastOf(one) < addDays(today, -quietAfterDays))
  return [{ what: 'laptop', lookedAt: laptops.length, found: quiet.map((one) => ({ where: one.name, on: lastOf(one), state: said('quiet') })) }]
}

/** When each laptop got ready since the first of them was enrolled: for sessions of any group, also of one that has paused or closed since. */
async function timesReady(reader: ReportReader, laptops: readonly Entity<'device'>[], today: PlainDate) {
  const first = laptops.map((one) => dateOf(one.enrolledAt)).sort()[0] ?? today
  const ofGroup = grouped(await reader.all('session'), (one) => one.groupId)
  const ids = (await reader.all('group')).flatMap((one) =>
    occurrencesOf(one, ofGroup.get(one.id) ?? [], first, addDays(today, daysAhead)).map(({ sessionId }) => sessionId),
  )
  return grouped(await reader.pickLinked('takenLaptop', 'sessionId', ids, ['sessionId', 'deviceId', 'at']), (one) => one.deviceId)
}
