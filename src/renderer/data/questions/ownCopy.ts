import type { OwnCopySection, OwnCopyView } from '../../workerLink/retentionViews.ts'
import { openValues, type Row } from '../../../shared/changes/row.ts'
import { entityOf } from '../../../shared/changes/entity.ts'
import { definitions, recordNames, type RecordName } from '../../../shared/records/index.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import type { ViewContext } from '../reading/context.ts'
import { valuesIn } from '../reading/writtenValues.ts'
import { rowsOfPeople } from '../rowsOfPeople.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Not in a person's copy: what may harm them or others to hand out is decided by people, and what the team has decided about keeping it. */
const leftOut: readonly RecordName[] = ['concern', 'retention', 'contactLook', 'headCount', 'samePerson', 'exportLog']
/** Says nothing to anybody: whose row it is says the page, how it came here a number, and how a file is cut. */
const notSaid = ['personId', 'importId', 'foreignId', 'digest', 'pieceBytes']
/** Opens something to whoever has it: a card, or the pieces of a file that lie at the surgery and in its backups. */
const secret = ['token', 'key']

/** Everything about a person that is on this laptop, for their own copy (story 35); for leads. Asked once. */
export const ownCopy = defineQuestion({
  afterLease: false,
  answer: async (context, { personId }: { personId: string }): Promise<OwnCopyView | null> => {
    const { store } = context
    const person = store.memory.get('person', personId)
    if (!person || store.role() !== 'lead') return null
    const ids = new Set(store.memory.joins.any ? store.memory.joins.idsOf(person.id) : [person.id])
    const found = await rowsOfPeople(store, ids)
    const rows = found.flatMap(({ view }) => (view && entityOf(view.record as RecordName, view) ? [view] : []))
    const sections = recordNames.flatMap((record) =>
      sectionOf(
        context,
        record,
        rows.filter((one) => one.record === record),
        ids,
      ),
    )
    return { personId: person.id, name: nameOf(person), at: context.now(), sections, rows: sections.reduce((sum, one) => sum + one.rows.length, 0) }
  },
})

function sectionOf(context: ViewContext, record: RecordName, rows: readonly Row[], ids: ReadonlySet<string>): OwnCopySection[] {
  if (rows.length === 0 || leftOut.includes(record)) return []
  const inOrder = [...rows].sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1))
  return [{ record, rows: inOrder.map((row) => ({ id: row.id, fields: fieldsOf(context, record, row, ids) })) }]
}

function whenOf(row: Row): string {
  return String(row.fields['at'] ?? row.fields['arrivedAt'] ?? row.fields['since'] ?? '') + row.id
}

/** In the order of the record file, with both of two values that nobody has settled. */
function fieldsOf(context: ViewContext, record: RecordName, row: Row, ids: ReadonlySet<string>): OwnCopySection['rows'][number]['fields'] {
  return Object.keys(definitions[record].fields).flatMap((field) => {
    const value = row.fields[field]
    if (value === undefined || value === null || value === '' || [...notSaid, ...secret].includes(field) || ids.has(String(value))) return []
    const beside = openValues(row, field).map((one) => one.value)
    const values = (beside.length > 1 ? beside : [value]).flatMap((one) => valuesIn(context, one))
    return values.length > 0 ? [{ field, values }] : []
  })
}
