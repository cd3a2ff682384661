import type { Change } from '../shared/changes/change.ts'
import { readStamp, stampPattern } from '../shared/std/stamp.ts'
import type { Device } from './auth.ts'
import { tellLead } from './notices.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** What one laptop has done since its team was restored from a backup: counts only. */
export interface BroughtBack {
  device: string
  name: string | null
  /** Changes from before the restore that it sent again and that stand in the log. */
  back: number
  /** Changes of it that are kept aside since. */
  held: number
  /** Changes it wrote after the restore. */
  since: number
  /** When it was last heard, if that was after the restore. */
  heard: string | null
  /** How many it said it still has to send. */
  waiting: number | null
  trust: 'trusted' | 'notConfirmed' | 'revoked'
}

/** What the laptops of a team have brought back; null when it was never restored. */
export function broughtBackOf(sql: Sql, team: string): Promise<{ restoredAt: string; laptops: BroughtBack[] } | null> {
  return sql.transaction({ team }, async (tx) => {
    const [head] = await tx.query<{ at: string | null; revision: number | null }>(
      'select restored_at as at, restored_revision as revision from team_head where team = $1',
      [team],
    )
    if (!head?.at) return null
    const laptops = await tx.query<BroughtBack>(
      `select d.id as device, r.body #>> '{fields,name}' as name, ${countedFrom('<=')} as back,
         ${countedFrom('>')} as since,
         (select count(*) from held h where h.team = d.team and h.device = d.id and h.at >= $4::timestamptz and h.settled_at is null) as held,
         case when d.heard_at >= $4::timestamptz then d.heard_at end as heard, d.waiting,
         case when d.revoked_at is not null or d.wipe then 'revoked' when d.unconfirmed_since is not null then 'notConfirmed'
           else 'trusted' end as trust
       from device d left join record_row r on r.team = d.team and r.record = 'device' and r.id = d.id
       where d.team = $1 and d.kind = 'laptop' order by heard nulls first, d.id`,
      [team, head.revision, stampOf(head.at), head.at],
    )
    return { restoredAt: head.at, laptops }
  })
}

/** Changes of a device behind the end of the backup's log ($2), from before or after the restore ($3). */
function countedFrom(side: '<=' | '>'): string {
  return `(select count(*) from change_log l where l.team = d.team and l.device = d.id and l.revision > $2
    and l.effective collate "C" ${side} $3)`
}

/** The first part of every stamp of this moment: it sorts with stamps. */
function stampOf(iso: string): string {
  return Date.parse(iso).toString(36).padStart(9, '0')
}

/** How long after a restore a laptop may come and be told of: the longest anybody is away. Milliseconds. */
const awayMs = 60 * 86_400_000

/**
 * Tells the lead what a laptop has sent again since a restore. Only looked at when a batch has something from before it, so an
 * ordinary exchange pays nothing.
 */
export async function noteBroughtBack(tx: Transaction, device: Device, raws: readonly unknown[], nowMs: number): Promise<void> {
  const { team, id, restoredAt } = device
  if (restoredAt === null || nowMs - Date.parse(restoredAt) > awayMs) return
  if (!raws.some((raw) => isFromBefore(raw, Date.parse(restoredAt)))) return
  const [found] = await tx.query<{ back: number; held: number }>(
    `select (select count(*) from change_log l where l.team = h.team and l.device = $2 and l.revision > h.restored_revision
         and l.effective collate "C" <= $3) as back,
       (select count(*) from held o where o.team = h.team and o.device = $2 and o.at >= h.restored_at and o.settled_at is null) as held
     from team_head h where h.team = $1`,
    [team, id, stampOf(restoredAt)],
  )
  if (!found || found.back + found.held === 0) return
  await tellLead(tx, team, { device: id, kind: 'broughtBack', key: restoredAt, data: { ...found, restoredAt } }, nowMs)
}

function isFromBefore(raw: unknown, restoredMs: number): boolean {
  const stamp = typeof raw === 'object' && raw !== null && 'stamp' in raw ? (raw as Partial<Change>).stamp : undefined
  return typeof stamp === 'string' && stampPattern.test(stamp) && readStamp(stamp).ms <= restoredMs
}
