import { randomBytes } from 'node:crypto'
import type { Role } from '../shared/records/colleague.ts'
import { dateOf } from '../shared/std/dates.ts'
import { zeroStamp, type Stamp } from '../shared/std/stamp.ts'
import type { Nowhere } from '../shared/sync/protocol.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './hash.ts'
import type { Marks } from './copies.ts'
import type { Author } from './judge.ts'
import type { Transaction } from './sql/sql.ts'
import { readVersions, versionsPlus, type SightVersions } from './sightVersions.ts'

/** An enrolled device, as a request finds it. */
export interface Device {
  id: string
  team: string
  colleague: string
  /** Missing when the colleague is unknown or has left. */
  role: Role | undefined
  /** Off the team, or of a restored backup and not confirmed yet: it may deliver and receives nothing. */
  revoked: boolean
  wipe: boolean
  /** Nobody has said yet that it is still right (SPEC SY22). */
  unconfirmed: boolean
  /** When its team was last restored from a backup. */
  restoredAt: string | null
  /** Highest sequence up to which all its changes are here. */
  have: number
  lastEffective: Stamp
  sight: string | null
  epoch: string
  /** With which the sight of this moment is printed. */
  sightVersions: SightVersions
  /** How its last exchanges followed each other; null before the first. */
  marks: Marks | null
  /** The highest sequence it ever used; null when nobody has looked yet. */
  lastN: number | null
  /** Known to be a copy, or to have one: whoever goes on with it needs an id of their own (SPEC SY25). */
  copied: boolean
  /** Numbers under which nothing will come (SPEC SY30). */
  nowhere: Nowhere[]
}

/**
 * A fresh token, "<team>.<256 random bits>": the team in clear, so that the look-up has the team first like any
 * other.
 */
export function makeToken(team: string): string {
  return `${team}.${randomBytes(32).toString('base64url')}`
}

/** The team a token is for, or null for anything that is no token of ours. */
export function teamIn(token: string | null): string | null {
  return token?.match(/^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{20,100}$/)?.[1] ?? null
}

/** The same. Throws `Refusal` signedOut when there is none. */
export function teamOfToken(token: string | null): string {
  const team = teamIn(token)
  if (!team) throw new Refusal('signedOut')
  return team
}

interface Found {
  token_hash: string
  id: string
  colleague: string
  role: Role | null
  left_on: string | null
  partner_of: string | null
  partner_until: string | null
  revoked_at: string | null
  wipe: boolean
  unconfirmed_since: string | null
  restored_at: string | null
  nameless_erased: number | null
  have: number
  last_effective: string
  sight: string | null
  epoch: string
  sight_versions: string | null
  marks: Marks | null
  last_n: number | null
  copied_at: string | null
  nowhere: Nowhere[] | null
}

/**
 * The device with this token. Throws `Refusal` signedOut when there is none.
 * @param locked holds the device's row until the commit, so that one device's exchanges come one after the other
 */
export async function authenticate(tx: Transaction, team: string, token: string, nowMs: number, locked: boolean): Promise<Device> {
  const device = (await authenticateAll(tx, team, [token], nowMs, locked)).get(token)
  if (!device) throw new Refusal('signedOut')
  return device
}

/** The devices with these tokens, by token; those that there are. Locked in order of their ids, so that two lots cannot wait for each other. */
export async function authenticateAll(
  tx: Transaction,
  team: string,
  tokens: readonly string[],
  nowMs: number,
  locked: boolean,
): Promise<Map<string, Device>> {
  const byHash = new Map(tokens.map((token) => [sha256(token), token]))
  const all = await tx.query<Found>(
    `select d.token_hash, d.id, d.colleague, c.body #>> '{fields,role}' as role, c.body #>> '{fields,leftOn}' as left_on,
       c.body #>> '{fields,partnerOf}' as partner_of, c.body #>> '{fields,partnerUntil}' as partner_until, d.revoked_at,
       d.wipe, d.unconfirmed_since, d.have, d.last_effective, d.sight, d.marks, d.last_n, d.copied_at, d.nowhere,
       (select value from meta where key = 'epoch') as epoch, (select value from meta where key = 'sightVersions') as sight_versions,
       (select h.restored_at from team_head h where h.team = d.team) as restored_at,
       (select h.nameless_erased from team_head h where h.team = d.team) as nameless_erased
     from device d left join record_row c on c.team = d.team and c.record = 'colleague' and c.id = d.colleague
     where d.team = $1 and d.token_hash = any($2::text[]) order by d.id ${locked ? 'for update of d' : ''}`,
    [team, [...byHash.keys()]],
  )
  return new Map(all.map((found) => [byHash.get(found.token_hash) as string, deviceOf(found, team, nowMs)]))
}

function deviceOf(found: Found, team: string, nowMs: number): Device {
  const today = dateOf(new Date(nowMs).toISOString())
  const ended = isOver(found, today)
  const left = ended || (found.left_on !== null && found.left_on < today)
  return {
    id: found.id,
    team,
    colleague: found.colleague,
    wipe: found.wipe || ended, // a partner's laptop sends all it has, then empties itself
    have: found.have,
    sight: found.sight,
    epoch: found.epoch,
    sightVersions: versionsPlus(readVersions(found.sight_versions), found.nameless_erased ?? 0),
    marks: found.marks,
    lastN: found.last_n,
    copied: found.copied_at !== null,
    nowhere: found.nowhere ?? [],
    unconfirmed: !left && found.unconfirmed_since !== null,
    restoredAt: found.restored_at,
    role: left ? undefined : roleOf(found),
    revoked: left || found.revoked_at !== null || found.wipe || found.unconfirmed_since !== null,
    lastEffective: found.last_effective || zeroStamp,
  }
}

/** Whether the last day of a partner's sight is over (story 36). */
function isOver({ partner_of: of, partner_until: until }: Found, today: string): boolean {
  return of !== null && until !== null && until < today
}

/** A partner sees their group's register and nothing else, whatever else their record says. */
function roleOf({ partner_of: of, role }: Found): Role | undefined {
  return of === null ? (role ?? undefined) : 'facilitator'
}

/** The device as the judge of its changes sees it. */
export function authorOf(device: Device): Author {
  const { team, id, colleague, role, revoked } = device
  return { team, device: id, colleague, role, revoked }
}
