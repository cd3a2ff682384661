import { areOwn, isOfPerson, withJoined, withSurvivors } from '../rules/asJoined.ts'
import { survivorsOf } from '../rules/joined.ts'
import type { Entity, LinkOf, RecordName } from '../records/index.ts'
import type { FieldOf, Picked, ReportReader } from './defineReport.ts'

/** By whose id somebody is shown. */
type Survivors = ReadonlyMap<string, string>

/** Rows as they are shown, of a reader that reads them as they were written: no figure counts somebody twice who was joined (story 28). */
export function joinedReader(written: ReportReader): ReportReader {
  let asked: Promise<Survivors | null> | null = null
  const joined = () => (asked ??= joinedIn(written))
  const idsFor = async (record: RecordName, by: string, ids: readonly string[]) => {
    const found = await joined()
    return found && isOfPerson(record, by) ? everyIdOf(ids, found) : ids
  }
  const shown = async <Row extends { id: string }>(record: RecordName, rows: Row[]): Promise<Row[]> => {
    const found = await joined()
    return found ? shownOf(record, rows, found) : rows
  }
  return {
    all: async (record) => shown(record, await written.all(record)),
    async pick(record, fields) {
      const isFilled = record === 'person' && !areOwn(fields) // from whole rows: what nothing was said of is taken from who was joined
      return shown(record, isFilled ? await written.all(record) : await written.pick(record, fields))
    },
    async linked<Name extends RecordName>(record: Name, by: LinkOf<Name>, ids: readonly string[]): Promise<Entity<Name>[]> {
      return shown(record, await written.linked(record, by, await idsFor(record, by, ids)))
    },
    async pickLinked<Name extends RecordName, Field extends FieldOf<Name>>(
      record: Name,
      by: LinkOf<Name> & Field,
      ids: readonly string[],
      fields: readonly Field[],
    ): Promise<Picked<Name, Field>[]> {
      return shown(record, await written.pickLinked(record, by, await idsFor(record, by, ids), fields))
    },
    giveWay: () => written.giveWay(),
  }
}

/** Nobody is read unless somebody was joined. */
async function joinedIn(written: ReportReader): Promise<Survivors | null> {
  const said = await written.all('samePerson')
  if (!said.some((one) => one.answer === 'same' && !one.voidedBecause)) return null
  const people = new Map((await written.pick('person', ['removedBecause'])).map((one) => [one.id, one]))
  const standing = (id: string) => (!people.has(id) ? 'unknown' : people.get(id)?.removedBecause ? 'removed' : 'here')
  const survivors = survivorsOf(said, standing)
  return survivors.size > 0 ? survivors : null
}

function everyIdOf(ids: readonly string[], survivors: Survivors): string[] {
  const named = new Set(ids.map((id) => survivors.get(id) ?? id))
  return [...named, ...[...survivors].flatMap(([id, survivor]) => (named.has(survivor) ? [id] : []))]
}

/** People are read all together (no record of theirs is looked up by a link), so whoever is joined to somebody is among them. */
function shownOf<Row extends { id: string }>(record: RecordName, rows: readonly Row[], survivors: Survivors): Row[] {
  if (record !== 'person') return rows.map((one) => withSurvivors(record, one, survivors))
  const byId = new Map(rows.map((one) => [one.id, one]))
  const joinedTo = (id: string) => [...survivors].flatMap(([one, survivor]) => (survivor === id ? (byId.get(one) ?? []) : []))
  const going = new Set(survivors.values())
  const whole = (one: Row) => withJoined(one as unknown as Entity<'person'>, joinedTo(one.id) as unknown as Entity<'person'>[]) as unknown as Row
  return rows.filter((one) => !survivors.has(one.id)).map((one) => (going.has(one.id) ? whole(one) : one))
}
