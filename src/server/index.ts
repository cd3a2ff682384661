import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { teamsOf } from './codes.ts'
import { dataFolderOf } from './dataFolder.ts'
import { recoveryKeysFrom } from './escrow.ts'
import { prepare } from './firstStart.ts'
import { openDoors } from './http.ts'
import { usualTeamFileBytes } from './files/door.ts'
import { ledgerIn, noLedger, type Ledger } from './ledger.ts'
import { makeLog, type Logger } from './log.ts'
import { reconcile } from './reconcile.ts'
import { openSample } from './sample/sampleTeam.ts'
import { recoveryKeysOf, secretsIn, writePrivate } from './secrets.ts'
import { openDatabase } from './sql/open.ts'
import { migrate } from './sql/migrate.ts'
import type { Sql } from './sql/sql.ts'

/** What a server is made of; what is missing has the value a surgery would want. */
export interface ServerOptions {
  sql: Sql
  /** Private half of the recovery key, base64 of PKCS #8 (secrets.ts). */
  recoveryKey: string
  /** Those of machines that this server was restored from. */
  olderRecoveryKeys?: readonly string[]
  /** What outlives a restore. */
  ledger?: Ledger
  /** The clock, milliseconds since 1970. */
  now?: () => number
  /** 0: any free one. -1: none, for tests that use `app.inject`. */
  port?: number
  host?: string
  log?: Logger
  team?: string
  lead?: string
  /** Whether it offers the invented team. */
  sample?: boolean
  webRoot?: string | null
  limits?: boolean
  /** Id of the team to which people may refer themselves at /refer. */
  selfReferral?: string
  /** Where people reach this server, "https://gather.example", for addresses that it publishes. */
  publicUrl?: string
  /** Room for the files of one team. Bytes; 2 GB unless said. */
  teamFileBytes?: number
  /** How many proxies stand before us: the last ones in `X-Forwarded-For`. */
  trustProxy?: number
}

/** A server that answers. */
export interface Server {
  /** "http://127.0.0.1:8787", or "" when it listens on no port. */
  address: string
  app: FastifyInstance
  sql: Sql
  /** The code for the lead's first laptop, as long as nobody has joined. */
  firstCode: string | null
  /** Stops listening. The database stays open: it belongs to the caller. */
  close(): Promise<void>
}

/** Brings the database up to date, makes the first team if there is none, opens the doors. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { sql, now = Date.now, port = 8787, host = '127.0.0.1', log = makeLog('silent'), ledger = noLedger } = options
  const migrations = await migrate(sql)
  const names = { team: options.team ?? 'Our team', lead: options.lead ?? 'Team lead' }
  const { firstCode, released } = await prepare(sql, names, now())
  if (migrations.length + released > 0) log.info({ migrations, count: released }, 'database brought up to date')
  await meetLedger(sql, ledger, log, now())
  const app = await openDoors({
    sql,
    now,
    log,
    ledger,
    keys: recoveryKeysFrom(options.recoveryKey, ...(options.olderRecoveryKeys ?? [])),
    appVersion: appVersion(),
    sample: options.sample ? openSample(sql, now) : null,
    webRoot: options.webRoot ?? null,
    limits: options.limits ?? true,
    trustProxy: options.trustProxy ?? 0,
    selfReferral: await selfReferralTeam(sql, options.selfReferral, log),
    publicUrl: options.publicUrl ?? null,
    teamFileBytes: options.teamFileBytes ?? usualTeamFileBytes,
  })
  const address = port === -1 ? '' : await app.listen({ port, host })
  return { address, app, sql, firstCode, close: () => app.close() }
}

/** The team that is meant: by its id, or "1" where there is only one. One that is not there opens no page. */
async function selfReferralTeam(sql: Sql, asked: string | undefined, log: Logger): Promise<string | null> {
  if (!asked) return null
  const teams = await teamsOf(sql)
  const found = asked === '1' && teams.length === 1 ? teams[0] : teams.find((team) => team === asked)
  if (!found) log.error('GATHER_SELF_REFERRAL names no team of this server: there is no page on which people refer themselves')
  return found ?? null
}

/** A ledger that cannot be read or written must not keep the door shut; the office's commands say so too. */
async function meetLedger(sql: Sql, ledger: Ledger, log: Logger, nowMs: number): Promise<void> {
  try {
    const revoked = await reconcile(sql, ledger, nowMs)
    if (revoked > 0) log.warn({ count: revoked }, 'laptops were taken off the team again: the database had forgotten it')
  } catch (error) {
    log.error({ error }, 'the list of laptops beside the database could not be kept')
  }
}

function appVersion(): string {
  const path = fileURLToPath(new URL('../../package.json', import.meta.url))
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : '0'
}

/** `npm run server`: settings come from the environment (README). */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const folder = dataFolderOf(env)
  const secrets = await secretsIn(folder)
  const log = makeLog(env['GATHER_LOG'] ?? 'info')
  const database = await openDatabase({ env, folder, password: secrets.databasePassword, say, log })
  const [recoveryKey, ...olderRecoveryKeys] = recoveryKeysOf(secrets, env)
  const own = { recoveryKey, olderRecoveryKeys, ledger: ledgerIn(folder) }
  const server = await startServer({ ...optionsFrom(env), ...own, sql: database, log }).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  closeOnSignal(async () => {
    await server.close()
    await database.close()
  })
  await sayFirstCode(server.firstCode, env, folder, say)
  say(`Gather server: ${server.address}`) // last: who waits for it has heard the code
}

function optionsFrom(env: NodeJS.ProcessEnv): Omit<ServerOptions, 'sql' | 'recoveryKey'> {
  const {
    GATHER_PORT,
    GATHER_HOST,
    GATHER_TEAM,
    GATHER_LEAD,
    GATHER_SAMPLE,
    GATHER_WEB_ROOT,
    GATHER_TRUST_PROXY,
    GATHER_SELF_REFERRAL,
    GATHER_PUBLIC_URL,
    GATHER_TEAM_FILES_MB,
  } = env
  return {
    port: Number(GATHER_PORT ?? 8787),
    host: GATHER_HOST ?? '127.0.0.1',
    sample: GATHER_SAMPLE === '1',
    webRoot: GATHER_WEB_ROOT ?? fileURLToPath(new URL('../../out/renderer', import.meta.url)),
    trustProxy: Number(GATHER_TRUST_PROXY ?? 0),
    ...(GATHER_SELF_REFERRAL ? { selfReferral: GATHER_SELF_REFERRAL } : {}),
    ...(GATHER_PUBLIC_URL ? { publicUrl: GATHER_PUBLIC_URL } : {}),
    ...(Number(GATHER_TEAM_FILES_MB) > 0 ? { teamFileBytes: Number(GATHER_TEAM_FILES_MB) * 1024 * 1024 } : {}),
    ...(GATHER_TEAM ? { team: GATHER_TEAM } : {}),
    ...(GATHER_LEAD ? { lead: GATHER_LEAD } : {}),
  }
}

/**
 * Said once: only its hash is kept. Into a file only where somebody asks for it (a launcher that fills in the form).
 */
async function sayFirstCode(code: string | null, env: NodeJS.ProcessEnv, folder: string, say: (line: string) => void): Promise<void> {
  if (code === null) return
  say(`Code for the lead's first laptop: ${code}`)
  if (env['GATHER_FIRST_CODE_FILE']) await writePrivate(join(folder, 'first-code.txt'), `${code}\n`)
}

/** Longer than this nobody waits for a request under way when the machine shuts down. Milliseconds. */
const mostPatienceMs = 15_000

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      setTimeout(() => process.exit(1), mostPatienceMs).unref()
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

if (import.meta.main) {
  main(process.env).catch((error: unknown) => {
    process.stderr.write(`Gather server did not start: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
}
