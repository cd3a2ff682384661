import { idSchema } from '../../shared/std/schemas.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { calendarOf } from '../../shared/openData/calendar.ts'
import { datasetOf, rpdePage } from '../../shared/openData/openActive.ts'
import { dateOf } from '../../shared/std/dates.ts'
import { teamsOf } from '../codes.ts'
import { Refusal } from '../errors.ts'
import { sha256 } from '../hash.ts'
import { addressOf, Budget } from '../limits.ts'
import { languageAsked } from '../publicLanguages.ts'
import { pagePolicy } from '../publicPage.ts'
import type { Sql, Transaction } from '../sql/sql.ts'
import { bringUpToDate, readItems, readStanding } from './items.ts'
import { sessionsPage } from './page.ts'
import { serviceFrom, servicesPage, servicesQuery } from './services.ts'

/** What the public doors need. */
export interface OpenDataPorts {
  sql: Sql
  now(): number
  /** Off only in tests. */
  limits: boolean
  /** Where people reach this server, "https://gather.example"; null: as whoever asks has it. */
  publicUrl: string | null
}

/** Calls in a minute, of one address: somebody who collects feeds asks some ten a minute; and of everybody. */
const mostPerMinute = { address: 240, all: 6000 }
/** Things on one page of the feed. */
const itemsPerPage = 500
/** How long an answer is good: a cancelled session is told within a minute. Seconds. */
const freshS = 20
/** A page of the feed that has another behind it, and the last one (RPDE). Seconds. */
const feedS = { before: 3600, last: 8 }

/** Who asked for which team. */
interface Asked {
  tx: Transaction
  team: string
  stub: string
  nowMs: number
}

/**
 * What a team tells the world (story 38): Open Referral UK, OpenActive, a page and a calendar, of the groups that its lead has chosen. Without a
 * team in the address it is that of the only team of the server. A team that tells nothing has no such addresses.
 */
export async function openOpenData(app: FastifyInstance, ports: OpenDataPorts): Promise<void> {
  const [addresses, all] = [new Budget(mostPerMinute.address, ports.now), new Budget(mostPerMinute.all, ports.now)]
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
      if (!ports.limits) return
      addresses.take(addressOf(request.ip))
      all.take('all')
    })
    for (const prefix of ['', '/teams/:team']) routes(scope, prefix, ports)
  })
}

function routes(scope: FastifyInstance, prefix: string, ports: OpenDataPorts): void {
  const get = (path: string, answer: Answerer) =>
    scope.get(`${prefix}${path}`, { config: { caller: 'anyone' } }, async (request, reply) =>
      send(request, reply, await asking(ports, request, (asked) => answer(asked, request))),
    )
  for (const path of ['/openreferral', '/openreferral/']) get(path, () => json(meta))
  get('/openreferral/services', services)
  get('/openreferral/services/:id', service)
  for (const path of ['/openactive', '/openactive/']) get(path, dataset)
  get('/openactive/sessions', feed)
  get('/sessions', page)
  get('/sessions.ics', calendar)
}

/** What is answered: its kind, its text, and for how many seconds it is good. */
interface Answer {
  type: string
  body: string
  freshS: number
  /** Headers besides. */
  more?: Record<string, string>
}
type Answerer = (asked: Asked, request: FastifyRequest) => Promise<Answer> | Answer

function json(body: unknown, type = 'application/json; charset=utf-8', seconds = freshS): Answer {
  return { type, body: JSON.stringify(body), freshS: seconds }
}

/** Who has this answer already is told so, and nothing else. */
function send(request: FastifyRequest, reply: FastifyReply, { type, body, freshS: seconds, more = {} }: Answer): FastifyReply {
  const tag = `W/"${sha256(body).slice(0, 32)}"`
  reply.headers({ ...more, 'cache-control': `public, max-age=${seconds}`, etag: tag })
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  return reply.type(type).send(body)
}

const meta = {
  version: 'HSDS-UK-3.0',
  profile: 'https://docs.openreferraluk.org/en/latest/',
  openapi_url: 'https://docs.openreferraluk.org/en/latest/openapi30.json',
}

async function services({ tx, team, nowMs }: Asked, request: FastifyRequest): Promise<Answer> {
  const query = servicesQuery.safeParse(request.query)
  if (!query.success) throw new Refusal('badRequest')
  const { groups } = await readStanding(tx, team)
  return json(servicesPage(groups, query.data, dateOf(new Date(nowMs).toISOString())))
}

async function service({ tx, team }: Asked, request: FastifyRequest): Promise<Answer> {
  const { id } = request.params as { id: string }
  const found = (await readStanding(tx, team)).groups.find((one) => one.facts.id === id)
  if (!found) throw new Refusal('notFound')
  return json(serviceFrom(found))
}

async function dataset({ tx, team, stub }: Asked): Promise<Answer> {
  return json(datasetOf(await teamName(tx, team), stub), 'application/ld+json; charset=utf-8')
}

const feedQuery = z.object({ afterChangeNumber: z.coerce.number().int().min(0).default(0) })

async function feed({ tx, team, stub }: Asked, request: FastifyRequest): Promise<Answer> {
  const query = feedQuery.safeParse(request.query)
  if (!query.success) throw new Refusal('badRequest')
  const after = query.data.afterChangeNumber
  const items = await readItems(tx, team, after, itemsPerPage)
  return json(rpdePage(items, after, stub), 'application/json; charset=utf-8', items.length > 0 ? feedS.before : feedS.last)
}

async function page({ tx, team, stub }: Asked, request: FastifyRequest): Promise<Answer> {
  const { groups, sessions } = await readStanding(tx, team)
  const parts = groups.map(({ facts }) => ({ facts, sessions: sessions.flatMap((one) => (one.facts.groupId === facts.id ? [one.facts] : [])) }))
  const language = languageAsked(request.query)
  const body = sessionsPage(await teamName(tx, team), parts, { page: `${stub}/sessions`, calendar: `${stub}/sessions.ics`, language })
  return { type: 'text/html; charset=utf-8', body, freshS, more: { 'content-security-policy': pagePolicy } }
}

async function calendar({ tx, team, stub }: Asked): Promise<Answer> {
  const { groups, sessions } = await readStanding(tx, team)
  const of = new Map(groups.map((one) => [one.facts.id, one]))
  const entries = sessions.map(({ facts, number, edition }) => {
    const group = of.get(facts.groupId)
    const at = new Date(Math.max(number, group?.number ?? 0)).toISOString()
    return { session: facts, edition: edition + (group?.edition ?? 0), at, about: group?.facts.about ?? '' }
  })
  const body = calendarOf(entries, await teamName(tx, team), `${stub}/sessions`)
  return { type: 'text/calendar; charset=utf-8', body, freshS, more: { 'content-disposition': 'inline; filename="sessions.ics"' } }
}

async function teamName(tx: Transaction, team: string): Promise<string> {
  const [found] = await tx.query<{ name: string | null }>(
    `select body #>> '{fields,name}' as name from record_row where team = $1 and record = 'team' and id = $1`,
    [team],
  )
  return found?.name ?? ''
}

/** Finds the team, brings what it tells up to date, and answers from that in one transaction. Throws `Refusal` notFound. */
async function asking(ports: OpenDataPorts, request: FastifyRequest, answer: (asked: Asked) => Promise<Answer> | Answer): Promise<Answer> {
  const team = await teamAsked(ports.sql, request.params)
  if (!team) throw new Refusal('notFound')
  request.told = { team: team.id }
  const stub = `${stubOf(ports, request)}${team.path}`
  return ports.sql.transaction({ team: team.id }, async (tx) => {
    const nowMs = ports.now()
    if (!(await bringUpToDate(tx, team.id, nowMs))) throw new Refusal('notFound')
    return answer({ tx, team: team.id, stub, nowMs })
  })
}

const teamId = z.string().toLowerCase().pipe(idSchema)

async function teamAsked(sql: Sql, params: unknown): Promise<{ id: string; path: string } | null> {
  const named = (params as Record<string, unknown> | null)?.['team']
  if (named === undefined) {
    const [only, ...others] = await teamsOf(sql)
    return only && others.length === 0 ? { id: only, path: '' } : null
  }
  const id = teamId.safeParse(named)
  return id.success ? { id: id.data, path: `/teams/${id.data}` } : null
}

/** The beginning of every address in an answer. What a caller writes as its host is only believed where it can be one. */
function stubOf({ publicUrl }: OpenDataPorts, request: FastifyRequest): string {
  if (publicUrl) return publicUrl.replace(/\/+$/, '')
  if (!/^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i.test(request.host)) throw new Refusal('badRequest')
  return `${request.protocol}://${request.host}`
}
