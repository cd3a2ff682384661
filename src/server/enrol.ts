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
import { freeName } from './laptopNames.ts'
import type { Sql, Transaction } from './sql/sql.ts'
import { writeAsServer } from './ownWriting.ts'
import { notOfAnotherTeam, renewDevice } from './rejoin.ts'

/**
 * A laptop joins with a one-time code and gets its token; one that has joined before keeps its id (rejoin.ts). Throws
 * `Refusal` wrongCode, codeUsed, codeExpired, otherTeam, otherPerson, takenOff.
 */
export async function enrol(sql: Sql, keys: RecoveryKeys, request: z.infer<typeof enrolRequestSchema>, nowMs: number): Promise<EnrolReply> {
  const { again, code, deviceName } = request
  const device = again?.device ?? v7()
  if (again) await notOfAnotherTeam(sql, again)
  return withCode(sql, code, async (tx, team, hash) => {
    const colleague = await useCode(tx, team, hash, nowMs)
    const token = makeToken(team)
    const known = again !== undefined && (await renewDevice(tx, { team, colleague, token }, again))
    if (!known) await writeDown(tx, { team, device, colleague, token, deviceName, waiting: again?.wrote ?? null }, nowMs)
    return { device, token, ...(await whoJoined(tx, team, colleague)), recoveryKey: keys.publicKey }
  })
}

/** Codes without an end are for the first laptop; with it they are over. */
async function endFirstCodes(tx: Transaction, team: string): Promise<void> {
  await tx.query('delete from code where team = $1 and expires_at is null and used_at is null', [team])
}

interface NewDevice {
  team: string
  device: string
  colleague: string
  token: string
  deviceName: string
  /** How many changes it says it has that are not here; null for a fresh one. */
  waiting: number | null
}

/** A laptop that this server does not know yet, in its own table and in the log for everyone. */
async function writeDown(tx: Transaction, one: NewDevice, nowMs: number): Promise<void> {
  const at = new Date(nowMs).toISOString()
  await tx.query(
    `insert into device (team, id, kind, token_hash, colleague, enrolled_at, wipe, have, last_effective, waiting)
     values ($1, $2, 'laptop', $3, $4, $5::timestamptz, false, 0, $6, $7)`,
    [one.team, one.device, sha256(one.token), one.colleague, at, zeroStamp, one.waiting],
  )
  await endFirstCodes(tx, one.team)
  const fields = { name: await freeName(tx, one.team, one.deviceName), colleagueId: one.colleague, enrolledAt: at }
  await writeAsServer(tx, one.team, one.colleague, 'enrol', [{ record: 'device', row: one.device, fields }], nowMs)
}

async function whoJoined(tx: Transaction, team: string, colleague: string): Promise<Pick<EnrolReply, 'team' | 'colleague'>> {
  const found = await tx.query<{ record: string; name: string; role: string | null }>(
    `select record, body #>> '{fields,name}' as name, body #>> '{fields,role}' as role from record_row
     where team = $1 and ((record = 'team' and id = $1) or (record = 'colleague' and id = $2))`,
    [team, colleague],
  )
  const one = must(
    found.find((row) => row.record === 'colleague'),
    'colleague of the code',
  )
  const name = must(
    found.find((row) => row.record === 'team'),
    'team row',
  ).name
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
export function recover(sql: Sql, keys: RecoveryKeys, request: z.infer<typeof recoverRequestSchema>, nowMs: number): Promise<{ key: string }> {
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
