import { issueCode, teamsOf } from './codes.ts'
import { dataFolderOf } from './dataFolder.ts'
import { releaseHeld, settleHeld } from './held.ts'
import { makeLog } from './log.ts'
import { writeAsServer } from './ownWriting.ts'
import { secretsIn } from './secrets.ts'
import { revokeSplits } from './split.ts'
import { openDatabase } from './sql/open.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** A laptop as the office sees it: ids and counts, no names. */
export interface DeviceLine {
  id: string
  colleague: string
  enrolled: string
  heard: string | null
  waiting: number | null
  /** How far its clock is behind the server's, in seconds. */
  clockSeconds: number | null
  revoked: string | null
  wipe: boolean
}

/** The laptops of a team, the one heard of longest ago first. */
export function devicesOf(sql: Sql, team: string): Promise<DeviceLine[]> {
  return sql.transaction({ team }, (tx) => tx.query<DeviceLine>(
    `select id, colleague, enrolled_at as enrolled, heard_at as heard, waiting, revoked_at as revoked, wipe,
       clock_offset_ms / 1000 as "clockSeconds"
     from device where team = $1 and kind = 'laptop' order by heard_at nulls first, id`,
    [team],
  ))
}

/**
 * A laptop is lost or its colleague has left: it may still deliver and receives nothing (SPEC SY22); with `wipe` it is
 * told to empty itself at its next call. Everyone's laptops learn of it. Answers whether there was such a laptop.
 */
export function revokeDevice(sql: Sql, team: string, device: string, wipe: boolean, nowMs: number): Promise<boolean> {
  const at = new Date(nowMs).toISOString()
  return sql.transaction({ team }, async (tx) => {
    const found = await tx.query(
      `update device set revoked_at = coalesce(revoked_at, $3::timestamptz), wipe = wipe or $4
       where team = $1 and id = $2 and kind = 'laptop' returning id`, [team, device, at, wipe])
    if (found.length === 0) return false
    const gone = [device, ...await revokeSplits(tx, team, device, at)]
    const drafts = gone.map((row) => ({ record: 'device', row, fields: { revokedAt: at } }))
    await writeAsServer(tx, team, await leadOf(tx, team), 'revoke', drafts, nowMs)
    return true
  })
}

/** In whose name the office writes: the lead of the server's own hand. */
async function leadOf(tx: Transaction, team: string): Promise<string> {
  const [found] = await tx.query<{ colleague: string }>(
    `select colleague from device where team = $1 and kind = 'server' order by enrolled_at, id limit 1`, [team])
  if (!found) throw new Error('impossible: a team without the server’s hand')
  return found.colleague
}

/** What is held in a team: ids and codes; what is in it only the office's own screen may show. */
export function heldOf(sql: Sql, team: string): Promise<{ id: string; device: string; code: string; at: string }[]> {
  return sql.transaction({ team }, (tx) =>
    tx.query('select id, device, code, at from held where team = $1 and settled_at is null order by at, id', [team]))
}

/** How long a code from the office lives, in milliseconds: it is made at the desk where it is typed. */
const codeLifeMs = 10 * 60_000

type Office = (sql: Sql, team: string, args: string[], nowMs: number) => Promise<unknown>

const commands: Record<string, { args: string; run: Office }> = {
  devices: { args: '', run: (sql, team) => devicesOf(sql, team) },
  revoke: { args: '<device>', run: (sql, team, [device = ''], nowMs) => revokeDevice(sql, team, device, false, nowMs) },
  wipe: { args: '<device>', run: (sql, team, [device = ''], nowMs) => revokeDevice(sql, team, device, true, nowMs) },
  code: {
    args: '[colleague]',
    run: (sql, team, [colleague], nowMs) => sql.transaction({ team }, async (tx) =>
      issueCode(tx, team, colleague ?? await leadOf(tx, team), codeLifeMs, nowMs)),
  },
  held: { args: '', run: (sql, team) => heldOf(sql, team) },
  release: { args: '<change>', run: (sql, team, [id = ''], nowMs) => releaseHeld(sql, team, id, nowMs) },
  settle: {
    args: '<change> <reason>',
    run: async (sql, team, [id = '', ...reason], nowMs) =>
      settleHeld(sql, team, id, await sql.transaction({ team }, (tx) => leadOf(tx, team)), reason.join(' '), nowMs),
  },
}

/**
 * `npm run office -- <command>`: what a person at the server may do without a screen for it yet. Beside a running
 * server.
 */
async function main(env: NodeJS.ProcessEnv, [name = '', ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const lines = Object.entries(commands).map(([one, { args: more }]) => `npm run office -- ${one} ${more}`.trim())
    process.stdout.write(`${lines.join('\n')}\nThe team is the first one, or GATHER_TEAM_ID.\n`)
    return
  }
  const folder = dataFolderOf(env)
  const { databasePassword: password } = await secretsIn(folder)
  const sql = await openDatabase({ env, folder, password, say: () => {}, log: makeLog('warn'), beside: true })
  try {
    const team = env['GATHER_TEAM_ID'] ?? (await teamsOf(sql))[0]
    if (!team) throw new Error('there is no team yet')
    process.stdout.write(`${JSON.stringify(await command.run(sql, team, args, Date.now()), null, 2)}\n`)
  } finally {
    await sql.close()
  }
}

if (import.meta.main) {
  main(process.env, process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
}
