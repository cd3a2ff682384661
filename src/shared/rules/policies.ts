import type { RecordName } from '../records/index.ts'
import type { Role } from '../records/colleague.ts'

/** Who may write which record (domain 9.3). One table for window and server: what hides a button refuses the request. */
const writers: Record<RecordName, readonly Role[]> = {
  team: ['lead'],
  colleague: ['lead'],
  device: [], // the server alone
  person: ['facilitator', 'linkWorker', 'lead'],
  emergencyContact: ['facilitator', 'linkWorker', 'lead'],
  venue: ['linkWorker', 'lead'],
  group: ['linkWorker', 'lead'],
  membership: ['facilitator', 'linkWorker', 'lead'],
  session: ['facilitator', 'linkWorker', 'lead'],
  signIn: ['facilitator', 'linkWorker', 'lead'],
  headCount: ['facilitator', 'linkWorker', 'lead'],
  note: ['facilitator', 'linkWorker', 'lead'],
  companion: ['facilitator', 'linkWorker', 'lead'],
  mark: ['facilitator', 'linkWorker', 'lead'],
  told: ['facilitator', 'linkWorker', 'lead'],
  declaration: ['facilitator', 'linkWorker', 'lead'],
  incident: ['facilitator', 'linkWorker', 'lead'],
  concern: ['facilitator', 'linkWorker', 'lead'],
  duty: ['facilitator', 'linkWorker', 'lead'],
  card: ['facilitator', 'linkWorker', 'lead'],
  attention: ['facilitator', 'linkWorker', 'lead'],
  feeling: ['facilitator', 'linkWorker', 'lead'],
  reveal: ['facilitator', 'linkWorker', 'lead'],
  taking: ['facilitator', 'linkWorker', 'lead'],
  sheet: ['facilitator', 'linkWorker', 'lead'],
}

/** Fields that only some of those may write: that the lead has read a concern, only the lead can say (story 11). */
const fieldWriters: Partial<Record<RecordName, Readonly<Record<string, readonly Role[]>>>> = {
  concern: { acknowledgedAt: ['lead'], acknowledgedBy: ['lead'] },
}

/** Whether a colleague of this role may write this record. @param fields which of its fields, where that is known */
export function mayWrite(role: Role, record: RecordName, fields: readonly string[] = []): boolean {
  const own = fieldWriters[record] ?? {}
  return writers[record].includes(role) && fields.every((field) => own[field]?.includes(role) ?? true)
}
