import type { Change } from '../shared/changes/change.ts'
import { mostCorrections, type CorrectionsReply } from '../shared/sync/office.ts'
import { recordNow } from '../shared/records/index.ts'
import { readStamp } from '../shared/std/stamp.ts'
import type { Device } from './auth.ts'
import { allowedFields } from './sight.ts'
import type { Transaction } from './sql/sql.ts'

/** What is written of a person's own details; everything else of theirs is added to, and seen where it stands. */
const details = ['person', 'emergencyContact', 'membership', 'card'] as const

/** What was written of a person, by whom and when: the latest, oldest first (story 35). Nothing is told that does not go to a lead. */
export async function correctionsOf(tx: Transaction, lead: Device, person: string): Promise<CorrectionsReply> {
  const found = await tx.query<{ body: Change; effective: string; colleague: string }>(
    `select l.body, l.effective, coalesce(d.colleague, (l.body ->> 'actor')::uuid) as colleague from record_row r
     join change_log l on l.team = r.team and l.record = r.record and l.row_id = r.id
     left join device d on d.team = l.team and d.id = l.device and d.kind <> 'server'
     where r.team = $1 and ((r.record = 'person' and r.id = $2) or (r.person_id = $2 and r.record = any($3::text[])))
     order by l.revision desc limit ${mostCorrections + 1}`,
    [lead.team, person, [...details]],
  )
  const changes = found.slice(0, mostCorrections).reverse()
  return { changes: changes.map((one) => told(one)), more: found.length > mostCorrections }
}

function told({ body, effective, colleague }: { body: Change; effective: string; colleague: string }): CorrectionsReply['changes'][number] {
  const record = recordNow(body.record)
  const may = allowedFields(record, 'lead')
  const fields = Object.fromEntries(Object.entries(body.fields).filter(([name]) => may.includes(name)))
  return { id: body.id, at: new Date(readStamp(effective).ms).toISOString(), colleague, record, row: body.row, fields }
}
