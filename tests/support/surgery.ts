import { v7 } from 'uuid'
import type { Change, Json } from '../../src/shared/changes/change.ts'
import { makeStamp } from '../../src/shared/std/stamp.ts'
import {
  enrolReplySchema,
  exchangeReplySchema,
  protocolVersion,
  snapshotPageSchema,
  type Bookmark,
  type EnrolReply,
  type ExchangeReply,
  type SnapshotPage,
} from '../../src/shared/sync/protocol.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import { issueCode } from '../../src/server/codes.ts'
import { makeRecoveryKey } from '../../src/server/escrow.ts'
import { prepare } from '../../src/server/firstStart.ts'
import { startServer, type Server, type ServerOptions } from '../../src/server/index.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { emptyDatabase } from './emptyDatabase.ts'
import { openTestMemory } from './memory.ts'

/** How to open a surgery. */
export interface SurgeryOptions {
  /** `memory` needs nothing; `postgres` only works in `x.pg.test.ts`. */
  kind: 'memory' | 'postgres'
  /** The server's clock, milliseconds since 1970. */
  now?: () => number
  /** Listen on a real port (0: any). Without it only `handle` reaches the server, which is quicker. */
  port?: number
  sample?: boolean
  more?: Partial<ServerOptions>
}

/** The team's server as it ships, on a database of its own. */
export interface Surgery {
  server: Server
  sql: Sql
  team: string
  lead: string
  /** "http://127.0.0.1:…" when it listens. */
  url: string
  now(): number
  /** A request without a socket. POST with a body, GET without. */
  handle(path: string, body?: unknown, token?: string, query?: Record<string, string>): Promise<{ status: number; body: any }>
  /** A fresh code for a colleague. */
  codeFor(colleague: string): Promise<string>
  /** A new colleague; answers the id. */
  hire(role: Role, name?: string): Promise<string>
  /** An enrolled laptop of this colleague (the lead, unless said). */
  enrol(colleague?: string): Promise<TestLaptop>
  /** Empties the database and begins the team again: cheaper than another surgery. */
  empty(): Promise<void>
  close(): Promise<void>
}

/** Opens a surgery with its first team. */
export async function openSurgery(options: SurgeryOptions): Promise<Surgery> {
  const { sql, close } = await databaseOf(options.kind)
  const now = options.now ?? Date.now
  const server = await startServer({
    sql,
    now,
    recoveryKey: makeRecoveryKey(),
    port: options.port ?? -1,
    limits: false,
    sample: options.sample ?? false,
    ...options.more,
  })
  const surgery: Surgery = {
    server,
    sql,
    now,
    url: server.address,
    team: '',
    lead: '',
    handle: (path, body, token, query) => handle(server, path, body, token, query),
    codeFor: (colleague) =>
      sql.transaction({ team: surgery.team }, async (tx) => (await issueCode(tx, surgery.team, colleague, 600_000, now())).code),
    hire: (role, name = role) => hire(surgery, role, name),
    enrol: (colleague) => enrolLaptop(surgery, colleague ?? surgery.lead),
    async empty() {
      await emptyDatabase(sql)
      await prepare(sql, { team: 'Our team', lead: 'Team lead' }, now())
      await findTeam(surgery)
    },
    async close() {
      await server.close()
      await close()
    },
  }
  await findTeam(surgery)
  return surgery
}

async function databaseOf(kind: 'memory' | 'postgres'): Promise<{ sql: Sql; close(): Promise<void> }> {
  if (kind === 'postgres') return (await import('./postgres.ts')).throwAwayDatabase()
  const sql = await openTestMemory()
  return { sql, close: () => sql.close() }
}

async function findTeam(surgery: Surgery): Promise<void> {
  const [team] = await surgery.sql.transaction({ team: null }, (tx) => tx.query<{ team: string }>('select team from team_list order by at'))
  surgery.team = team?.team ?? ''
  const [own] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ colleague: string }>(`select colleague from device where kind = 'server'`),
  )
  surgery.lead = own?.colleague ?? ''
}

async function handle(server: Server, path: string, body?: unknown, token?: string, query?: Record<string, string>) {
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  const how = body === undefined ? { method: 'GET' as const } : { method: 'POST' as const, payload: body as object }
  const answer = await server.app.inject({ url: path, ...how, headers, ...(query ? { query } : {}) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

async function hire(surgery: Surgery, role: Role, name: string): Promise<string> {
  const id = v7()
  const draft = { record: 'colleague', row: id, fields: { name, role } }
  await surgery.sql.transaction({ team: surgery.team }, (tx) => writeAsServer(tx, surgery.team, surgery.lead, 'hire', [draft], surgery.now()))
  return id
}

/** A laptop as the server meets it: a token, a bookmark, a sequence. It folds nothing. */
export interface TestLaptop {
  joined: EnrolReply
  bookmark: Bookmark | null
  sequence: number
  /** A change of this laptop, not yet sent. Each is an act of its own unless said. */
  write(record: string, row: string, fields: { [field: string]: Json }, more?: Partial<Change>): Change
  /** Sends these and takes in the bookmark. Throws unless the answer is a reply of the protocol. */
  exchange(changes?: readonly unknown[], more?: object): Promise<ExchangeReply>
  /** All pages of a first load; takes in the bookmark. */
  load(): Promise<SnapshotPage[]>
}

async function enrolLaptop(surgery: Surgery, colleague: string): Promise<TestLaptop> {
  const answer = await surgery.handle('/enrol', { code: await surgery.codeFor(colleague), deviceName: 'a laptop' })
  const joined = enrolReplySchema.parse(answer.body)
  const laptop: TestLaptop = {
    joined,
    bookmark: null,
    sequence: 0,
    write: (record, row, fields, more = {}) => changeOf(surgery, laptop, record, row, fields, more),
    exchange: (changes = [], more = {}) => exchangeOf(surgery, laptop, changes, more),
    load: () => loadOf(surgery, laptop),
  }
  return laptop
}

function changeOf(
  surgery: Surgery,
  laptop: TestLaptop,
  record: string,
  row: string,
  fields: { [field: string]: Json },
  more: Partial<Change>,
): Change {
  laptop.sequence += 1
  const device = laptop.joined.device
  return {
    id: v7(),
    team: surgery.team,
    device,
    sequence: laptop.sequence,
    stamp: makeStamp({ ms: surgery.now(), counter: laptop.sequence % 1000, device }),
    actor: laptop.joined.colleague.id,
    act: v7(),
    command: 'test',
    record,
    row,
    version: 1,
    fields,
    ...more,
  }
}

async function exchangeOf(surgery: Surgery, laptop: TestLaptop, changes: readonly unknown[], more: object): Promise<ExchangeReply> {
  const request = {
    protocol: protocolVersion,
    appVersion: 'test',
    team: surgery.team,
    deviceNow: surgery.now(),
    bookmark: laptop.bookmark,
    waiting: 0,
    changes,
    ...more,
  }
  const answer = await surgery.handle('/exchange', request, laptop.joined.token)
  if (answer.status !== 200) throw new Error(`exchange answered ${answer.status} ${JSON.stringify(answer.body)}`)
  const reply = exchangeReplySchema.parse(answer.body)
  if (laptop.bookmark && !reply.reset && reply.device === 'ok') laptop.bookmark = { epoch: reply.epoch, revision: reply.revision, chain: reply.chain }
  return reply
}

async function loadOf(surgery: Surgery, laptop: TestLaptop): Promise<SnapshotPage[]> {
  const pages: SnapshotPage[] = []
  for (let after: string | undefined; pages.length === 0 || after !== undefined;) {
    const answer = await surgery.handle('/snapshot', undefined, laptop.joined.token, { team: surgery.team, ...(after ? { after } : {}) })
    const page = snapshotPageSchema.parse(answer.body)
    pages.push(page)
    after = page.next
  }
  const { epoch, revision, chain } = pages.at(-1) as SnapshotPage
  laptop.bookmark = { epoch, revision, chain }
  return pages
}
