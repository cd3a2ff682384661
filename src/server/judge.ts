import { v5 } from 'uuid'
import { changeSchema, type Change } from '../shared/changes/change.ts'
import { fieldsAreValid } from '../shared/changes/entity.ts'
import { underNameNow } from '../shared/changes/formerNames.ts'
import { definitionOf, definitions, type RecordName } from '../shared/records/index.ts'
import type { Role } from '../shared/records/colleague.ts'
import { mayWrite } from '../shared/rules/policies.ts'
import { sameJson } from '../shared/std/json.ts'
import { readStamp } from '../shared/std/stamp.ts'
import type { HeldCode } from '../shared/sync/protocol.ts'
import { deepText } from './deepText.ts'
import { canonical, sha256 } from './hash.ts'

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
export interface Good extends AsItCame {
  code: null
  change: Change
  /** The JSON that came, made before the team's lock is taken. The log keeps it as it is, also where its record has another name now. */
  text: string
}

/** A change that is kept aside; `change` is there when at least its shape was right. */
export interface Bad extends AsItCame {
  code: HeldCode
  change: Change | null
  /** The row that has to come first. */
  waitsFor?: string
}

interface AsItCame {
  id: string
  act: string | null
  sequence: number | null
  /** The id that wrote it: the sender's, or one it had before (SPEC SY26). */
  device: string
  raw: unknown
  /** Hash of what came: of two under one id it says whether they are the same (SPEC SY3). Of a good one it stands in the chain. */
  hash: string
}

/** For changes that came without an id of their own: the same bytes from the same device get the same id again. */
const namelessChanges = '0b8f4a7e-6a53-5d0e-8c25-3c1a2f6f9d70'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Judges a batch: each change alone, then each act as a whole (SPEC SY7, SY8). */
export function judgeAll(raws: readonly unknown[], author: Author): Judged[] {
  return holdWholeActs(
    raws.map((raw) => judge(raw, author)),
    new Set(),
  )
}

/** What one act wrote is held together. @param badActs acts of which something is held already */
export function holdWholeActs(judged: readonly Judged[], badActs: ReadonlySet<string>): Judged[] {
  const bad = new Set([...badActs, ...judged.flatMap((one) => (one.code !== null && one.act ? [one.act] : []))])
  return judged.map((one) => (one.code === null && one.act && bad.has(one.act) ? aside(one, 'withItsAct') : one))
}

/** A change that is to be held after all. */
export function aside(one: Judged, code: HeldCode): Bad {
  return { id: one.id, act: one.act, sequence: one.sequence, device: one.device, raw: one.raw, hash: one.hash, code, change: one.change }
}

/**
 * Judges one change alone. Never throws, whatever came: a change that breaks the judge is held like any other bad
 * one.
 */
export function judge(raw: unknown, author: Author): Judged {
  const text = canonicalOf(raw)
  const hash = sha256(text ?? textOf(raw)) // nested deeper than the stack
  const known = { ...namesIn(raw, author, hash), raw, hash }
  const shape = text === null ? null : shapeOf(raw, text)
  if (shape === 'newer') return { ...known, code: author.revoked ? 'deviceRevoked' : 'unknownSchema', change: null }
  const change = shape && writesAs(author, shape.device) ? shape : null
  const code = author.revoked ? 'deviceRevoked' : shape ? faultOf(shape, author) : 'invalid'
  if (code === null && shape && text !== null) return { ...known, code, change: shape, text }
  return { ...known, code: code ?? 'invalid', change }
}

function writesAs(author: Author, device: string): boolean {
  return device === author.device || author.formerly?.has(device) === true
}

/** What came as text, the same for the same JSON; null when it is nested deeper than the stack. */
function canonicalOf(raw: unknown): string | null {
  try {
    return canonical(raw) ?? 'null'
  } catch {
    return null
  }
}

/**
 * The change, or null when it has not the shape of one; `newer` when it has that and more, as a newer app may write it. What is
 * parsed must be all that came: a field that the parser drops would be called accepted and be kept nowhere (case S12).
 */
function shapeOf(raw: unknown, text: string): Change | 'newer' | null {
  try {
    if (!isShallow(raw)) return null
    const parsed = changeSchema.safeParse(raw)
    if (!parsed.success || (mayBeUnstorable.test(text) && !storable(parsed.data))) return null
    if (sameJson(parsed.data, raw)) return underNameNow(parsed.data)
    return Object.keys(raw as object).some((key) => !Object.hasOwn(changeSchema.shape, key)) ? 'newer' : null
  } catch {
    return null
  }
}

/** Deeper than any record nests; PostgreSQL and the hash are recursive and have an end. */
const mostDepth = 32

/** Whether it nests no deeper than any record does. */
export function isShallow(raw: unknown, depth = 0): boolean {
  if (typeof raw !== 'object' || raw === null) return true
  return depth < mostDepth && Object.values(raw).every((inner) => isShallow(inner, depth + 1))
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
  if (!saysTheActor(record, change)) return 'notAllowed'
  return isWhatItsIdSays(record, change) ? null : 'invalid'
}

/** Who did it is who sends it, and the laptop it was done on is the one that says so (case S5). */
function saysTheActor(record: RecordName, { device, actor, fields }: Change): boolean {
  const told = { who: actor, laptop: device }
  return Object.entries(fields).every(([field, value]) => {
    const says = definitions[record].fields[field]?.says
    return !says || value === null || value === told[says]
  })
}

/**
 * Computed ids must be right: by them two laptops write to the same row, and by a session's group the server decides
 * who sees its people, so a session must not be talked into another group.
 */
function isWhatItsIdSays(record: RecordName, { row, fields }: Change): boolean {
  const { idOf } = definitions[record]
  return !idOf || !idOf.from.some((field) => field in fields) || row === idOf.make(fields)
}

/** What can be read off even a bad change. */
function namesIn(raw: unknown, author: Author, hash: string): Pick<AsItCame, 'id' | 'act' | 'sequence' | 'device'> {
  const { id, act, sequence, device } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
  const counts = typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence >= 1
  const own = typeof device === 'string' && writesAs(author, device)
  return {
    id: isUuid(id) ? id.toLowerCase() : idFromHash(author.device, hash),
    act: isUuid(act) ? act.toLowerCase() : null,
    sequence: counts && (own || !isUuid(device)) ? sequence : null,
    device: own ? device : author.device,
  }
}

/** The id under which a change is held that has none, or whose id another change has. */
export function idFromHash(device: string, hash: string): string {
  return v5(`${device}|${hash}`, namelessChanges)
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

/** A raw change as text for keeping: its own JSON, however deep it is nested (case S13). */
export function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? 'null'
  } catch {
    return deepText(raw)
  }
}

/** As JSON writes what is not storable; a person may have typed the same letters. Spares the walk through what has none of them. */
const mayBeUnstorable = /\\u(?:0000|d[89a-f])/

/**
 * PostgreSQL's jsonb takes no NUL and no half of a surrogate pair: one such letter would fail the whole batch for
 * ever.
 */
function storable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => storable(key) && storable(inner))
}
