import { enoughPairs } from '../rules/change.ts'
import { grouped } from '../std/grouped.ts'
import type { PlainDate } from '../std/dates.ts'
import { said, type Said } from './cellWords.ts'
import type { ReportReader } from './defineReport.ts'
import { groupsByName, membershipsOf, type Membership } from './registers.ts'

/** By what the line of the whole team, or of all groups, is known. */
export const wholeTeam = 'all'

/** Somebody in a time: of a group are those who were signed up to it at any day of it. */
export interface InTime {
  personId: string
  from: PlainDate
  to: PlainDate
}

/** The team or a group with whom it has, and everybody else. */
export interface Part<One> {
  groupId: string | null
  who: string | Said
  of: One[]
  rest: One[]
}

/** Groups, and their memberships. */
export interface Sources {
  groups: readonly { id: string; name: string }[]
  /** By person. */
  memberships: ReadonlyMap<string, Membership[]>
}

/** Every group by name, and who is or was signed up to it. All of them, whichever is asked for: which have a line follows from the others. */
export async function everyGroup(reader: ReportReader): Promise<Sources> {
  const groups = await groupsByName(reader)
  const ids = groups.map((one) => one.id)
  return { groups, memberships: grouped(await membershipsOf(reader, ids), (one) => one.personId) }
}

/** The team, and the group that is asked for, or all of them. */
export function isAskedFor({ groupId }: Pick<Part<unknown>, 'groupId'>, asked: string | null): boolean {
  return groupId === null || asked === null || groupId === asked
}

/**
 * The team, and each group with at least ten pairs (story 29); the others are in the team's figures alone. A group is left out too where
 * the figures of fewer than ten others could be worked out from the team's and its own. @param isPair who has both answers
 */
export function teamAndGroups<One extends InTime>(all: readonly One[], isPair: (one: One) => boolean, { groups, memberships }: Sources): Part<One>[] {
  const isIn = (groupId: string, one: One) =>
    (memberships.get(one.personId) ?? []).some((member) => member.groupId === groupId && overlaps(member, one))
  const parts = groups.map((group): Part<One> => {
    const of = all.filter((one) => isIn(group.id, one))
    const inside = new Set(of)
    return { groupId: group.id, who: group.name, of, rest: all.filter((one) => !inside.has(one)) }
  })
  return [{ groupId: null, who: said('team'), of: [...all], rest: [] }, ...shown(parts, all.filter(isPair), isPair)]
}

function overlaps({ since, endedOn }: Membership, { from, to }: InTime): boolean {
  return since <= to && (!endedOn || endedOn > from)
}

function shown<One>(parts: readonly Part<One>[], pairs: readonly One[], isPair: (one: One) => boolean): Part<One>[] {
  const few = (n: number) => n > 0 && n < enoughPairs
  const count = (some: readonly One[]) => some.filter(isPair).length
  const kept = parts.filter((one) => count(one.of) >= enoughPairs && !few(count(one.rest)))
  const left = () => {
    const inGroups = new Set(kept.flatMap((one) => one.of))
    return pairs.filter((pair) => !inGroups.has(pair)).length
  }
  while (kept.length > 0 && few(left())) kept.splice(kept.indexOf(kept.reduce((least, one) => (count(one.of) < count(least.of) ? one : least))), 1)
  return kept
}
