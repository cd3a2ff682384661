import { v5, v7 } from 'uuid'
import type { Change, LooseDraft } from '../shared/changes/change.ts'
import { definitionOf } from '../shared/records/index.ts'
import { must } from '../shared/std/assert.ts'
import { tick, zeroStamp, type Stamp } from '../shared/std/stamp.ts'
import { append, lockHead, type Entry } from './append.ts'
import { hashOf } from './hash.ts'
import { releaseArrived } from './held.ts'
import type { Transaction } from './sql/sql.ts'

const serverDevices = '3c1c63b8-0f0e-5d77-8f3b-5a1a7d0e4b21'

/** The server's own writing hand in a team: a device like any other in the log, with its own sequences and no token. */
export function serverDeviceOf(team: string): string {
  return v5(`server|${team}`, serverDevices)
}

/** A draft with the moment it counts from, for history that is written down later (the sample team). */
export interface DatedDraft extends LooseDraft {
  atMs?: number
  /** Who did it, if not the actor of the whole. */
  actor?: string
  /** Drafts of one act share it. */
  act?: string
}

/**
 * Makes a team that has nothing yet but its order and the server's writing hand. @param lead in whose name the server
 * writes
 */
export async function makeTeam(tx: Transaction, team: string, lead: string, chain: string, nowMs: number): Promise<void> {
  const at = new Date(nowMs).toISOString()
  await tx.query('insert into team_list (team, at) values ($1, $2::timestamptz)', [team, at])
  await tx.query('insert into team_head (team, revision, chain, durable) values ($1, 0, $2, 0)', [team, chain])
  await insertHand(tx, team, serverDeviceOf(team), lead, at)
}

/** A device that the server itself writes for: it has no token, so nobody else can. @param colleague it belongs to */
export async function insertHand(tx: Transaction, team: string, device: string, colleague: string, at: string): Promise<void> {
  await tx.query(
    `insert into device (team, id, kind, colleague, enrolled_at, wipe, have, last_effective)
     values ($1, $2, 'server', $3, $4::timestamptz, false, 0, $5)`,
    [team, device, colleague, at, zeroStamp],
  )
}

/**
 * What the server itself writes (a team, a colleague, an enrolled device) goes through the log like everyone's changes,
 * so that laptops get it through the same door. @param actor the colleague in whose name
 */
export function writeAsServer(
  tx: Transaction,
  team: string,
  actor: string,
  command: string,
  drafts: readonly DatedDraft[],
  nowMs: number,
): Promise<void> {
  return writeWith(tx, serverDeviceOf(team), { team, actor, command }, drafts, nowMs)
}

/** The same with another of the server's hands. */
export async function writeWith(
  tx: Transaction,
  device: string,
  who: { team: string; actor: string; command: string },
  drafts: readonly DatedDraft[],
  nowMs: number,
): Promise<void> {
  const { team } = who
  const [own] = await tx.query<{ have: number; last_effective: Stamp }>(
    `select have, last_effective from device where team = $1 and id = $2 and kind = 'server' for update`,
    [team, device],
  )
  const { have, last_effective: last } = must(own, 'writing hand of the server')
  const entries = entriesOf(drafts, { ...who, device, sequence: have, stamp: last, nowMs })
  const head = await lockHead(tx, team)
  await releaseArrived(tx, team, await append(tx, team, head, entries, nowMs), nowMs)
  const latest = entries.at(-1)
  if (!latest) return
  await tx.query('update device set have = $3, last_effective = $4 where team = $1 and id = $2', [
    team,
    device,
    latest.change.sequence,
    latest.effective,
  ])
}

interface From {
  team: string
  device: string
  actor: string
  command: string
  sequence: number
  stamp: Stamp
  nowMs: number
}

function entriesOf(drafts: readonly DatedDraft[], from: From): Entry[] {
  const wholeAct = v7()
  let { sequence, stamp } = from
  return drafts.map((draft) => {
    sequence += 1
    stamp = tick(stamp, draft.atMs ?? from.nowMs, from.device)
    const change: Change = {
      id: v7({ msecs: Math.max(0, draft.atMs ?? from.nowMs) }),
      team: from.team,
      device: from.device,
      sequence,
      stamp,
      actor: draft.actor ?? from.actor,
      act: draft.act ?? wholeAct,
      command: from.command,
      record: draft.record,
      row: draft.row,
      fields: draft.fields,
      version: must(definitionOf(draft.record), draft.record).version,
      ...(draft.basedOn ? { basedOn: draft.basedOn } : {}),
    }
    return { change, hash: hashOf(change), effective: stamp }
  })
}

/** In whose name the office writes: the colleague of the server’s own hand. */
export async function leadOf(tx: Transaction, team: string): Promise<string> {
  const [found] = await tx.query<{ colleague: string }>(
    `select colleague from device where team = $1 and kind = 'server' order by enrolled_at, id limit 1`,
    [team],
  )
  if (!found) throw new Error('impossible: a team without the server’s hand')
  return found.colleague
}
