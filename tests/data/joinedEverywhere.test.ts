import { expect, test } from 'vitest'
import { Memory } from '../../src/renderer/data/memory.ts'
import { definitions, type RecordName } from '../../src/shared/records/index.ts'
import { refsTo } from '../../src/shared/records/refs.ts'
import { samePersonIdOf } from '../../src/shared/std/ids.ts'
import { aPerson, aRow, at, idFor } from '../support/builders.ts'
import { fieldsOf } from '../support/twoGroups.ts'

const [survivor, joined] = [aPerson('Jean Oakes'), aPerson('Jeanne Oakes')]
const one = { group: idFor('group'), session: idFor('session'), member: joined.id, guest: joined.id } as never
const naming = refsTo('person').filter(({ record }) => record !== 'samePerson')

function put(memory: Memory, record: string, entity: { id: string }): void {
  const row = aRow(record, entity as never)
  memory.put({ key: `${record}/${entity.id}` as never, record, base: row, view: row, held: null, generation: 1 })
}

function join(memory: Memory, voidedBecause: string | null): void {
  const said = {
    personId: joined.id,
    otherId: survivor.id,
    answer: 'same',
    survivorId: survivor.id,
    at: at('10:00'),
    byId: idFor('Tom'),
    voidedBecause,
  }
  put(memory, 'samePerson', { id: samePersonIdOf(joined.id, survivor.id), ...said })
}

/** Two babies stay two: each stands beside its own name. */
const shownEach: Record<string, readonly string[]> = { babiesOf: [survivor.id, survivor.id] }

/** Made of the registry: a record that is added follows without being listed. */
test.each(naming)('[story 18] $record follows the one who goes on, and is as it was once that is undone', ({ record, fields }) => {
  const memory = new Memory()
  put(memory, 'person', survivor)
  put(memory, 'person', joined)
  const id = idFor(`a ${record}`)
  const named = Object.fromEntries(fields.map((field) => [field, isList(record, field) ? [joined.id, survivor.id] : joined.id]))
  put(memory, record, { id, ...fieldsOf(record, one, idFor('Tom'), ''), ...named } as never)
  const before = memory.get(record, id) as unknown as Record<string, unknown>
  join(memory, null)
  const shown = memory.get(record, id) as unknown as Record<string, unknown>
  for (const field of fields) expect(shown[field]).toEqual(isList(record, field) ? (shownEach[field] ?? [survivor.id]) : survivor.id)
  for (const link of definitions[record].links.filter((field) => fields.includes(field))) {
    for (const who of [survivor.id, joined.id]) expect(memory.linked(record, link as never, who).map((row) => row.id)).toEqual([id])
    expect(memory.linkedWritten(record, link as never, survivor.id).length).toBe(isList(record, link) ? 1 : 0)
  }
  join(memory, 'undone')
  expect(memory.get(record, id)).toEqual(before)
})

function isList(record: RecordName, field: string): boolean {
  return definitions[record].fields[field]!.schema.safeParse([joined.id]).success
}

test('[story 18] nobody is joined: nothing is made anew, and a row is the one it was', () => {
  const memory = new Memory()
  put(memory, 'person', survivor)
  put(memory, 'person', joined)
  expect(memory.joins.any).toBe(false)
  expect(memory.get('person', joined.id)).toBe(memory.get('person', joined.id))
  join(memory, null)
  expect(memory.list('person').map((person) => person.id)).toEqual([survivor.id])
  expect(memory.get('person', joined.id)?.id).toBe(survivor.id)
})
