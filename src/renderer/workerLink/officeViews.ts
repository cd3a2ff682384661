import type { Instant, PlainDate } from '../../shared/std/dates.ts'
import type { LinkTrouble } from '../../shared/sync/protocol.ts'
import type { ServerRefusal } from '../../shared/ipc/contract.ts'

/** One value that a held change would write, as it can be said. */
export type WrittenValue =
  | { text: string }
  | { moment: Instant }
  | { day: PlainDate }
  | { yes: boolean }
  | { nothing: true }
  /** The id of something that is not on this laptop. */
  | { unknown: true }

/** What one held change would write. */
export interface WrittenView {
  record: string
  /** Whom or what its row is about. */
  subjects: string[]
  fields: { field: string; values: WrittenValue[] }[]
}

/** An act that waits for a lead. */
export interface HeldActView {
  id: string
  at: Instant
  /** Whose laptop it is; empty while their record has not arrived. */
  by: string
  laptop: string
  /** What the laptop says it was; null when it cannot be read. */
  command: string | null
  subjects: string[]
  /** Why: the first that stands against it. A word that this app does not know is said as "a lead decides". */
  code: string
  canLetIn: boolean
  changes: number
  writes: WrittenView[]
}

export interface OfficeLaptopView {
  id: string
  name: string
  by: string
  /** The one on which this is read. */
  mine: boolean
  enrolled: Instant
  heard: Instant | null
  waiting: number | null
  /** Minutes its clock is off, positive: fast; null while unknown or under 5. */
  clockOffMinutes: number | null
  appVersion: string | null
  revoked: Instant | null
  wipe: boolean
  emptied: Instant | null
  unconfirmed: Instant | null
}

export interface OfficeNoticeView {
  id: string
  kind: string
  laptop: string
  by: string
  /** How many things it is about, where that is known. */
  count: number | null
  at: Instant
}

/** What the server said last; it is asked again when the screen opens, and by itself now and then. */
export interface OfficeView {
  /** null: never yet. */
  asked: Instant | null
  asking: boolean
  trouble: LinkTrouble | ServerRefusal | null
  acts: HeldActView[]
  /** How many more acts there are on the server. */
  actsLeft: number
  laptops: OfficeLaptopView[]
  notices: OfficeNoticeView[]
  noticesLeft: number
}

/** What a lead asks of the server. `myOwn`: they have said that they mean the very laptop they use. */
export type OfficeAsk =
  | { ask: 'release'; id: string }
  | { ask: 'settle'; id: string; because: string }
  | { ask: 'revoke' | 'wipe'; device: string; myOwn: boolean }
  | { ask: 'confirm'; device: string }
  | { ask: 'seen'; notice: string }
