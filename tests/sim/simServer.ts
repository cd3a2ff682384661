import { keyOf, type Row } from '../../src/shared/changes/row.ts'
import {
  zeroChain,
  type ExchangeReply,
  type ExchangeRequest,
  type SnapshotPage,
  type SplitReply,
  type SplitRequest,
} from '../../src/shared/sync/protocol.ts'
import { everyTable } from '../../src/server/backup/dump.ts'
import { backupTeam, restoreTeam } from '../../src/server/backup.ts'
import { issueCode } from '../../src/server/codes.ts'
import { enrol } from '../../src/server/enrol.ts'
import { makeRecoveryKey, recoveryKeysFrom } from '../../src/server/escrow.ts'
import { sha256 } from '../../src/server/hash.ts'
import { zeroStamp } from '../../src/shared/std/stamp.ts'
import { openExchange, type Exchange } from '../../src/server/exchange.ts'
import { releaseHeld, releaseUnknown } from '../../src/server/held.ts'
import { makeTeam, writeAsServer, type DatedDraft } from '../../src/server/ownWriting.ts'
import { snapshot } from '../../src/server/snapshot.ts'
import { split } from '../../src/server/split.ts'
import type { Sql, Transaction } from '../../src/server/sql/sql.ts'
import { faults } from './faults.ts'
import { as, type AppVersion } from './versions.ts'

const keys = recoveryKeysFrom(makeRecoveryKey())

/** One team on the shipped server code and SQL, called without sockets. */
export class SimServer {
  version: AppVersion = 'this'
  readonly team: string
  readonly lead: string
  private readonly sql: Sql
  private readonly exchanging: Exchange
  private readonly now: () => number

  constructor(sql: Sql, now: () => number, newId: () => string) {
    this.team = newId()
    this.lead = newId()
    this.sql = sql
    this.exchanging = openExchange(sql, now)
    this.now = now
  }

  /** Makes the team with its lead and what the drafts say. */
  async begin(drafts: readonly DatedDraft[]): Promise<void> {
    await this.inTeam(async (tx) => {
      await makeTeam(tx, this.team, this.lead, zeroChain, this.now())
      await writeAsServer(
        tx,
        this.team,
        this.lead,
        'begin',
        [
          { record: 'team', row: this.team, fields: { name: 'Simulated team' } },
          { record: 'colleague', row: this.lead, fields: { name: 'Lead', role: 'lead' } },
          ...drafts,
        ],
        this.now(),
      )
    }, 'owner')
  }

  /** A laptop joins for a colleague. */
  async join(colleague: string, deviceName: string): Promise<{ device: string; token: string }> {
    const { code } = await this.inTeam((tx) => issueCode(tx, this.team, colleague, 60_000, this.now()))
    return enrol(this.sql, keys, { code, deviceName }, this.now())
  }

  exchange(token: string, request: ExchangeRequest): Promise<ExchangeReply> {
    return as(this.version, () => this.exchanging(this.team, token, structuredClone(request), this.now()))
  }

  snapshot(token: string, after: string | undefined): Promise<SnapshotPage> {
    return as(this.version, () => snapshot(this.sql, this.team, token, { team: this.team, ...(after ? { after } : {}) }, this.now()))
  }

  split(token: string, request: SplitRequest): Promise<SplitReply> {
    return split(this.sql, this.team, token, request, this.now())
  }

  /** After a restore: what joining again with a code does for a laptop that this server no longer knows (SPEC SY29). */
  async knowAgain({ device, token, colleague }: { device: string; token: string; colleague: string }): Promise<void> {
    await this.inTeam((tx) =>
      tx.query(
        `insert into device (team, id, kind, token_hash, colleague, enrolled_at, wipe, have, last_effective)
       values ($1, $2, 'laptop', $3, $4, $5::timestamptz, false, 0, $6)
       on conflict (team, id) do update set token_hash = excluded.token_hash`,
        [this.team, device, sha256(token), colleague, new Date(this.now()).toISOString(), zeroStamp],
      ),
    )
  }

  /** Something the office does: through the same log as everyone's. */
  write(drafts: readonly DatedDraft[]): Promise<void> {
    return as(this.version, () => this.inTeam((tx) => writeAsServer(tx, this.team, this.lead, 'office', drafts, this.now())))
  }

  async revoke(device: string, revoked: boolean): Promise<void> {
    const at = revoked ? new Date(this.now()).toISOString() : null
    await this.inTeam((tx) => tx.query('update device set revoked_at = $3::timestamptz where team = $1 and id = $2', [this.team, device, at]))
  }

  /** The lead wants this laptop emptied. */
  async wipe(device: string): Promise<void> {
    await this.inTeam((tx) =>
      tx.query('update device set revoked_at = coalesce(revoked_at, $3::timestamptz), wipe = true where team = $1 and id = $2', [
        this.team,
        device,
        new Date(this.now()).toISOString(),
      ]),
    )
  }

  /** The lead trusts every laptop again, and wants none emptied. */
  async trustAll(): Promise<void> {
    await this.inTeam((tx) => tx.query('update device set revoked_at = null, wipe = false where team = $1', [this.team]))
  }

  /** Devices it knows, and those of them that are off the team. */
  async devices(): Promise<{ all: Set<string>; off: Set<string> }> {
    const found = await this.inTeam((tx) =>
      tx.query<{ id: string; off: boolean }>('select id, revoked_at is not null as off from device where team = $1', [this.team]),
    )
    return { all: new Set(found.map((one) => one.id)), off: new Set(found.filter((one) => one.off).map((one) => one.id)) }
  }

  /** The next release of the server: takes in what the older one did not understand. */
  async upgrade(): Promise<number> {
    this.version = 'next'
    return as('next', () => releaseUnknown(this.sql, this.team, this.now()))
  }

  /** Where the team's order stands. */
  async head(): Promise<number> {
    const [found] = await this.inTeam((tx) => tx.query<{ revision: number }>('select revision from team_head where team = $1', [this.team]))
    return found?.revision ?? 0
  }

  /** Whether this colleague reaches nothing at all now: a facilitator without a group. */
  async reachesNothing(colleague: string): Promise<boolean> {
    const found = await this.inTeam((tx) =>
      tx.query<{ body: Row }>(`select body from record_row where team = $1 and (record = 'group' or (record = 'colleague' and id = $2))`, [
        this.team,
        colleague,
      ]),
    )
    const own = found.find(({ body }) => body.id === colleague)?.body.fields['role']
    const groups = found.filter(({ body }) => body.record === 'group').flatMap(({ body }) => body.fields['facilitatorIds'] as string[])
    return own === 'facilitator' && !groups.includes(colleague)
  }

  /** Changes that still wait for a row which has come and belongs to somebody. */
  async waitInVain(): Promise<number> {
    const found = await this.inTeam((tx) =>
      tx.query(
        `select h.id from held h where h.team = $1 and h.code = 'notHereYet' and h.settled_at is null
       and exists (select 1 from record_row r where r.team = h.team and r.id = h.waits_for and (r.group_id is not null or r.record = 'person'))`,
        [this.team],
      ),
    )
    return found.length
  }

  /** A lead at the surgery lets everything in that could stand in the log. */
  async releaseAll(): Promise<void> {
    const held = await this.heldIds()
    faults.letInByLead += await this.inTeam(
      async (tx) => (await tx.query(`select id from held where team = $1 and code = 'outOfReach'`, [this.team])).length,
    )
    for (const id of held) await as(this.version, () => releaseHeld(this.sql, this.team, id, this.now(), this.lead))
  }

  /** Writes a backup of the team and calls what is in it durable. */
  backup(): Promise<string[]> {
    return backupTeam(this.sql, this.team, this.now())
  }

  async restore(backup: readonly string[]): Promise<void> {
    await restoreTeam(this.sql, this.team, backup, this.now())
  }

  /** Keys of the rows that a new laptop with this token would load. */
  async keysFor(token: string): Promise<Set<string>> {
    const keys = new Set<string>()
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await this.snapshot(token, after)
      for (const { record, id } of page.rows) keys.add(keyOf(record, id))
      after = page.next
    }
    return keys
  }

  async log(): Promise<{ id: string; revision: number; device: string; effective: string; chain: string; hash: string; body: unknown }[]> {
    return this.inTeam((tx) =>
      tx.query('select id, revision, device, effective, chain, hash, body from change_log where team = $1 order by revision', [this.team]),
    )
  }

  async rows(): Promise<Row[]> {
    const found = await this.inTeam((tx) => tx.query<{ body: Row }>('select body from record_row where team = $1 order by record, id', [this.team]))
    return found.map((one) => one.body)
  }

  /** Ids of everything that was ever taken in or held. */
  async knownIds(): Promise<string[]> {
    const found = await this.inTeam((tx) =>
      tx.query<{ id: string }>('select id from change_log where team = $1 union all select id from held where team = $1', [this.team]),
    )
    return found.map((one) => one.id)
  }

  /** What is held, as it came or blanked. */
  async heldBodies(): Promise<string[]> {
    const found = await this.inTeam((tx) => tx.query<{ body: string }>('select body from held where team = $1', [this.team]))
    return found.map((one) => one.body)
  }

  /** Ids of what is held and waits for somebody: what was closed does not. */
  async waitingIds(): Promise<string[]> {
    const found = await this.inTeam((tx) => tx.query<{ id: string }>('select id from held where team = $1 and settled_at is null', [this.team]))
    return found.map((one) => one.id)
  }

  async heldIds(): Promise<string[]> {
    const found = await this.inTeam((tx) => tx.query<{ id: string }>('select id from held where team = $1 order by id', [this.team]))
    return found.map((one) => one.id)
  }

  /** Removes the team again, so that thousands of runs fit into one database. */
  async remove(): Promise<void> {
    await this.inTeam(async (tx) => {
      for (const table of everyTable) {
        await tx.query(`delete from ${table} where team = $1`, [this.team])
      }
    }, 'owner')
  }

  private inTeam<Answer>(work: (tx: Transaction) => Promise<Answer>, role: 'app' | 'owner' = 'app'): Promise<Answer> {
    return this.sql.transaction({ team: this.team, as: role }, work)
  }
}
