import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import {
  confirmRequestSchema,
  correctionsQuerySchema,
  mostLaptops,
  mostNotices,
  officeQuerySchema,
  releaseRequestSchema,
  revokeRequestSchema,
  seenRequestSchema,
  settleRequestSchema,
  type OfficeLaptop,
  type OfficeOutcome,
  type OfficeReply,
} from '../shared/sync/office.ts'
import { authenticate, type Device } from './auth.ts'
import { confirmLaptops } from './confirm.ts'
import { correctionsOf } from './corrections.ts'
import { Refusal } from './errors.ts'
import { lastSeenIn } from './lastSeen.ts'
import type { Ledger } from './ledger.ts'
import { releaseIn, settleIn } from './held.ts'
import { heldPage, mayDecide } from './heldActs.ts'
import { noticeSeen, unseenNotices } from './notices.ts'
import { devicesIn, revokeIn } from './office.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** What the office's routes need of the server's doors. */
export interface OfficePorts {
  sql: Sql
  /** Milliseconds since 1970. */
  now(): number
  /** What outlives a restore. */
  ledger: Ledger
  /** Who calls. Throws `Refusal` signedOut. */
  callerIn(request: FastifyRequest): { token: string; team: string }
  /** Throws `Refusal` badRequest. */
  parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema>
}

type Outcome = { outcome: OfficeOutcome }

/** The lead's doors: what is held, the team's laptops, what should be heard of them. Everybody else is refused. */
export function openOffice(app: FastifyInstance, ports: OfficePorts): void {
  const { parsed } = ports
  const forLead = <Answer>(request: FastifyRequest, work: (tx: Transaction, lead: Device, nowMs: number) => Promise<Answer>) =>
    asLead(ports, request, work)

  app.get('/office', (request) => {
    const { after } = parsed(officeQuerySchema, request.query)
    return forLead(request, (tx, lead) => lookRound(tx, lead, after))
  })

  app.get('/office/last-seen', (request) => forLead(request, (tx, lead) => lastSeenIn(tx, lead.team)))

  app.get('/office/corrections', (request) => {
    const { person } = parsed(correctionsQuerySchema, request.query)
    return forLead(request, (tx, lead) => correctionsOf(tx, lead, person))
  })

  app.post('/office/release', (request) => {
    const { id } = parsed(releaseRequestSchema, request.body)
    return forLead(request, (tx, lead, nowMs) => letIn(tx, lead, id, nowMs))
  })

  app.post('/office/settle', (request) => {
    const { id, because } = parsed(settleRequestSchema, request.body)
    return forLead(request, (tx, lead, nowMs) => close(tx, lead, id, because, nowMs))
  })

  for (const [path, wipe] of [
    ['/office/revoke', false],
    ['/office/wipe', true],
  ] as const) {
    app.post(path, (request) => {
      const asked = parsed(revokeRequestSchema, request.body)
      return forLead(request, (tx, lead, nowMs) => takeOff(tx, lead, asked, wipe, nowMs))
    })
  }

  app.post('/office/confirm', async (request): Promise<Outcome> => {
    const { device } = parsed(confirmRequestSchema, request.body)
    const { team } = await forLead(request, async (_tx, lead) => lead)
    const confirmed = await confirmLaptops(ports, team, device, ports.now())
    return { outcome: confirmed.length > 0 ? 'done' : 'gone' }
  })

  app.post('/office/seen', (request) => {
    const { notice } = parsed(seenRequestSchema, request.body)
    return forLead(request, async (tx, lead, nowMs): Promise<Outcome> => {
      await noticeSeen(tx, lead.team, notice, lead.colleague, nowMs)
      return { outcome: 'done' }
    })
  })
}

/** Does it in one transaction, in the name of the lead who calls. Throws `Refusal` signedOut or refused. */
function asLead<Answer>(
  { sql, now, callerIn }: OfficePorts,
  request: FastifyRequest,
  work: (tx: Transaction, lead: Device, nowMs: number) => Promise<Answer>,
): Promise<Answer> {
  const { token, team } = callerIn(request)
  const nowMs = now()
  return sql.transaction({ team }, async (tx) => {
    const device = await authenticate(tx, team, token, nowMs, false)
    if (device.revoked || device.role !== 'lead') throw new Refusal('refused')
    return work(tx, device, nowMs)
  })
}

async function lookRound(tx: Transaction, lead: Device, after: string | undefined): Promise<OfficeReply> {
  const page = await heldPage(tx, lead, after)
  if (after !== undefined) return { ...page, laptops: [], notices: [], noticeCount: 0 }
  const notices = await unseenNotices(tx, lead.team)
  return { ...page, laptops: await laptopsOf(tx, lead.team), notices: notices.slice(0, mostNotices), noticeCount: notices.length }
}

async function laptopsOf(tx: Transaction, team: string): Promise<OfficeLaptop[]> {
  const names = await tx.query<{ id: string; name: string | null }>(
    `select id, body #>> '{fields,name}' as name from record_row where team = $1 and record = 'device'`,
    [team],
  )
  const nameOf = new Map(names.map(({ id, name }) => [id, name ?? '']))
  const lines = await devicesIn(tx, team)
  return lines.slice(0, mostLaptops).map((line) => ({ ...line, name: nameOf.get(line.id) ?? '' }))
}

/** A lead's word lets a whole act in. */
async function letIn(tx: Transaction, lead: Device, id: string, nowMs: number): Promise<Outcome> {
  if (!(await mayDecide(tx, lead, id))) return { outcome: 'gone' }
  const taken = await releaseIn(tx, lead.team, id, nowMs, lead.colleague)
  return { outcome: taken > 0 ? 'done' : 'cannot' }
}

async function close(tx: Transaction, lead: Device, id: string, because: string, nowMs: number): Promise<Outcome> {
  if (!(await mayDecide(tx, lead, id))) return { outcome: 'gone' }
  await settleIn(tx, lead.team, id, lead.colleague, because, nowMs)
  return { outcome: 'done' }
}

async function takeOff(
  tx: Transaction,
  lead: Device,
  { device, myOwn }: z.infer<typeof revokeRequestSchema>,
  wipe: boolean,
  nowMs: number,
): Promise<Outcome> {
  if (device === lead.id && !myOwn) return { outcome: 'ownLaptop' }
  return { outcome: (await revokeIn(tx, lead.team, device, wipe, lead.colleague, nowMs)) ? 'done' : 'gone' }
}
