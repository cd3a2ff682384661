import { randomBytes } from 'node:crypto'
import { dateOf } from '../shared/std/dates.ts'
import { mayWrite } from '../shared/rules/policies.ts'
import { authenticate } from './auth.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './hash.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** Crockford's letters: no I, L, O, U, so that a code read over the phone cannot be misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** How long a code made by a lead lives: long enough to walk to the other worker. Milliseconds. */
const codeLifeMs = 10 * 60_000

/** A fresh code of 40 bits, "KX7M-2PQ9". */
export function makeCode(): string {
  const signs = [...randomBytes(8)].map((byte) => letters[byte % 32]).join('')
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** What is kept of a code. Reads what people type: lower case, spaces, O for 0, I and L for 1. */
export function hashOfCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  return sha256(`code|${plain}`)
}

/** Writes down a new code for a colleague. @param lifeMs null: until it is used, for the first of an empty server */
export async function issueCode(
  tx: Transaction,
  team: string,
  colleague: string,
  lifeMs: number | null,
  nowMs: number,
): Promise<{ code: string; expiresAt: string | null }> {
  const code = makeCode()
  const expiresAt = lifeMs === null ? null : new Date(nowMs + lifeMs).toISOString()
  await tx.query(
    `insert into code (team, hash, colleague, created_at, expires_at)
     values ($1, $2, $3, $4::timestamptz, $5::timestamptz)`,
    [team, hashOfCode(code), colleague, new Date(nowMs).toISOString(), expiresAt],
  )
  return { code, expiresAt }
}

/** A lead asks for a code for a colleague. Throws `Refusal` signedOut or refused. */
export function codeFor(sql: Sql, team: string, token: string, colleague: string, nowMs: number): Promise<{ code: string; expiresAt: string }> {
  return sql.transaction({ team }, async (tx) => {
    const device = await authenticate(tx, team, token, nowMs, false)
    if (device.revoked || !device.role || !mayWrite(device.role, 'colleague')) throw new Refusal('refused')
    if (!(await isHere(tx, team, colleague, nowMs))) throw new Refusal('refused')
    const { code, expiresAt } = await issueCode(tx, team, colleague, codeLifeMs, nowMs)
    return { code, expiresAt: expiresAt as string }
  })
}

/** Whether somebody is a colleague of this team who has not left. */
async function isHere(tx: Transaction, team: string, colleague: string, nowMs: number): Promise<boolean> {
  const [found] = await tx.query<{ left_on: string | null }>(
    `select least(body #>> '{fields,leftOn}', body #>> '{fields,partnerUntil}') as left_on from record_row where team = $1 and record = 'colleague' and id = $2`,
    [team, colleague],
  )
  return found !== undefined && (found.left_on === null || found.left_on >= dateOf(new Date(nowMs).toISOString()))
}

/** The teams of this server; ids only. */
export async function teamsOf(sql: Sql): Promise<string[]> {
  const found = await sql.transaction({ team: null }, (tx) => tx.query<{ team: string }>('select team from team_list order by at, team'))
  return found.map((one) => one.team)
}

/**
 * Looks for a code team by team: a server has one or a few, and a code that named its team would be longer to type.
 * Then does the work in that team's transaction. Throws `Refusal` wrongCode.
 */
export async function withCode<Answer>(
  sql: Sql,
  typed: string,
  work: (tx: Transaction, team: string, hash: string) => Promise<Answer>,
): Promise<Answer> {
  const hash = hashOfCode(typed)
  for (const team of await teamsOf(sql)) {
    const answer = await sql.transaction({ team }, async (tx) => {
      const [found] = await tx.query('select hash from code where team = $1 and hash = $2', [team, hash])
      return found ? { value: await work(tx, team, hash) } : null
    })
    if (answer) return answer.value
  }
  throw new Refusal('wrongCode')
}

/**
 * Uses up a code: the second of two laptops with the same code waits here and is told so. Answers the colleague it
 * belongs to. Throws `Refusal` codeUsed or codeExpired; a code ends with the last day of the one it was made for.
 */
export async function useCode(tx: Transaction, team: string, hash: string, nowMs: number): Promise<string> {
  const [found] = await tx.query<{ colleague: string; expires_at: string | null; used_at: string | null }>(
    'select colleague, expires_at, used_at from code where team = $1 and hash = $2 for update',
    [team, hash],
  )
  if (!found) throw new Refusal('wrongCode')
  if (found.used_at !== null) throw new Refusal('codeUsed')
  if (found.expires_at !== null && Date.parse(found.expires_at) <= nowMs) throw new Refusal('codeExpired')
  if (!(await isHere(tx, team, found.colleague, nowMs))) throw new Refusal('codeExpired')
  const at = new Date(nowMs).toISOString()
  await tx.query('update code set used_at = $3::timestamptz where team = $1 and hash = $2', [team, hash, at])
  return found.colleague
}
