import { records, type RecordName } from '../records/index.ts'
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

/**
 * What is written once and never again, with the fields that others add later: a concern is the lead's to read, and who looked at
 * whose contact stands as it was written. Their words go to the lead alone, so whoever writes them does not get them back.
 */
export const writtenOnce: Partial<Record<RecordName, readonly string[]>> = {
  concern: ['acknowledgedAt', 'acknowledgedBy'], reveal: [],
}

/** Fields that say who did it: they name the actor of the change, or nobody (case S5). */
export const saysWho: ReadonlySet<string> = new Set(['byId', 'voidedBy', 'closedBy', 'seenToBy', 'acknowledgedBy'])

/**
 * Whether a colleague of this role may write this record. Nobody writes a field that does not go to them (case S5).
 * @param fields which of its fields, where that is known
 */
export function mayWrite(role: Role, record: RecordName, fields: readonly string[] = []): boolean {
  const own = fieldWriters[record] ?? {}
  return writers[record].includes(role) && fields.every((field) => (own[field]?.includes(role) ?? true) && goesTo(role, record, field))
}

/** Whether what is written comes back to who wrote it. A field that the record does not have is not for this rule to refuse. */
function goesTo(role: Role, record: RecordName, field: string): boolean {
  const goes: Readonly<Record<string, readonly string[]>> = records[record].goes
  return Object.hasOwn(writtenOnce, record) || (goes[field]?.includes(role) ?? true)
}
