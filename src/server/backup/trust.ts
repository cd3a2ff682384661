import { dateOf } from '../../shared/std/dates.ts'
import type { Known } from '../ledger.ts'
import { leadOf, writeAsServer } from '../ownWriting.ts'
import type { Transaction } from '../sql/sql.ts'

/** A laptop in the database that a restore takes out. */
export interface ReplacedLaptop {
  id: string
  name: string | null
  revokedAt: string | null
  wipe: boolean
  emptiedAt: string | null
  unconfirmedSince: string | null
  /** Its colleague's last day, if they leave or have left. */
  leftOn: string | null
}

/** What the backup itself says of a laptop. */
export type OwnWord = Pick<ReplacedLaptop, 'id' | 'revokedAt' | 'wipe'>

/** The laptops of a team as they stand in the database. */
export function laptopsOf(tx: Transaction, team: string): Promise<ReplacedLaptop[]> {
  return tx.query<ReplacedLaptop>(
    `select d.id, r.body #>> '{fields,name}' as name, d.revoked_at as "revokedAt", d.wipe, d.emptied_at as "emptiedAt",
       d.unconfirmed_since as "unconfirmedSince", least(c.body #>> '{fields,leftOn}', c.body #>> '{fields,partnerUntil}') as "leftOn"
     from device d
     left join record_row r on r.team = d.team and r.record = 'device' and r.id = d.id
     left join record_row c on c.team = d.team and c.record = 'colleague' and c.id = d.colleague
     where d.team = $1 and d.kind = 'laptop' order by d.enrolled_at, d.id`,
    [team],
  )
}

/** What is known from outside the backup of how its laptops stand. */
export interface Witness {
  /** What stood in the database that is replaced. */
  replaced: readonly ReplacedLaptop[]
  ledger: Known
  /** Whether the ledger knows every revocation since this backup. */
  ledgerIsWhole: boolean
}

/** How a laptop stands after a restore. */
export interface Standing {
  revoked: { at: string; wipe: boolean } | null
  /** Nobody can say whether it is still right. */
  unconfirmed: boolean
}

/**
 * A laptop is off the team when any witness says so: the backup, the replaced database, the ledger. Where none of the latter two
 * knows how it stood last, it waits for the lead; so it does when its colleague has left, as the backup may not know that.
 */
export function standingOf(own: OwnWord, witness: Witness, nowMs: number): Standing {
  const last = witness.replaced.find((one) => one.id === own.id)
  const kept = witness.ledger.laptops.get(own.id)?.revoked
  const at = own.revokedAt ?? last?.revokedAt ?? kept?.at ?? null
  const wipe = own.wipe || (last?.wipe ?? false) || (kept?.wipe ?? false)
  if (at !== null || wipe) return { revoked: { at: at ?? new Date(nowMs).toISOString(), wipe }, unconfirmed: false }
  if (!last) return { revoked: null, unconfirmed: !witness.ledgerIsWhole }
  const left = last.leftOn !== null && last.leftOn < dateOf(new Date(nowMs).toISOString())
  return { revoked: null, unconfirmed: left || (last.unconfirmedSince !== null && !witness.ledgerIsWhole) }
}

/** What a restore did to who is trusted: ids of laptops. */
export interface Trusted {
  revoked: string[]
  unconfirmed: string[]
}

/**
 * Right after the rows of a backup are in: revocations and wipes are put back, and told to everybody as the first time; every
 * code of the backup that nobody had used ends. Codes live ten minutes, so an hour later none is missed, and one that was used
 * since is among them.
 */
export async function putTrustBack(tx: Transaction, team: string, witness: Witness, nowMs: number): Promise<Trusted> {
  const done: Trusted = { revoked: [], unconfirmed: [] }
  const now = new Date(nowMs).toISOString()
  for (const own of await laptopsOf(tx, team)) {
    const { revoked, unconfirmed } = standingOf(own, witness, nowMs)
    await tx.query(
      `update device set revoked_at = $3::timestamptz, wipe = $4, unconfirmed_since = $5::timestamptz,
         emptied_at = coalesce(emptied_at, $6::timestamptz) where team = $1 and id = $2`,
      [
        team,
        own.id,
        revoked?.at ?? null,
        revoked?.wipe ?? false,
        unconfirmed ? now : null,
        witness.replaced.find((one) => one.id === own.id)?.emptiedAt ?? null,
      ],
    )
    if (unconfirmed) done.unconfirmed.push(own.id)
    if (revoked && !own.revokedAt) done.revoked.push(own.id)
  }
  const drafts = done.revoked.map((row) => ({ record: 'device', row, fields: { revokedAt: now } }))
  if (drafts.length > 0) await writeAsServer(tx, team, await leadOf(tx, team), 'revoke', drafts, nowMs)
  await tx.query(
    `update code set expires_at = $2::timestamptz
     where team = $1 and used_at is null and (expires_at is null or expires_at > $2::timestamptz)`,
    [team, now],
  )
  return done
}
