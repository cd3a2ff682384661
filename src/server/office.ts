import { leadOf, writeAsServer } from './ownWriting.ts'
import { revokeSplits } from './split.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** A laptop as the office sees it. */
export interface DeviceLine {
  id: string
  colleague: string
  enrolled: string
  heard: string | null
  waiting: number | null
  /** How far its clock is behind the server's, in seconds. */
  clockSeconds: number | null
  appVersion: string | null
  revoked: string | null
  wipe: boolean
  /** When it said that it had emptied itself. */
  emptied: string | null
  /** Since when nobody can say whether it is still right (after a restore). */
  unconfirmed: string | null
}

/** The laptops of a team, the one heard of longest ago first. */
export function devicesOf(sql: Sql, team: string): Promise<DeviceLine[]> {
  return sql.transaction({ team }, (tx) => devicesIn(tx, team))
}

/** The same inside a transaction. */
export function devicesIn(tx: Transaction, team: string): Promise<DeviceLine[]> {
  return tx.query<DeviceLine>(
    `select id, colleague, enrolled_at as enrolled, heard_at as heard, waiting, revoked_at as revoked, wipe, emptied_at as emptied,
       unconfirmed_since as unconfirmed, clock_offset_ms / 1000 as "clockSeconds", app_version as "appVersion"
     from device where team = $1 and kind = 'laptop' order by heard_at nulls first, id`,
    [team],
  )
}

/**
 * A laptop is lost or its colleague has left: it may still deliver and receives nothing (SPEC SY22); with `wipe` it is
 * told to empty itself: it delivers everything first (SPEC SY27). Everyone's laptops learn of it. Answers whether there was such a laptop.
 */
export function revokeDevice(sql: Sql, team: string, device: string, wipe: boolean, nowMs: number): Promise<boolean> {
  return sql.transaction({ team }, async (tx) => revokeIn(tx, team, device, wipe, await leadOf(tx, team), nowMs))
}

/** The same inside a transaction. @param by in whose name */
export async function revokeIn(tx: Transaction, team: string, device: string, wipe: boolean, by: string, nowMs: number): Promise<boolean> {
  const at = new Date(nowMs).toISOString()
  const [found] = await tx.query<{ at: string }>(
    `update device set revoked_at = coalesce(revoked_at, $3::timestamptz), wipe = wipe or $4, unconfirmed_since = null
     where team = $1 and id = $2 and kind = 'laptop' returning revoked_at as at`,
    [team, device, at, wipe],
  )
  if (!found) return false
  const gone = [device, ...(await revokeSplits(tx, team, device, at))]
  await writeAsServer(
    tx,
    team,
    by,
    'revoke',
    gone.map((row) => ({ record: 'device', row, fields: { revokedAt: found.at } })),
    nowMs,
  )
  return true
}

/** What is held in a team: ids and codes; what is in it only the office's own screen may show. */
export function heldOf(sql: Sql, team: string): Promise<{ id: string; device: string; code: string; at: string }[]> {
  return sql.transaction({ team }, (tx) =>
    tx.query('select id, device, code, at from held where team = $1 and settled_at is null order by at, id', [team]),
  )
}
