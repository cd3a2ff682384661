import { PeopleSearch } from '../../../src/renderer/data/search.ts'
import type { InventedTeam } from '../world/team.ts'
import { queriesFor, queryKinds, type Query, type QueryKind } from '../world/queries.ts'
import { scan, scanOf, scanWords } from '../world/plainScan.ts'

/** How long searches took, and whether they found whom they were meant for. */
export interface Searched {
  /** Milliseconds, in the order of the queries. */
  ours: number[]
  scan: number[]
  byKind: Record<QueryKind, number[]>
  /** Share of the queries whose person was among the hits. */
  found: { kind: QueryKind; ours: number; scan: number }[]
  /** Milliseconds to make the index. */
  build: number
}

/** As many hits as a register shows. */
const most = 20

/** The app's own search and ranking without worker and screen, against the plain scan, in this Node. */
export function searchAlone(team: InventedTeam, count: number): Searched {
  const queries = queriesFor(team.people, count)
  const search = new PeopleSearch()
  const began = performance.now()
  search.update(team.people)
  const build = performance.now() - began
  const members = new Set(team.groups[0]?.members)
  const ranking = {
    known: () => members,
    isMember: (id: string) => members.has(id),
    isHere: () => false,
    came: (id: string) => (members.has(id) ? 7 : 0),
  }
  const plainScan = scanOf(team.people)
  for (const { text } of queries.slice(0, 40)) search.find(text, ranking, most) // warm, as after a morning's typing
  const ours = queries.map((query) => timed(() => search.find(query.text, ranking, most).map((one) => one.personId)))
  const theirs = queries.map((query) => timed(() => scan(plainScan.texts, scanWords(query.text), most).map((at) => plainScan.ids[at] as string)))
  return {
    ours: ours.map((one) => one.ms),
    scan: theirs.map((one) => one.ms),
    build,
    byKind: byKind(
      queries,
      ours.map((one) => one.ms),
    ),
    found: queryKinds.map((kind) => ({ kind, ours: foundOf(queries, ours, kind), scan: foundOf(queries, theirs, kind) })),
  }
}

function timed(work: () => string[]): { ms: number; ids: string[] } {
  const began = performance.now()
  const ids = work()
  return { ms: performance.now() - began, ids }
}

/** Times sorted into the kinds of queries they belong to. */
export function byKind(queries: readonly Query[], times: readonly number[]): Record<QueryKind, number[]> {
  const sorted = Object.fromEntries(queryKinds.map((kind) => [kind, [] as number[]])) as Record<QueryKind, number[]>
  queries.forEach((query, at) => sorted[query.kind].push(times[at] ?? Number.NaN))
  return sorted
}

function foundOf(queries: readonly Query[], answers: readonly { ids: string[] }[], kind: QueryKind): number {
  const asked = queries.flatMap((query, at) => (query.kind === kind ? [{ query, ids: answers[at]?.ids ?? [] }] : []))
  return asked.filter(({ query, ids }) => ids.includes(query.personId)).length / Math.max(1, asked.length)
}
