import { v4 } from 'uuid'
import type { Nowhere } from '../shared/sync/protocol.ts'
import { makeStamp, readStamp, type Stamp } from '../shared/std/stamp.ts'
import { authorOf, type Device } from './auth.ts'
import type { Author } from './judge.ts'
import { tellLead } from './notices.ts'
import type { Transaction } from './sql/sql.ts'
import type { Request } from './takeIn.ts'

/** How the last exchanges of a device followed each other (SPEC SY24). Of another epoch they say nothing. */
export interface Marks {
  epoch: string
  /** What the last exchange was called by its laptop. */
  is: string
  /** What that laptop called the one before it: a laptop that did not hear our last answer still goes on from there. */
  before: string | null
}

/** What an exchange shows of a laptop that was put back or copied. */
export interface Seen {
  copied: boolean
  marks: Marks | null
  /** The highest sequence of the device, with this batch. */
  lastN: number
}

interface Numbered {
  id: string
  sequence: number
}

/**
 * Looks for signs that this laptop goes on from an old copy of itself: its exchange does not follow the last one, or it uses
 * a known number for something else (SPEC SY24). Nothing is refused for it; the lead is told. Comes before the batch is taken in.
 */
export async function lookForCopy(tx: Transaction, device: Device, request: Request, nowMs: number): Promise<Seen> {
  const numbered = numbersIn(request.changes, device.id)
  const highest = device.lastN ?? (await highestOf(tx, device))
  const again = numbered.filter((one) => one.sequence <= highest)
  const twice = again.length > 0 ? await usedTwice(tx, device, again) : 0
  const copied = device.copied || twice > 0 || !follows(device, request)
  if (copied) await noteCopy(tx, device, twice, nowMs)
  const lastN = numbered.reduce((last, one) => Math.max(last, one.sequence), highest)
  return { copied, marks: marksAfter(device, request), lastN }
}

/** Whether the laptop goes on from our last answer, or from the one before because it did not hear the last. */
function follows({ marks, epoch }: Device, { mark }: Request): boolean {
  if (!mark || mark.is === null || marks?.epoch !== epoch) return true
  return mark.is === marks.is || mark.is === marks.before
}

function marksAfter({ marks, epoch }: Device, { mark }: Request): Marks | null {
  return mark ? { epoch, is: mark.next, before: mark.is } : marks
}

/** The changes of a batch that say a number of this device, bad ones too. */
function numbersIn(raws: readonly unknown[], device: string): Numbered[] {
  return raws.flatMap((raw) => {
    const { id, sequence, device: by } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    const counts = by === device && typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence >= 1
    return counts && typeof id === 'string' && /^[0-9a-f-]{36}$/i.test(id) ? [{ id, sequence }] : []
  })
}

async function highestOf(tx: Transaction, { team, id }: Device): Promise<number> {
  const [found] = await tx.query<{ last: number | null }>(
    `select greatest((select max(sequence) from change_log where team = $1 and device = $2),
       (select max(sequence) from held where team = $1 and device = $2)) as last`,
    [team, id],
  )
  return found?.last ?? 0
}

/**
 * A laptop that asks for numbers of its own which are held here has lost those changes: it would never show them once a person
 * lets them in, as nobody is told their own changes. So it goes on as a device of its own, to which they are another's.
 */
export async function lookForLostHeld(tx: Transaction, { team, id }: Device, asked: readonly Nowhere[], nowMs: number): Promise<void> {
  const [lost] = await tx.query(
    `select 1 from held h join jsonb_to_recordset($3::jsonb) as a(first int8, last int8, sure boolean)
       on h.sequence between a.first and a.last
     where h.team = $1 and h.device = $2 and h.settled_at is null and a.sure limit 1`,
    [team, id, JSON.stringify(asked)],
  )
  if (lost) await markCopied(tx, team, [id], nowMs)
}

/** How many of these numbers stand already for another change. */
async function usedTwice(tx: Transaction, { team, id }: Device, numbered: readonly Numbered[]): Promise<number> {
  const [found] = await tx.query<{ twice: number }>(
    `select count(*) as twice from jsonb_to_recordset($3::jsonb) as w(id text, sequence bigint)
     where exists (select 1 from change_log l where l.team = $1 and l.device = $2 and l.sequence = w.sequence and l.id::text <> lower(w.id))
        or exists (select 1 from held h where h.team = $1 and h.device = $2 and h.sequence = w.sequence and h.id::text <> lower(w.id))`,
    [team, id, JSON.stringify(numbered)],
  )
  return found?.twice ?? 0
}

/** From now on every laptop that goes on as this device is told so; the lead hears of it once, with the numbers used twice. */
async function noteCopy(tx: Transaction, device: Device, twice: number, nowMs: number): Promise<void> {
  if (device.copied && twice === 0) return
  await markCopied(tx, device.team, [device.id], nowMs)
  await tellLead(tx, device.team, { device: device.id, kind: 'putBack', data: { twice }, key: 'seen' }, nowMs)
}

/** Nobody goes on as one of these any more. */
export async function markCopied(tx: Transaction, team: string, ids: readonly string[], nowMs: number): Promise<void> {
  await tx.query('update device set copied_at = $3::timestamptz where team = $1 and id = any($2::uuid[]) and copied_at is null', [
    team,
    ids,
    new Date(nowMs).toISOString(),
  ])
}

/**
 * Who sends, with the former ids it may deliver for (SPEC SY26): those it says it had, if they are the same colleague's or,
 * after a restore, nobody's. They are then known and nobody goes on as them; the server's own hand is never among them.
 */
export async function authorWithFormer(tx: Transaction, device: Device, request: Request, nowMs: number): Promise<Author> {
  const said = new Set((request.formerly ?? []).map((id) => id.toLowerCase()))
  const matters = request.nowhere !== undefined || request.changes.some((raw) => said.has(deviceIn(raw)))
  const named = [...said].filter((id) => id !== device.id)
  if (!matters || named.length === 0) return authorOf(device)
  await tx.query(
    `insert into device (team, id, kind, colleague, enrolled_at, wipe, have, last_effective, copied_at)
     select $1::uuid, id, 'former', $3::uuid, $4::timestamptz, false, 0, $5, $4::timestamptz from unnest($2::uuid[]) as id
     on conflict (team, id) do nothing`,
    [device.team, named, device.colleague, new Date(nowMs).toISOString(), device.lastEffective],
  )
  await markCopied(tx, device.team, named, nowMs)
  const own = await tx.query<{ id: string }>(
    `select id from device where team = $1 and id = any($2::uuid[]) and colleague = $3 and kind <> 'server'`,
    [device.team, named, device.colleague],
  )
  return { ...authorOf(device), formerly: new Set(own.map((one) => one.id)) }
}

function deviceIn(raw: unknown): string {
  const { device } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
  return typeof device === 'string' ? device.toLowerCase() : ''
}

/**
 * The effective stamps of what a copy wrote, in a name of their own: its laptop has not seen what the other wrote as the same
 * device, so in side-by-side fields neither may pass for the other's correction (SPEC SY11).
 */
export function inAnotherName(stamps: readonly Stamp[]): Stamp[] {
  const device = v4()
  return stamps.map((stamp) => makeStamp({ ...readStamp(stamp), device }))
}
