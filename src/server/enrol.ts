import { v7 } from 'uuid'
import type { z } from 'zod'
import { roleSchema } from '../shared/records/colleague.ts'
import { must } from '../shared/std/assert.ts'
import { zeroStamp } from '../shared/std/stamp.ts'
import type { EnrolReply, enrolRequestSchema, recoverRequestSchema } from '../shared/sync/protocol.ts'
import { authenticate, makeToken } from './auth.ts'
import { useCode, withCode } from './codes.ts'
import { Refusal } from './errors.ts'
import { openSealedWithAny, type RecoveryKeys } from './escrow.ts'
import { sha256 } from './hash.ts'
import type { Sql, Transaction } from './sql/sql.ts'
import { writeAsServer } from './ownWriting.ts'

/** A laptop joins with a one-time code and gets its token. Throws `Refusal` wrongCode, codeUsed, codeExpired. */
export function enrol(
  sql: Sql, keys: RecoveryKeys, request: z.infer<typeof enrolRequestSchema>, nowMs: number,
): Promise<EnrolReply> {
  const device = v7()
  return withCode(sql, request.code, async (tx, team, hash) => {
    const colleague = await useCode(tx, team, hash, nowMs)
    const token = makeToken(team)
    await insertDevice(tx, { team, device, colleague, token }, nowMs)
    await endFirstCodes(tx, team)
    const fields = { name: request.deviceName, colleagueId: colleague, enrolledAt: new Date(nowMs).toISOString() }
    await writeAsServer(tx, team, colleague, 'enrol', [{ record: 'device', row: device, fields }], nowMs)
    return { device, token, ...await whoJoined(tx, team, colleague), recoveryKey: keys.publicKey }
  })
}

/** Codes without an end are for the first laptop; with it they are over. */
async function endFirstCodes(tx: Transaction, team: string): Promise<void> {
  await tx.query('delete from code where team = $1 and expires_at is null and used_at is null', [team])
}

async function insertDevice(
  tx: Transaction, one: { team: string; device: string; colleague: string; token: string }, nowMs: number,
): Promise<void> {
  await tx.query(
    `insert into device (team, id, kind, token_hash, colleague, enrolled_at, wipe, have, last_effective)
     values ($1, $2, 'laptop', $3, $4, $5::timestamptz, false, 0, $6)`,
    [one.team, one.device, sha256(one.token), one.colleague, new Date(nowMs).toISOString(), zeroStamp],
  )
}

async function whoJoined(
  tx: Transaction, team: string, colleague: string,
): Promise<Pick<EnrolReply, 'team' | 'colleague'>> {
  const found = await tx.query<{ record: string; name: string; role: string | null }>(
    `select record, body #>> '{fields,name}' as name, body #>> '{fields,role}' as role from record_row
     where team = $1 and ((record = 'team' and id = $1) or (record = 'colleague' and id = $2))`,
    [team, colleague],
  )
  const one = must(found.find((row) => row.record === 'colleague'), 'colleague of the code')
  const name = must(found.find((row) => row.record === 'team'), 'team row').name
  return { team: { id: team, name }, colleague: { id: colleague, name: one.name, role: roleSchema.parse(one.role) } }
}

/** Keeps the sealed copy of a laptop's key. Throws `Refusal` signedOut or refused. */
export function keepEscrow(sql: Sql, team: string, token: string, sealed: string, nowMs: number): Promise<void> {
  return sql.transaction({ team }, async (tx) => {
    const device = await authenticate(tx, team, token, nowMs, true)
    if (device.revoked) throw new Refusal('refused')
    await tx.query('update device set escrow = $3 where team = $1 and id = $2', [team, device.id, sealed])
  })
}

/**
 * Gives a laptop its key back, for a new code of the same colleague. The code is used up only if there is a key to give.
 * Throws `Refusal` wrongCode, codeUsed, codeExpired, noSuchDevice, refused.
 */
export function recover(
  sql: Sql, keys: RecoveryKeys, request: z.infer<typeof recoverRequestSchema>, nowMs: number,
): Promise<{ key: string }> {
  return withCode(sql, request.code, async (tx, team, hash) => {
    const colleague = await useCode(tx, team, hash, nowMs)
    const [device] = await tx.query<{ colleague: string; escrow: string | null; revoked: boolean }>(
      `select colleague, escrow, revoked_at is not null or wipe or unconfirmed_since is not null as revoked from device
       where team = $1 and id = $2 and kind = 'laptop'`,
      [team, request.device],
    )
    if (!device || device.escrow === null) throw new Refusal('noSuchDevice')
    if (device.colleague !== colleague) throw new Refusal('wrongCode')
    if (device.revoked) throw new Refusal('refused')
    return { key: openedOrRefused(keys, device.escrow).toString('base64') }
  })
}

function openedOrRefused(keys: RecoveryKeys, sealed: string): Buffer {
  try {
    return openSealedWithAny(keys, sealed)
  } catch {
    throw new Refusal('noSuchDevice') // sealed to a key this server no longer has
  }
}
