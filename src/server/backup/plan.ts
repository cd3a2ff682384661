import type { Known } from '../ledger.ts'
import type { Sql, Transaction } from '../sql/sql.ts'
import type { Before } from './load.ts'
import { laptopsOf, standingOf, type Witness } from './trust.ts'
import type { Summary, TeamSummary } from './verify.ts'

/** A laptop as the plan names it. */
export interface NamedLaptop {
  id: string
  name: string | null
}

/** What a restore would do to one team. */
export interface TeamPlan {
  team: string
  /** Changes in the backup. */
  changes: number
  laptops: number
  /** What is known of the team from the database that is replaced; null when it is not there. */
  replaced: {
    changes: number
    /** Changes behind the backup; null when the two have gone different ways. */
    since: number | null
    /** Of those: written at the office or by laptops off the team, so nobody sends them again. */
    lost: number
    /** Of those: in a later backup for so long that laptops may have cleared them away. */
    maybeLost: number
  } | null
  /** Laptops that the backup does not know: they join again with a new code. */
  joinedSince: NamedLaptop[]
  /** Taken off the team since the backup. */
  revokedSince: NamedLaptop[]
  /** Of these nobody can say whether they are still right. */
  unconfirmed: NamedLaptop[]
}

/** What a restore would do, worked out without changing anything. */
export interface Plan {
  /** When the backup was written, ISO. */
  at: string
  teams: TeamPlan[]
  /** Teams in the database that the backup does not have: they go. */
  teamsGone: number
  ledgerIsWhole: boolean
  ledgerAt: string | null
}

/** A laptop clears changes away this long after they stand in a backup (SPEC SY13). */
const keptDays = 30

/** Works out what `restoreBackup` would do with the same arguments. */
export async function planRestore(sql: Sql, summary: Summary, how: { before: Before; ledger: Known; nowMs: number }): Promise<Plan> {
  const { ledger, nowMs } = how
  const ledgerIsWhole = ledger.databases.has(summary.opening.epoch)
  return sql.transaction({ team: null, as: 'owner' }, async (tx) => {
    const teams: TeamPlan[] = []
    for (const [team, backup] of summary.teams) {
      await tx.enterTeam(team)
      const there = how.before === 'mustBeEmpty' ? null : await replacedOf(tx, team, backup, nowMs)
      const replaced = there ? await laptopsOf(tx, team) : []
      const { laptops, revision: changes } = backup
      teams.push({
        team,
        changes,
        laptops: laptops.size,
        replaced: there,
        ...namesOf(team, backup, { replaced, ledger, ledgerIsWhole }, nowMs),
      })
    }
    const present = await tx.query<{ team: string }>('select team from team_list')
    const teamsGone = present.filter((one) => !summary.teams.has(one.team)).length
    return { at: summary.opening.at, teams, teamsGone, ledgerIsWhole, ledgerAt: ledger.lastAt }
  })
}

async function replacedOf(tx: Transaction, team: string, backup: TeamSummary, nowMs: number): Promise<TeamPlan['replaced']> {
  const [head] = await tx.query<{ revision: number; durable: number; same: boolean }>(
    `select h.revision, h.durable, $2::bigint = 0 or exists (select 1 from change_log l where l.team = h.team and l.revision = $2 and l.chain = $3) as same
     from team_head h where h.team = $1`,
    [team, backup.revision, backup.chain],
  )
  if (!head) return null
  if (!head.same) return { changes: head.revision, since: null, lost: 0, maybeLost: 0 }
  const [found] = await tx.query<{ lost: number; maybe: number }>(
    `select count(*) filter (where ${nobodys}) as lost,
       count(*) filter (where not (${nobodys}) and l.revision <= $3 and l.received_at < $4::timestamptz) as maybe
     from change_log l left join device d on d.team = l.team and d.id = l.device where l.team = $1 and l.revision > $2`,
    [team, backup.revision, head.durable, new Date(nowMs - keptDays * 86_400_000).toISOString()],
  )
  return { changes: head.revision, since: head.revision - backup.revision, lost: found?.lost ?? 0, maybeLost: found?.maybe ?? 0 }
}

/** Whether no laptop will send a change again. */
const nobodys = `d.id is null or d.kind = 'server' or d.wipe or d.revoked_at is not null`

function namesOf(team: string, backup: TeamSummary, witness: Witness, nowMs: number): Pick<TeamPlan, 'joinedSince' | 'revokedSince' | 'unconfirmed'> {
  const { replaced, ledger } = witness
  const named = (id: string): NamedLaptop => ({ id, name: replaced.find((one) => one.id === id)?.name ?? null })
  const kept = [...ledger.laptops].filter(([, one]) => one.team === team).map(([id]) => id)
  const known = [...new Set([...replaced.map((one) => one.id), ...kept])]
  const standing = [...backup.laptops].map(([id, { trusted }]) => {
    const revokedAt = trusted ? null : new Date(nowMs).toISOString()
    return { id, trusted, now: standingOf({ id, revokedAt, wipe: false }, witness, nowMs) }
  })
  return {
    joinedSince: known.filter((id) => !backup.laptops.has(id)).map(named),
    revokedSince: standing.filter(({ trusted, now }) => trusted && now.revoked).map(({ id }) => named(id)),
    unconfirmed: standing.filter(({ now }) => now.unconfirmed).map(({ id }) => named(id)),
  }
}
