import type { z } from 'zod'
import { emptiedLabel, type emptiedRequestSchema } from '../shared/sync/protocol.ts'
import { dateOf } from '../shared/std/dates.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './hash.ts'
import { tellLead } from './notices.ts'
import type { Sql } from './sql/sql.ts'

/**
 * Writes down when a laptop said that it has emptied itself, the first time it says so, and tells the lead. Only one that was told to, by the
 * proof that outlives its token. Throws `Refusal` signedOut for any other.
 */
export function noteEmptied(sql: Sql, { team, device, proof }: z.infer<typeof emptiedRequestSchema>, nowMs: number): Promise<{ noted: true }> {
  return sql.transaction({ team }, async (tx) => {
    const [found] = await tx.query<{ token_hash: string | null; wipe: boolean; emptied: boolean }>(
      `select d.token_hash, d.emptied_at is not null as emptied,
         d.wipe or coalesce(c.body #>> '{fields,partnerUntil}' < $3, false) as wipe -- a partner whose last day is over (story 36)
       from device d left join record_row c on c.team = d.team and c.record = 'colleague' and c.id = d.colleague
       where d.team = $1 and d.id = $2 and d.kind = 'laptop' for update of d`,
      [team, device, dateOf(new Date(nowMs).toISOString())],
    )
    if (!found?.wipe || found.token_hash === null || proofOf(found.token_hash) !== proof) throw new Refusal('signedOut')
    if (found.emptied) return { noted: true }
    const at = new Date(nowMs).toISOString()
    await tx.query('update device set emptied_at = $3::timestamptz where team = $1 and id = $2', [team, device, at])
    await tellLead(tx, team, { device, kind: 'emptied', data: { at }, key: 'emptied' }, nowMs)
    return { noted: true }
  })
}

/** Compared as hashes of hashes, so that the time it takes tells nothing of the token. */
function proofOf(tokenHash: string): string {
  return sha256(emptiedLabel + tokenHash)
}
