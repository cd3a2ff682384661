import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { issueCode } from '../../../src/server/codes.ts'
import { makeTeam, writeAsServer } from '../../../src/server/ownWriting.ts'
import type { Sql } from '../../../src/server/sql/sql.ts'
import { zeroChain } from '../../../src/shared/sync/protocol.ts'
import type { InventedTeam } from '../world/team.ts'
import { endOf } from './processes.ts'
import { serverWords } from '../../support/serverWords.ts'

/** The team's server as it ships, in a process of its own. */
export interface GatherServer {
  address: string
  port: number
  pid: number
  close(): Promise<void>
}

/** Starts `src/server/index.ts` on a database. */
export async function startGather(url: string, folder: string): Promise<GatherServer> {
  const env = { ...process.env, DATABASE_URL: url, GATHER_DATA: join(folder, 'server'), GATHER_PORT: '0', GATHER_LOG: 'warn', GATHER_SAMPLE: '0' }
  const child = spawn(process.execPath, [...serverWords], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((ready, broke) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Gather server: (http\S+)/.exec(line)?.[1]
      if (found) ready(found)
    })
    child.once('exit', (code) => broke(new Error(`the Gather server ended (${code})`)))
  })
  return { address, port: Number(new URL(address).port), pid: child.pid ?? 0, close: () => endOf(child, 'SIGTERM') }
}

/** Changes written at once: a statement of a few megabytes. */
const atOnce = 2000
/** A code for the bench lives as long as a long run. Milliseconds. */
const codeLifeMs = 3 * 3600_000

/** Puts a team into the server's database, through the same door as everything the server writes. */
export async function seedTeam(sql: Sql, team: InventedTeam, nowMs: number): Promise<void> {
  await sql.transaction({ team: team.id }, (tx) => makeTeam(tx, team.id, team.lead, zeroChain, nowMs))
  for (let from = 0; from < team.drafts.length; from += atOnce) {
    const some = team.drafts.slice(from, from + atOnce)
    await sql.transaction({ team: team.id }, (tx) => writeAsServer(tx, team.id, team.lead, 'bench', some, nowMs))
  }
}

/** A code for a new laptop of the team's lead. */
export async function codeFor(sql: Sql, team: InventedTeam): Promise<string> {
  return sql.transaction({ team: team.id }, async (tx) => (await issueCode(tx, team.id, team.lead, codeLifeMs, Date.now())).code)
}
