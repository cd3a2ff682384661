import pg from 'pg'
import { enteringOf, isoOf, openingOf, withRetry, type Scope, type Sql, type Transaction } from './sql.ts'

/** Types that `pg` leaves as text, read the way the port promises: bigint, timestamptz. */
const readers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: Number, // no revision will pass 2^53
  [pg.types.builtins.TIMESTAMPTZ]: isoOf,
  [pg.types.builtins.NUMERIC]: Number,
}

function readerOf(type: number, format?: 'text' | 'binary'): unknown {
  return readers[type] ?? pg.types.getTypeParser(type, format as 'text')
}

/** How to reach a PostgreSQL: a URL, or the parts of the one we run ourselves. */
export type Address = string | { host: string; port: number; user: string; password: string; database: string }

/** A process that stands still in a transaction would hold the team's lock against everybody. Milliseconds. */
const mostIdleMs = 60_000
/** More connections than this only wait for each other on a small machine; the pool queues the rest. */
const mostConnections = 20

/**
 * A pool of connections to a real PostgreSQL. A connection that breaks fails the request on it and nothing else.
 * @param broke is told of connections that break while idle
 */
export function openPostgres(address: Address, broke: (error: Error) => void = () => {}): Sql {
  const where = typeof address === 'string' ? { connectionString: address } : address
  const types = { getTypeParser: readerOf as typeof pg.types.getTypeParser }
  const waiting = {
    max: mostConnections,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: mostIdleMs,
    pipeline: true,
  }
  const pool = new pg.Pool({ ...where, ...waiting, types, application_name: 'gather' })
  pool.on('error', broke) // without a listener an idle connection that breaks ends the process
  return {
    transaction: (scope, work) => withRetry(() => runOn(pool, scope, work)),
    close: () => pool.end(),
  }
}

async function runOn<Answer>(pool: pg.Pool, scope: Scope, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect()
  const ignore = () => {} // a break during a statement also rejects that statement
  client.on('error', ignore)
  let broken: boolean | Error = false
  try {
    await client.query(`${beginOf(scope)};${openingOf(scope)}`)
    const answer = await workOn(client, work)
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error(`the database ended a transaction with ${command}`) // a statement failed and nobody heard of it: nothing is written
    return answer
  } catch (error) {
    await client.query('rollback').catch((second: Error) => {
      broken = second
    })
    throw error
  } finally {
    client.removeListener('error', ignore)
    client.release(broken)
  }
}

/** Ends when all that was begun has ended, waited for or not: behind the rollback it would run by itself, as nobody's. */
async function workOn<Answer>(client: pg.PoolClient, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const { tx, settled } = transactionOn(client)
  try {
    return await work(tx)
  } finally {
    await settled()
  }
}

function beginOf(scope: Scope): string {
  return scope.isolation === 'snapshot' ? 'begin isolation level repeatable read read only' : 'begin'
}

const names = new Map<string, string>()

/** The same name for the same statement; there are a handful of them. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `again ${names.size + 1}`
  names.set(text, name)
  return name
}

/**
 * Statements are sent as they are asked for, without waiting for the answers in between (inOrder.ts); the database works on them in
 * that order. Sent one at a time, each stood idle for as long as this process was at something else.
 */
function transactionOn(client: pg.PoolClient): { tx: Transaction; settled(): Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve()
  const send = <Answer>(mine: Promise<Answer>): Promise<Answer> => {
    last = mine.catch(() => undefined)
    return mine
  }
  const rowsOf = <Found>(query: pg.QueryConfig) => send(client.query(query).then(({ rows }) => rows as Found[]))
  const tx: Transaction = {
    query: <Found>(text: string, values?: readonly unknown[]) => rowsOf<Found>({ text, values: values as unknown[] }),
    again: <Found>(text: string, values?: readonly unknown[]) => rowsOf<Found>({ name: nameOf(text), text, values: values as unknown[] }),
    script: (text) => send(client.query(text).then(() => undefined)),
    enterTeam: (team) => send(client.query(enteringOf(team)).then(() => undefined)),
  }
  return { tx, settled: () => last }
}
