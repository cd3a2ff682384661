import { v7 } from 'uuid'
import type { SplitReply, SplitRequest } from '../shared/sync/protocol.ts'
import { zeroStamp } from '../shared/std/stamp.ts'
import { authenticate, teamOfToken, type Device } from './auth.ts'
import { markCopied } from './copies.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './hash.ts'
import { freeName } from './laptopNames.ts'
import { tellLead } from './notices.ts'
import { writeAsServer } from './ownWriting.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/**
 * A laptop that went on from an old copy becomes a device of its own, of the same colleague (SPEC SY25). The laptop has made
 * the token: the same token again is the same device again. Throws `Refusal` signedOut or refused.
 */
export function split(sql: Sql, team: string, token: string, request: SplitRequest, nowMs: number): Promise<SplitReply> {
  return sql.transaction({ team }, async (tx) => {
    const from = await authenticate(tx, team, token, nowMs, true)
    if (from.revoked || !from.role || teamOfToken(request.token) !== team) throw new Refusal('refused')
    const made = await madeBefore(tx, from, request)
    if (made) return { device: made }
    await refuseCrowd(tx, from, nowMs)
    const device = v7()
    await insertSplit(tx, from, device, request, nowMs)
    await markCopied(tx, team, [from.id], nowMs)
    await tellOfSplit(tx, from, device, nowMs)
    return { device }
  })
}

/** Copies of one laptop in a day: who makes more with its token is no laptop. */
const mostSplits = 20
const dayMs = 86_400_000

async function refuseCrowd(tx: Transaction, { team, id }: Device, nowMs: number): Promise<void> {
  const [found] = await tx.query<{ count: number }>(
    'select count(*) as count from device where team = $1 and split_from = $2 and enrolled_at > $3::timestamptz',
    [team, id, new Date(nowMs - dayMs).toISOString()],
  )
  if ((found?.count ?? 0) >= mostSplits) throw new Refusal('busy', dayMs / 1000)
}

/** The device of an earlier ask whose answer was lost. Until it exchanges it may still say where its numbers begin. */
async function madeBefore(tx: Transaction, from: Device, { token, from: first }: SplitRequest): Promise<string | null> {
  const [made] = await tx.query<{ id: string; colleague: string; heard: boolean }>(
    'select id, colleague, heard_at is not null as heard from device where team = $1 and token_hash = $2',
    [from.team, sha256(token)],
  )
  if (!made) return null
  if (made.colleague !== from.colleague) throw new Refusal('refused')
  if (!made.heard) {
    await tx.query('update device set have = $3, last_n = $3 where team = $1 and id = $2', [from.team, made.id, first - 1])
  }
  return made.id
}

/**
 * Takes off the team what this device was before and what was split from it: else a lost laptop could go on as one of them.
 * Answers which. @param at an instant
 */
export async function revokeSplits(tx: Transaction, team: string, device: string, at: string): Promise<string[]> {
  const found = await tx.query<{ id: string }>(
    `with recursive before as (
       select split_from as id from device where team = $1 and id = $2
       union select d.split_from from device d join before b on d.team = $1 and d.id = b.id
     ), after as (
       select id from device where team = $1 and split_from = $2
       union select d.id from device d join after a on d.team = $1 and d.split_from = a.id
     )
     update device set revoked_at = $3::timestamptz
     where team = $1 and kind = 'laptop' and revoked_at is null and id in (select id from before union select id from after)
     returning id`,
    [team, device, at],
  )
  return found.map((one) => one.id)
}

/** It counts on from where it is, and the team's copy of its key is its own too. */
async function insertSplit(tx: Transaction, from: Device, device: string, { token, from: first }: SplitRequest, nowMs: number): Promise<void> {
  const at = new Date(nowMs).toISOString()
  await tx.query(
    `insert into device (team, id, kind, token_hash, colleague, enrolled_at, wipe, have, last_n, last_effective, escrow, split_from)
     select team, $3::uuid, 'laptop', $4, colleague, $5::timestamptz, false, $6, $6, $7, escrow, id from device where team = $1 and id = $2`,
    [from.team, from.id, device, sha256(token), at, first - 1, zeroStamp],
  )
  const [known] = await tx.query<{ name: string | null }>(
    `select body #>> '{fields,name}' as name from record_row where team = $1 and record = 'device' and id = $2`,
    [from.team, from.id],
  )
  const fields = { name: await freeName(tx, from.team, known?.name ?? 'Laptop'), colleagueId: from.colleague, enrolledAt: at }
  await writeAsServer(tx, from.team, from.colleague, 'split', [{ record: 'device', row: device, fields }], nowMs)
}

/** One laptop that went on from a copy was put back; the second of the same copy makes it two that live. */
async function tellOfSplit(tx: Transaction, from: Device, became: string, nowMs: number): Promise<void> {
  const [told] = await tx.query<{ laptops: number | null }>(
    `select max((data ->> 'laptops')::int) as laptops from notice where team = $1 and device = $2`,
    [from.team, from.id],
  )
  const laptops = (told?.laptops ?? 0) + 1
  const kind = laptops > 1 ? 'copied' : 'putBack'
  await tellLead(tx, from.team, { device: from.id, kind, data: { became, laptops }, key: 'split' }, nowMs)
}
