import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import type { z } from 'zod'
import {
  codeRequestSchema,
  emptiedRequestSchema,
  enrolRequestSchema,
  escrowRequestSchema,
  exchangeRequestSchema,
  protocolVersion,
  recoverRequestSchema,
  snapshotQuerySchema,
  splitRequestSchema,
} from '../shared/sync/protocol.ts'
import { teamOfToken } from './auth.ts'
import { codeFor } from './codes.ts'
import { noteEmptied } from './emptied.ts'
import { enrol, keepEscrow, recover } from './enrol.ts'
import { Refusal } from './errors.ts'
import type { RecoveryKeys } from './escrow.ts'
import { openExchange } from './exchange.ts'
import { openFiles } from './files/door.ts'
import type { Ledger } from './ledger.ts'
import { openLimits, sayWhen, tokenOf } from './limits.ts'
import type { Logger } from './log.ts'
import { reconcile } from './reconcile.ts'
import { openOffice } from './officeDoors.ts'
import { openOpenData } from './openData/door.ts'
import { sampleSchema, type SampleDoor } from './sample/door.ts'
import { openSelfReferral } from './selfReferral/door.ts'
import { snapshot } from './snapshot.ts'
import { split } from './split.ts'
import { isAway, type Sql } from './sql/sql.ts'
import { minClient } from './versions.ts'
import { serveWeb } from './web.ts'

/** Everything that the routes need, told from outside. */
export interface Ports {
  sql: Sql
  /** Milliseconds since 1970. */
  now(): number
  keys: RecoveryKeys
  log: Logger
  appVersion: string
  /** Null when this server offers no sample team. */
  sample: SampleDoor | null
  /** Folder of the browser host, or null when it was not built. */
  webRoot: string | null
  /** Off only in tests. */
  limits: boolean
  /** How many proxies before us say who calls: the last ones in `X-Forwarded-For`. 0: nobody is believed. */
  trustProxy: number
  /** The team to which people refer themselves on a public page, or null: there is no such page. */
  selfReferral: string | null
  /** Where people reach this server, for addresses that it publishes; null: as whoever asks has it. */
  publicUrl: string | null
  /** Room for the files of one team. Bytes. */
  teamFileBytes: number
  /** What outlives a restore. */
  ledger: Ledger
}

/**
 * 500 of the longest notes in the widest script are 6.4 MB; a day's register is 0.1. A refused batch would wait for
 * ever.
 */
const mostBytes = 8 * 1024 * 1024
/** Enough for any code, key or name; who has only a code need send no more. */
const fewBytes = 16 * 1024

/** The server's doors. Each route is a sentence: authenticate, parse, do, present. */
export async function openDoors(ports: Ports): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: ports.log as FastifyBaseLogger,
    bodyLimit: mostBytes,
    trustProxy: (_address: string, hop: number) => hop < ports.trustProxy, // not `true`: then whoever calls could say any address
    logController: new LogController({ disableRequestLogging: true }), // its own lines name the address and the query
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore', // such a change is held like any bad one, not its batch
    keepAliveTimeout: 65_000,
    requestTimeout: 60_000,
  })
  await guard(app, ports)
  routes(app, ports)
  openOffice(app, { ...ports, callerIn, parsed })
  openFiles(app, { ...ports, callerIn, parsed })
  await openSelfReferral(app, ports)
  await openOpenData(app, ports)
  await serveWeb(app, ports.webRoot)
  return app
}

async function guard(app: FastifyInstance, ports: Ports): Promise<void> {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal.word === 'serverTrouble') request.log.error({ error, route: request.routeOptions.url }, 'unexpected')
    sayWhen(reply, refusal)
    return reply.code(refusal.status).send({ error: refusal.word })
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'notFound' }))
  app.addHook('onResponse', (request, reply, done) => {
    const asked = { method: request.method, route: request.routeOptions.url }
    const answer = { status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    request.log.info({ ...asked, ...answer, ...request.told }, 'answered')
    done()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store') // answers hold people
  })
  app.decorateRequest('told', null as never)
  if (ports.limits) await openLimits(app, ports)
  await app.register(helmet, headers)
  const packings: ('gzip' | 'deflate')[] = ['gzip', 'deflate']
  await app.register(compress, { threshold: 1024, encodings: packings, requestEncodings: packings })
  app.addHook('preSerialization', (request, _reply, payload) => afterTrust(ports, request, payload))
}

/** Routes that change who is trusted: what they did stands in the ledger too before it is answered. */
const changeTrust = new Set(['/enrol', '/office/revoke', '/office/wipe', '/office/confirm'])

async function afterTrust({ sql, ledger, now }: Ports, request: FastifyRequest, payload: unknown): Promise<unknown> {
  const { url = '' } = request.routeOptions
  if (request.method !== 'POST' || !changeTrust.has(url)) return payload
  await reconcile(sql, ledger, now()).catch((error: unknown) => {
    if (url !== '/enrol') throw error
    request.log.error({ error }, 'the list of laptops beside the database could not be kept') // its code is used up: it is in
  })
  return payload
}

/** The browser host is our own code and asks nobody else; `wasm-unsafe-eval` is for Argon2id. */
const headers = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'blob:', 'data:'],
      'media-src': ['blob:'], // a film that is looked at, unsealed in memory
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'frame-src': ["'self'"], // the kiosk's page
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
  frameguard: { action: 'deny' as const },
}

/** How soon to come again while the database is away: it is started again within seconds. */
const awayS = 3

/** Errors of the framework and of the database, in our words. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (isAway(error)) return new Refusal('busy', awayS)
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500
  if (status === 413) return new Refusal('tooLarge')
  if (status === 429) return new Refusal('busy')
  return new Refusal(typeof status === 'number' && status < 500 ? 'badRequest' : 'serverTrouble')
}

function routes(app: FastifyInstance, ports: Ports): void {
  const { sql, keys, now } = ports
  const withCode = { config: { caller: 'code' as const }, bodyLimit: fewBytes }
  const anyone = { config: { caller: 'anyone' as const }, bodyLimit: fewBytes }
  const short = { bodyLimit: fewBytes }
  const exchange = openExchange(sql, now)

  app.post('/exchange', async (request) => {
    const { token, team } = callerIn(request)
    const asked = parsed(exchangeRequestSchema, request.body)
    if (asked.protocol > protocolVersion || asked.protocol < minClient) throw new Refusal('upgradeNeeded')
    const reply = await exchange(team, token, asked, now())
    const held = reply.results.filter((one) => one.state === 'held').length
    const { revision, reset } = reply
    request.told = { team, sent: asked.changes.length, held, told: reply.changes.length, revision, reset }
    return reply
  })

  app.get('/snapshot', async (request) => {
    const { token, team } = callerIn(request)
    const page = await snapshot(sql, team, token, parsed(snapshotQuerySchema, request.query), now())
    request.told = { team, rows: page.rows.length, revision: page.revision }
    return page
  })

  app.post('/enrol', withCode, (request) => enrol(sql, keys, parsed(enrolRequestSchema, request.body), now()))

  app.post('/recover', withCode, (request) => recover(sql, keys, parsed(recoverRequestSchema, request.body), now()))

  app.post('/emptied', withCode, (request) => noteEmptied(sql, parsed(emptiedRequestSchema, request.body), now()))

  app.post('/escrow', short, async (request) => {
    const { token, team } = callerIn(request)
    await keepEscrow(sql, team, token, parsed(escrowRequestSchema, request.body).sealed, now())
    return { kept: true }
  })

  app.post('/split', short, (request) => {
    const { token, team } = callerIn(request)
    return split(sql, team, token, parsed(splitRequestSchema, request.body), now())
  })

  app.post('/codes', short, (request) => {
    const { token, team } = callerIn(request)
    return codeFor(sql, team, token, parsed(codeRequestSchema, request.body).colleagueId, now())
  })

  app.post('/sample', anyone, (request) => {
    if (!ports.sample) throw new Refusal('notFound')
    return ports.sample(parsed(sampleSchema, request.body ?? {}))
  })

  app.get('/health', () => ({ ok: true }))

  app.get('/ready', async () => {
    await sql.transaction({ team: null }, (tx) => tx.query('select value from meta'))
    return { ok: true }
  })

  app.get('/about', () => ({ localServer: true, sample: ports.sample !== null, appVersion: ports.appVersion }))
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw new Refusal('badRequest')
  return result.data
}

/** Who calls: the token, and the team that it names. Whether it is a good one, the transaction finds out. */
function callerIn(request: FastifyRequest): { token: string; team: string } {
  const token = tokenOf(request)
  const team = teamOfToken(token)
  return { token: token as string, team }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the log line of this request says besides: ids and counts. */
    told: Record<string, unknown> | null
  }
}
