import { v5 } from 'uuid'
import type { Transaction } from './sql/sql.ts'

const noticeIds = '5d0d9a0e-7f0e-5a43-9a5d-6b1f0c2e7a10'

/**
 * What the lead hears of a laptop. `copied`: two laptops went on from one copy. `putBack`: a laptop went on from an old copy of
 * itself. `numbersMissing`: it wrote changes that can be found nowhere. `broughtBack`: what it sent again after a restore. `emptied`: it
 * has sent what it had and emptied itself.
 */
export type NoticeKind = 'copied' | 'putBack' | 'numbersMissing' | 'broughtBack' | 'emptied'

/** A notice as the lead's screen gets it: ids and counts only. */
export interface Notice {
  id: string
  device: string
  kind: NoticeKind
  data: Record<string, number | string>
  at: string
}

/** Tells the lead of a laptop; what was told before under the same key is brought up to date, and is unseen again. */
export async function tellLead(
  tx: Transaction,
  team: string,
  notice: Pick<Notice, 'device' | 'kind' | 'data'> & { key: string },
  nowMs: number,
): Promise<void> {
  const { device, kind, data, key } = notice
  await tx.query(
    `insert into notice (team, id, device, kind, data, at) values ($1, $2, $3, $4, $5::jsonb, $6::timestamptz)
     on conflict (team, id) do update set data = excluded.data, at = excluded.at, seen_at = null, seen_by = null
     where notice.data <> excluded.data`,
    [team, v5(`${device}|${kind}|${key}`, noticeIds), device, kind, JSON.stringify(data), new Date(nowMs).toISOString()],
  )
}

/** It is no longer so: nobody need read it any more. */
export async function takeBackNotice(tx: Transaction, team: string, device: string, kind: NoticeKind, key: string, nowMs: number): Promise<void> {
  await tx.query(`update notice set seen_at = $3::timestamptz, data = '{}'::jsonb where team = $1 and id = $2 and data <> '{}'::jsonb`, [
    team,
    v5(`${device}|${kind}|${key}`, noticeIds),
    new Date(nowMs).toISOString(),
  ])
}

/** What nobody has read yet, newest first. */
export function unseenNotices(tx: Transaction, team: string): Promise<Notice[]> {
  return tx.query<Notice>('select id, device, kind, data, at from notice where team = $1 and seen_at is null order by at desc, id', [team])
}

/** The lead has read it. */
export async function noticeSeen(tx: Transaction, team: string, id: string, by: string, nowMs: number): Promise<void> {
  await tx.query('update notice set seen_at = $3::timestamptz, seen_by = $4 where team = $1 and id = $2 and seen_at is null', [
    team,
    id,
    new Date(nowMs).toISOString(),
    by,
  ])
}
