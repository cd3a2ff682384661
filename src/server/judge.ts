import { v5 } from 'uuid'
import { changeSchema, type Change } from '../shared/changes/change.ts'
import { fieldsAreValid } from '../shared/changes/entity.ts'
import { definitionOf, type RecordName } from '../shared/records/index.ts'
import type { Role } from '../shared/records/colleague.ts'
import { mayWrite } from '../shared/rules/policies.ts'
import { membershipIdOf, sessionIdOf } from '../shared/std/ids.ts'
import { readStamp } from '../shared/std/stamp.ts'
import type { HeldCode } from '../shared/sync/protocol.ts'
import { hashOf, sha256 } from './hash.ts'

/** Who sends: a device, and the colleague it belongs to. */
export interface Author {
  team: string
  device: string
  colleague: string
  /** Missing when the colleague is not known or has left. */
  role: Role | undefined
  revoked: boolean
  /** Ids that this very laptop had before: what it wrote as them may still have to be delivered (SPEC SY26). */
  formerly?: ReadonlySet<string>
}

/** One change as it came, with what the server thinks of it. */
export type Judged = Good | Bad

/** A change that may be taken in. */
export interface Good {
  id: string
  act: string | null
  sequence: number | null
  raw: unknown
  code: null
  change: Change
  hash: string
}

/** A change that is kept aside; `change` is there when at least its shape was right. */
export interface Bad {
  id: string
  act: string | null
  sequence: number | null
  raw: unknown
  code: HeldCode
  change: Change | null
}

/** For changes that came without an id of their own: the same bytes from the same device get the same id again. */
const namelessChanges = '0b8f4a7e-6a53-5d0e-8c25-3c1a2f6f9d70'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Judges a batch: each change alone, then each act as a whole (SPEC SY7, SY8). */
export function judgeAll(raws: readonly unknown[], author: Author): Judged[] {
  return holdWholeActs(raws.map((raw) => judge(raw, author)), new Set())
}

/** What one act wrote is held together. @param badActs acts of which something is held already */
export function holdWholeActs(judged: readonly Judged[], badActs: ReadonlySet<string>): Judged[] {
  const bad = new Set([...badActs, ...judged.flatMap((one) => (one.code !== null && one.act ? [one.act] : []))])
  return judged.map((one) => (one.code === null && one.act && bad.has(one.act) ? asideWith(one, 'withItsAct') : one))
}

function asideWith(one: Judged, code: HeldCode): Bad {
  return { id: one.id, act: one.act, sequence: one.sequence, raw: one.raw, code, change: one.change }
}

/**
 * Judges one change alone. Never throws, whatever came: a change that breaks the judge is held like any other bad
 * one.
 */
export function judge(raw: unknown, author: Author): Judged {
  const shape = shapeOf(raw)
  const change = shape && writesAs(author, shape.device) ? shape : null
  const code = author.revoked ? 'deviceRevoked' : shape ? faultOf(shape, author) : 'invalid'
  const known = { ...namesIn(raw, author), raw }
  if (code === null && shape) return { ...known, code, change: shape, hash: hashOf(shape) }
  return { ...known, code: code ?? 'invalid', change }
}

function writesAs(author: Author, device: string): boolean {
  return device === author.device || author.formerly?.has(device) === true
}

function shapeOf(raw: unknown): Change | null {
  try {
    const parsed = changeSchema.safeParse(raw)
    return parsed.success && storable(parsed.data) ? parsed.data : null
  } catch {
    return null // nested deeper than the stack
  }
}

function faultOf(change: Change, author: Author): HeldCode | null {
  if (change.team !== author.team) return 'wrongTeam'
  if (!writesAs(author, change.device) || change.actor !== author.colleague) return 'notAllowed'
  if (readStamp(change.stamp).device !== change.device) return 'invalid' // it would break ties in another's name
  const definition = definitionOf(change.record)
  if (!definition || change.version > definition.version) return 'unknownSchema'
  const record = change.record as RecordName
  if (!fieldsAreValid(record, change.fields)) return 'invalid'
  if (!author.role || !mayWrite(author.role, record, Object.keys(change.fields))) return 'notAllowed'
  return isWhatItsIdSays(record, change) ? null : 'invalid'
}

/**
 * Computed ids must be right: by them two laptops write to the same row, and by a session's group the server decides
 * who sees its people, so a session must not be talked into another group.
 */
function isWhatItsIdSays(record: RecordName, { row, fields }: Change): boolean {
  if (record === 'session' && ('groupId' in fields || 'date' in fields || 'slot' in fields)) {
    return row === sessionIdOf(String(fields['groupId']), String(fields['date']), Number(fields['slot']))
  }
  if (record === 'membership' && ('groupId' in fields || 'personId' in fields)) {
    return row === membershipIdOf(String(fields['groupId']), String(fields['personId']))
  }
  return true
}

/** What can be read off even a bad change. */
function namesIn(raw: unknown, author: Author): { id: string; act: string | null; sequence: number | null } {
  const { id, act, sequence, device } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
  const counts = typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence >= 1
  return {
    id: isUuid(id) ? id.toLowerCase() : v5(`${author.device}|${sha256(textOf(raw))}`, namelessChanges),
    act: isUuid(act) ? act.toLowerCase() : null,
    sequence: counts && (device === author.device || !isUuid(device)) ? sequence : null,
  }
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

/** A raw change as text for keeping: its own JSON, or a word when it is nested deeper than can be written. */
export function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? 'null'
  } catch {
    return '"nested too deep"'
  }
}

/**
 * PostgreSQL's jsonb takes no NUL and no half of a surrogate pair: one such letter would fail the whole batch for
 * ever.
 */
function storable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => storable(key) && storable(inner))
}
