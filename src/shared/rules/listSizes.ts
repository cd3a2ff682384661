import type { Entity } from '../records/index.ts'
import { grouped } from '../std/grouped.ts'
import type { PlainDate } from '../std/dates.ts'
import { compareTexts } from '../std/order.ts'
import { ageBands, type AgeBand } from './age.ts'

/** What is known of the list of one practice on a day: of each number the latest up to then. */
export interface KnownList {
  odsCode: string
  name: string | null
  all: number | null
  /** When `all` was counted. */
  on: PlainDate | null
  men: number | null
  women: number | null
  byAge: Partial<Record<AgeBand, number>> | null
}

/** The lists of practices as they are known on a day, by code. A number that was counted later says nothing of that day. */
export function listsOn(rows: readonly Entity<'listSize'>[], day: PlainDate): KnownList[] {
  const standing = rows.filter((one) => !one.voidedBecause && one.on <= day)
  const newest = standing.sort((a, b) => compareTexts(b.on, a.on))
  return [...grouped(newest, (one) => one.odsCode)].map(([odsCode, own]) => knownOf(odsCode, own)).sort((a, b) => compareTexts(a.odsCode, b.odsCode))
}

function knownOf(odsCode: string, newestFirst: readonly Entity<'listSize'>[]): KnownList {
  const latest = <Name extends 'all' | 'men' | 'women' | 'byAge' | 'name'>(name: Name) => newestFirst.find((one) => one[name] !== undefined)
  return {
    odsCode,
    name: latest('name')?.name ?? null,
    all: latest('all')?.all ?? null,
    on: latest('all')?.on ?? null,
    men: latest('men')?.men ?? null,
    women: latest('women')?.women ?? null,
    byAge: latest('byAge')?.byAge ?? null,
  }
}

/** The sum over practices, or null where of one of them the number is not known: part of a population is none to compare with. */
function sumOf(lists: readonly KnownList[], pick: (one: KnownList) => number | null): number | null {
  const each = lists.map(pick)
  return each.length > 0 && each.every((one) => one !== null) ? each.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null
}

/** How many are registered of each line of a breakdown, by the line's id; a line that is not there is not known. `all`: of all practices. */
export function registeredBy(
  by: 'practice' | 'ageBand' | 'gender',
  lists: readonly KnownList[],
): { lines: ReadonlyMap<string, number>; all: number | null } {
  const all = sumOf(lists, (one) => one.all)
  const known = (entries: [string, number | null][]) => new Map(entries.flatMap(([id, many]) => (many === null ? [] : [[id, many] as const])))
  if (by === 'practice') return { all, lines: known(lists.map((one) => [one.odsCode, one.all])) }
  if (by === 'gender')
    return {
      all,
      lines: known([
        ['1', sumOf(lists, (one) => one.men)],
        ['2', sumOf(lists, (one) => one.women)],
      ]),
    }
  return { all, lines: known(ageBands.map((band) => [band, sumOf(lists, (one) => one.byAge && (one.byAge[band] ?? 0))])) }
}

/** So many of so many, in thousandths with one place; null where nobody is registered. */
export function perThousand(people: number, registered: number): number | null {
  return registered > 0 ? Math.round((people / registered) * 10_000) / 10 : null
}
