import { keyFrom } from '../../src/renderer/data/storedKey.ts'
import { entityOf } from '../../src/shared/changes/entity.ts'
import type { Row } from '../../src/shared/changes/row.ts'
import { definitions, recordNames, type Entity, type LinkOf, type RecordName } from '../../src/shared/records/index.ts'
import { ownerOf } from '../../src/shared/rules/cases.ts'
import { boardOf } from '../../src/shared/rules/gaps.ts'
import { survivorsOf } from '../../src/shared/rules/joined.ts'
import type { ViewContext } from '../../src/renderer/data/reading/context.ts'
import { survivors } from '../../src/renderer/data/reading/gaps.ts'
import type { SimLaptop } from './simLaptop.ts'
import { as } from './versions.ts'

/** Records that no laptop of a facilitator may have, in the words of the record files. */
const ofCases = new Set<string>(
  recordNames.filter((name) => definitions[name].seenBy.by === 'case' && !definitions[name].writers.includes('facilitator')),
)
/** Records whose rows are looked up by the person they are of. */
const ofPeople = recordNames.filter((name) => name !== 'samePerson' && definitions[name].links.includes('personId'))
/** Every gap there is, whatever a wrong clock called its day. */
const [endOfTime, allMonths] = ['2200-01-01', 12 * 400]

/** Throws unless every laptop shows of cases, people who are one and gaps what its rows say, and all of them the same. */
export async function checkCases(laptops: readonly SimLaptop[]): Promise<void> {
  const told = new Set<string>()
  for (const laptop of laptops) {
    const shown = await checkCasesOn(laptop)
    if (laptop.store.role() !== 'facilitator') told.add(shown)
  }
  if (told.size > 1) throw new Error(`owners, people who are one or gaps differ between laptops: ${[...told].join('\n')}`)
}

/** The same of one laptop, at any time. Answers what it shows. */
export function checkCasesOn(laptop: SimLaptop): Promise<string> {
  return as(laptop.version, async () => {
    const { store } = laptop
    const keys = (await store.db.rows.toCollection().primaryKeys()).map(keyFrom)
    checkNothingOfCases(laptop, keys)
    const rows = [...(await store.rowsOf(keys)).values()].flatMap((row) => row.view ?? [])
    const joined = joinedIn(rows)
    await checkJoined(laptop, rows, joined)
    return JSON.stringify([checkOwners(laptop, rows), checkBoard(laptop, rows, joined), [...joined].sort()])
  })
}

/** Not a row of a case on a facilitator's laptop, but for what it wrote itself before and has yet to hear about. */
function checkNothingOfCases({ store }: SimLaptop, keys: readonly string[]): void {
  if (store.role() !== 'facilitator' || !store.state.bookmark) return
  const inMemory = recordNames.filter((name) => ofCases.has(name)).flatMap((name) => [...store.memory.rowsOf(name)].map((row) => row.key))
  const left = [...keys, ...inMemory].filter((key) => ofCases.has(key.slice(0, key.indexOf('/'))) && !store.own.has(key))
  if (left.length > 0) throw new Error(`a facilitator's laptop has ${left.length} rows of cases: ${left[0]}`)
}

function entitiesIn<Name extends RecordName>(rows: readonly Row[], name: Name): Entity<Name>[] {
  return rows.filter((row) => row.record === name).flatMap((row) => entityOf(name, row) ?? [])
}

function joinedIn(rows: readonly Row[]): Map<string, string> {
  const people = new Map(entitiesIn(rows, 'person').map((one) => [one.id, one]))
  const said = entitiesIn(rows, 'samePerson')
  const found = survivorsOf(said, (id) => (!people.has(id) ? 'unknown' : people.get(id)?.removedBecause ? 'removed' : 'here'))
  checkPairs(said, people, found)
  return found
}

/** Said in another way than the rule says it, of two of whom nothing else is said: they are shown as one under the name that was chosen. */
function checkPairs(said: readonly Entity<'samePerson'>[], people: ReadonlyMap<string, unknown>, found: ReadonlyMap<string, string>): void {
  const standing = said.filter((one) => !one.voidedBecause)
  const named = standing.flatMap((one) => [one.personId, one.otherId])
  const isOnce = (id: string) => named.filter((one) => one === id).length === 1
  for (const { personId, otherId, answer, survivorId } of standing) {
    if (![personId, otherId].every((id) => people.has(id) && isOnce(id))) continue
    const gone = survivorId === personId ? otherId : personId
    if (answer === 'same' ? found.get(gone) !== survivorId : found.has(personId) || found.has(otherId))
      throw new Error(`two people of whom somebody said "${answer}" are shown otherwise`)
  }
}

/** Whoever was joined is shown once, with everything of both, what came later too (story 18). */
async function checkJoined({ store }: SimLaptop, rows: readonly Row[], joined: ReadonlyMap<string, string>): Promise<void> {
  const shown = store.memory.list('person').map((one) => one.id)
  const expected = entitiesIn(rows, 'person').map((one) => one.id)
  const wrong = expected.filter((id) => shown.filter((one) => one === id).length !== (joined.has(id) ? 0 : 1))
  if (wrong.length > 0) throw new Error(`${wrong.length} people are not shown once`)
  for (const survivor of new Set(joined.values())) {
    const ids = [survivor, ...[...joined].flatMap(([id, of]) => (of === survivor ? [id] : []))]
    for (const name of ofPeople) {
      const field = 'personId' as LinkOf<typeof name>
      const theirs = (await store.linked(name, field, survivor)) as { id: string; personId?: string | null }[]
      const written = (entitiesIn(rows, name) as { id: string; personId?: string | null }[]).filter((one) => ids.includes(one.personId ?? ''))
      if (idsOf(theirs) !== idsOf(written))
        throw new Error(`of two people who are one, ${written.length} rows of ${name} are there and ${theirs.length} are shown`)
      if (theirs.some((one) => one.personId !== survivor)) throw new Error(`a row of ${name} still calls somebody who was joined by their own id`)
    }
  }
}

function idsOf(rows: readonly { id: string }[]): string {
  return rows
    .map((one) => one.id)
    .sort()
    .join()
}

/** The owner of each case is whoever it was given to last; reckoned in another way than the rule does. */
function checkOwners({ store }: SimLaptop, rows: readonly Row[]): [string, string | null][] {
  const given = entitiesIn(rows, 'assignment').filter((one) => !one.voidedBecause)
  return entitiesIn(rows, 'episode')
    .map(({ id }) => {
      const last = given.filter((one) => one.episodeId === id).sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1))[0]
      const owner = ownerOf(store.memory.linked('assignment', 'episodeId', id))
      if (owner !== (last?.ownerId ?? null)) throw new Error('a case is shown as somebody else’s than whom it was given to last')
      return [id, owner] as [string, string | null]
    })
    .sort()
}

/** Of each line of the board how many people: each once, whatever two laptops wrote down and whoever turned out to be one (story 26). */
function checkBoard({ store }: SimLaptop, rows: readonly Row[], joined: ReadonlyMap<string, string>): [string, number][] {
  const who = survivors({ store } as ViewContext)
  const gaps = new Map(store.memory.list('gap').map((one) => [one.id, one]))
  const board = boardOf([...gaps.values()], endOfTime, allMonths, who)
  const shown = board.map(({ need, place, gapIds }) => `${need} ${place} ${new Set(gapIds.map((id) => who(gaps.get(id)?.personId ?? id))).size}`)
  const people = new Map<string, Set<string>>()
  for (const { need, place, personId, id } of entitiesIn(rows, 'gap').filter((one) => !one.voidedBecause)) {
    const named = personId ?? id
    people.set(`${need} ${place}`, (people.get(`${need} ${place}`) ?? new Set()).add(joined.get(named) ?? named))
  }
  const expected = [...people].map(([line, all]) => `${line} ${all.size}`)
  if (shown.sort().join() !== expected.sort().join()) throw new Error(`the board counts "${shown.join()}" where it is "${expected.join()}"`)
  return [...people].map(([line, all]): [string, number] => [line, all.size]).sort()
}
