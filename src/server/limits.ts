import { isIPv6 } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { teamIn } from './auth.ts'
import { teamsOf } from './codes.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './hash.ts'
import type { Logger } from './log.ts'
import type { Sql } from './sql/sql.ts'

/**
 * How much one caller may ask in a minute. A laptop that the server knows has a budget of its own, so that thirty of them behind
 * one surgery's router do not use up each other's, and nobody who guesses beside them can. Everything unproven counts by
 * address, and only while it stays unproven: a right code and a known laptop cost their address nothing.
 */
export const mostPerMinute = {
  /** Of one laptop: one that catches up sends ten a second, half of what is let through. */
  laptop: 1200,
  /** Calls with tokens that nobody has, of one address: 300 laptops that a restore forgot may each ask once. */
  strangers: 300,
  /** Wrong codes of one address: of 2^40 codes nobody guesses one in its ten minutes. */
  wrongCodes: 30,
  /** The app's own files, and monitors: thirty browsers that open it at once fetch some 600. */
  open: 6000,
} as const

/** Which calls need no laptop's token: with a one-time `code`, or `anyone`. Others are refused before their body is read. */
export type Caller = 'code' | 'anyone'

declare module 'fastify' {
  interface FastifyContextConfig {
    caller?: Caller
  }
}

interface Ports {
  sql: Sql
  now(): number
  log: Logger
  trustProxy: number
}

/** Counts before anything is read or asked of the database. Throws `Refusal` signedOut or busy in `onRequest`. */
export async function openLimits(app: FastifyInstance, ports: Ports): Promise<void> {
  const known = new KnownLaptops(ports.sql)
  await known.load()
  const budgetOf = (name: keyof typeof mostPerMinute) => new Budget(mostPerMinute[name], ports.now)
  const [laptops, strangers, wrongCodes, open] = [budgetOf('laptop'), budgetOf('strangers'), budgetOf('wrongCodes'), budgetOf('open')]
  const warn = warnOfProxy(ports)

  app.addHook('onRequest', async (request) => {
    warn(request)
    const address = addressOf(request.ip)
    const { caller } = request.routeOptions.config
    if (caller === 'code') return wrongCodes.take(address)
    if (caller === 'anyone' || (request.method === 'GET' && !request.headers.authorization)) return open.take(address)
    const token = tokenOf(request)
    if (!token || !known.hasMet(token)) await meet(token, address)
    laptops.take(sha256(token ?? ''))
  })

  /** A stranger is paid for before the database is asked: a thousand at once must not all be looked up. */
  const meet = async (token: string | null, address: string) => {
    strangers.take(address)
    if (!token || !(await known.lookUp(token))) throw new Refusal('signedOut')
    strangers.giveBack(address)
  }

  app.addHook('onResponse', async (request, reply) => {
    const { caller } = request.routeOptions.config
    if (caller === 'code' && reply.statusCode < 400) wrongCodes.giveBack(addressOf(request.ip))
    if (reply.statusCode === 401) known.forget(tokenOf(request))
  })
}

/** The token of a call, if it looks like one of ours. */
export function tokenOf(request: FastifyRequest): string | null {
  return request.headers.authorization?.match(/^Bearer ([\w.-]{20,200})$/)?.[1] ?? null
}

/** Tells a caller that was refused when to come back. */
export function sayWhen(reply: FastifyReply, refusal: Refusal): void {
  if (refusal.afterS !== null) reply.header('retry-after', String(refusal.afterS))
}

/** Who is one caller: an IPv6 network hands a whole /64 to one machine. */
export function addressOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(plain) ? firstHalf(plain) : plain
}

function firstHalf(ip: string): string {
  const [before = '', after = ''] = ip.split('::')
  const left = before === '' ? [] : before.split(':')
  const right = after === '' ? [] : after.split(':')
  const gap: string[] = ip.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

const minuteMs = 60_000

/**
 * So many a minute for each key, by the server's clock. Everybody's minute begins at the same moment, so that the counts are
 * dropped whole and nobody can fill the memory with keys for longer. `@fastify/rate-limit` counts each call once, before
 * anybody knows whether it was right; here what proves right is given back.
 */
export class Budget {
  private readonly most: number
  private readonly now: () => number
  private readonly windowMs: number
  private readonly counts = new Map<string, number>()
  private window = 0

  /** @param windowMs how long a budget lasts, if not a minute */
  constructor(most: number, now: () => number, windowMs: number = minuteMs) {
    this.most = most
    this.now = now
    this.windowMs = windowMs
  }

  /** Throws `Refusal` busy, with the seconds until the next minute, when nothing is left. */
  take(key: string): void {
    this.turn()
    const count = this.counts.get(key) ?? 0
    if (count >= this.most) throw new Refusal('busy', Math.max(1, Math.ceil(((this.window + 1) * this.windowMs - this.now()) / 1000)))
    this.counts.set(key, count + 1)
  }

  giveBack(key: string): void {
    const count = this.counts.get(key)
    if (count !== undefined && count > 0) this.counts.set(key, count - 1)
  }

  private turn(): void {
    const window = Math.floor(this.now() / this.windowMs)
    if (window === this.window) return
    this.window = window
    this.counts.clear()
  }
}

/** Hashes of tokens that the database has, so that a laptop costs no question and a stranger one. */
class KnownLaptops {
  private readonly sql: Sql
  private readonly hashes = new Set<string>()

  constructor(sql: Sql) {
    this.sql = sql
  }

  async load(): Promise<void> {
    for (const team of await teamsOf(this.sql)) {
      const found = await this.sql.transaction({ team }, (tx) =>
        tx.query<{ hash: string }>('select token_hash as hash from device where team = $1 and token_hash is not null', [team]),
      )
      for (const { hash } of found) this.hashes.add(hash)
    }
  }

  hasMet(token: string): boolean {
    return this.hashes.has(sha256(token))
  }

  /** Whether the database has it: one that joined since is looked up once. */
  async lookUp(token: string): Promise<boolean> {
    const team = teamIn(token)
    if (!team) return false
    const hash = sha256(token)
    const found = await this.sql.transaction({ team }, (tx) => tx.query('select 1 from device where team = $1 and token_hash = $2', [team, hash]))
    if (found.length > 0) this.hashes.add(hash)
    return found.length > 0
  }

  /** The database did not know it after all: another one was put in its place. */
  forget(token: string | null): void {
    if (token) this.hashes.delete(sha256(token))
  }
}

/** Says once in the log that a proxy stands before us and is not believed: then everybody shares one address's budgets. */
function warnOfProxy({ log, trustProxy }: Ports): (request: FastifyRequest) => void {
  let said = trustProxy > 0
  return (request) => {
    if (said || !request.headers['x-forwarded-for']) return
    said = true
    log.warn('calls come through a proxy and GATHER_TRUST_PROXY is not set: everybody counts as one address')
  }
}
