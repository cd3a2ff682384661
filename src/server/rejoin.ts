import type { z } from 'zod'
import type { enrolRequestSchema } from '../shared/sync/protocol.ts'
import { teamsOf } from './codes.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './hash.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** A laptop that has joined before, as it says itself (SPEC SY29). */
export type Again = NonNullable<z.infer<typeof enrolRequestSchema>['again']>

/** The colleague of the code, and the token the laptop gets. */
export interface Renewal {
  team: string
  colleague: string
  token: string
}

/** Throws `Refusal` otherTeam when the id is that of another team's laptop. Before any transaction is open: each team has its own. */
export async function notOfAnotherTeam(sql: Sql, again: Again): Promise<void> {
  for (const team of await teamsOf(sql)) {
    if (team === again.team) continue
    const [found] = await sql.transaction({ team }, (tx) => tx.query('select 1 from device where team = $1 and id = $2', [team, again.device]))
    if (found) throw new Refusal('otherTeam')
  }
}

/**
 * Gives a laptop that kept its id a new token, if the server knows it; answers whether it does. One that a restore has
 * forgotten is to be written down again. A laptop of another team or colleague is refused. So is one that was taken off the
 * team: the lead's code says who may join and not that this laptop was found, and without it the laptop may still deliver
 * (SPEC SY22). Throws `Refusal` otherTeam, otherPerson, takenOff.
 */
export async function renewDevice(tx: Transaction, { team, colleague, token }: Renewal, again: Again): Promise<boolean> {
  if (again.team !== team) throw new Refusal('otherTeam')
  if (again.colleague !== colleague) throw new Refusal('otherPerson')
  const [known] = await tx.query<{ kind: string; colleague: string; off: boolean; have: number }>(
    `select kind, colleague, revoked_at is not null or wipe as off, have from device
     where team = $1 and id = $2 for update`,
    [team, again.device],
  )
  if (!known) return false
  if (known.kind === 'server' || known.colleague !== colleague) throw new Refusal('otherPerson')
  if (known.off) throw new Refusal('takenOff')
  await tx.query(`update device set kind = 'laptop', token_hash = $3, waiting = $4 where team = $1 and id = $2`, [
    team,
    again.device,
    sha256(token),
    Math.max(0, again.wrote - known.have),
  ]) // what the lead sees until its next call
  return true
}
