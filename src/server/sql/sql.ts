/** A statement's door to the database, inside a transaction. */
export interface Transaction {
  /**
   * One statement. bigint and count come back as number, timestamptz as ISO text, jsonb parsed, whatever the engine.
   * Throws what the engine threw; `sqlState` reads its code.
   */
  query<Found = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Found[]>
  /** The same, for one that comes many times with other values: the engine reads and plans it once for each connection. */
  again<Found = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Found[]>
  /** Several statements without values: migrations. */
  script(text: string): Promise<void>
  /** Narrows what follows to one team (row-level security), for jobs that go through all teams in one transaction. */
  enterTeam(team: string): Promise<void>
}

/** As whom and how a transaction runs. */
export interface Scope {
  /** The team whose rows are seen; null sees no team's rows at all. */
  team: string | null
  /** `owner` is for migrations, backup and restore; everything else runs as the role that row-level security binds. */
  as?: 'app' | 'owner'
  /** `snapshot` reads one moment throughout and writes nothing. */
  isolation?: 'snapshot'
}

/** The database, as the server sees it. One face for PostgreSQL of any size and for the in-memory one of unit tests. */
export interface Sql {
  /** All or nothing. The whole of `work` is run again when the engine asks for it, so it must touch nothing else. */
  transaction<Answer>(scope: Scope, work: (tx: Transaction) => Promise<Answer>): Promise<Answer>
  close(): Promise<void>
}

/** The role without rights of its own that every request runs as. It owns nothing, so row-level security binds it. */
export const appRole = 'gather_app'

/** Serialisation failure and deadlock: the engine asks for the whole transaction again (sync-security 3). */
const retriable = new Set(['40001', '40P01'])
const mostTries = 6
/** First pause before another try; doubled and spread at random so that two that collided do not meet again. */
const firstPauseMs = 5

/** The five-letter code of a database error, or undefined for any other. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

/** Whether something was to be written under a key that is there. */
export function isTwice(error: unknown): boolean {
  return sqlState(error) === '23505'
}

/** What an engine says while it stops, starts, or has no connection left; class 08 is a broken connection. */
const awayStates = /^(57P0[123]|53300|08...)$/
/** What the network says of an engine that is not there. */
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'])
/** What the client library says by words alone. */
const awayWords = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether the database is away for the moment: whoever asked comes again and nothing is lost. */
export function isAway(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== undefined && awayStates.test(state)) return true
  if (!(error instanceof Error)) return false
  return awayWords.test(error.message) || ('code' in error && typeof error.code === 'string' && 'syscall' in error && awayCodes.has(error.code))
}

/** Runs it again, whole, while the engine says that only timing was at fault. */
export async function withRetry<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries >= mostTries || !retriable.has(sqlState(error) ?? '')) throw error
      const pause = firstPauseMs * 2 ** tries * (0.5 + Math.random())
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** PostgreSQL's text of a moment, "2026-10-22 10:30:00.5+01", as ISO text in UTC. */
export function isoOf(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

/** Statements that open a transaction's scope, sent in one go: the round trips are most of a small exchange's cost. */
export function openingOf(scope: Scope): string {
  const role = scope.as === 'owner' ? '' : `set local role ${appRole};`
  return `${role}${enteringOf(scope.team)}`
}

/** The statement that tells row-level security the team. Throws on anything but a UUID: it is written into the text. */
export function enteringOf(team: string | null): string {
  if (team === null) return ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(team)) throw new Error('impossible: a team that is no UUID')
  return `select set_config('gather.team', '${team}', true);`
}
