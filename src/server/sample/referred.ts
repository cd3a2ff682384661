import type { Json } from '../../shared/changes/change.ts'
import type { PlainDate } from '../../shared/std/dates.ts'
import type { DatedDraft } from '../ownWriting.ts'
import type { CaseData, Phrases } from './caseData.ts'
import { sampleId } from './data.ts'
import type { Member } from './members.ts'

type Fields = { [field: string]: Json }

/** Somebody who was referred, and what came of it. */
export interface Referred {
  personId: string
  number: number
  given: string
  need: string
  says: Phrases
  practice: CaseData['practices'][number]
  receivedOn: PlainDate
  /** The membership that came of it, or null. */
  member: Member | null
  /** Key of the link worker; null while nobody has taken it. */
  owner: string | null
  today: PlainDate
}

/** A draft written by the owner at a time of that day. */
export function onDay(one: Referred, date: PlainDate, record: string, row: string, fields: Fields): DatedDraft {
  const by = sampleId('colleague', one.owner ?? 'anita')
  const atMs = Date.parse(`${date}T10:00:00Z`) + (one.number % 360) * 60_000
  const signed = { ...fields, at: new Date(atMs).toISOString(), byId: by }
  return { record, row, fields: signed, atMs, actor: by, act: sampleId('act', row, date) }
}
