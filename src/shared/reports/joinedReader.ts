import { isOfPerson, withJoined, withSurvivors } from '../rules/asJoined.ts'
import { survivorsOf } from '../rules/joined.ts'
import type { Entity, LinkOf, RecordName } from '../records/index.ts'
import type { ReportReader } from './defineReport.ts'

/** Who is shown with whom, and everybody as they were written. */
interface Joined {
  survivors: ReadonlyMap<string, string>
  people: ReadonlyMap<string, Entity<'person'>>
}

/** Rows as they are shown, of a reader that reads them as they were written: no figure counts somebody twice who was joined (story 28). */
export function joinedReader(written: ReportReader): ReportReader {
  let asked: Promise<Joined | null> | null = null
  const joined = () => (asked ??= joinedIn(written))
  return {
    async all(record) {
      const found = await joined()
      return found ? shownOf(record, await written.all(record), found) : written.all(record)
    },
    async linked<Name extends RecordName>(record: Name, by: LinkOf<Name>, ids: readonly string[]): Promise<Entity<Name>[]> {
      const found = await joined()
      if (!found) return written.linked(record, by, ids)
      const all = isOfPerson(record, by) ? everyIdOf(ids, found.survivors) : ids
      return shownOf(record, await written.linked(record, by, all), found)
    },
    giveWay: () => written.giveWay(),
  }
}

/** Nobody is read unless somebody was joined. */
async function joinedIn(written: ReportReader): Promise<Joined | null> {
  const said = await written.all('samePerson')
  if (!said.some((one) => one.answer === 'same' && !one.voidedBecause)) return null
  const people = new Map((await written.all('person')).map((one) => [one.id, one]))
  const standing = (id: string) => (!people.has(id) ? 'unknown' : people.get(id)?.removedBecause ? 'removed' : 'here')
  const survivors = survivorsOf(said, standing)
  return survivors.size > 0 ? { survivors, people } : null
}

function everyIdOf(ids: readonly string[], survivors: ReadonlyMap<string, string>): string[] {
  const named = new Set(ids.map((id) => survivors.get(id) ?? id))
  return [...named, ...[...survivors].flatMap(([id, survivor]) => (named.has(survivor) ? [id] : []))]
}

function shownOf<Name extends RecordName>(record: Name, rows: readonly Entity<Name>[], { survivors, people }: Joined): Entity<Name>[] {
  if (record !== 'person') return rows.map((one) => withSurvivors(record, one, survivors))
  const joinedTo = (id: string) => [...survivors].flatMap(([one, survivor]) => (survivor === id ? (people.get(one) ?? []) : []))
  const going = new Set(survivors.values())
  return rows
    .filter((one) => !survivors.has(one.id))
    .map((one) => (going.has(one.id) ? (withJoined(one as Entity<'person'>, joinedTo(one.id)) as unknown as Entity<Name>) : one))
}
