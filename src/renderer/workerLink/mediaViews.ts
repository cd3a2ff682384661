import type { FieldsOf } from '../../shared/records/index.ts'
import type { Use, WhyNot } from '../../shared/rules/mayUse.ts'
import type { ServerRefusal } from '../../shared/ipc/contract.ts'
import type { LinkTrouble } from '../../shared/sync/protocol.ts'
import type { Instant, PlainDate } from '../../shared/std/dates.ts'
import type { NamedPerson } from './sessionViews.ts'

/** Where the file of a picture or film is, in pieces. */
export interface FileState {
  /** On this laptop, of `of`. */
  have: number
  of: number
  /**
   * `sending`: on its way to the surgery, `sent` pieces are there; `toSend`: waits for the network, or for the day's register to go first;
   * `safe`: here and at the surgery; `there`: not here, it is fetched when somebody opens it; `fetching`: on its way here.
   */
  state: 'toSend' | 'sending' | 'safe' | 'there' | 'fetching'
  /** How many the surgery has, as far as this laptop knows. */
  sent: number
  /** Why it was not sent or fetched last time. */
  trouble: LinkTrouble | ServerRefusal | null
  pieceBytes: number
}

/** A picture or film as the list shows it. */
export interface MediaLine {
  mediaId: string
  title: string
  kind: FieldsOf<'media'>['kind']
  bytes: number
  takenOn: PlainDate | null
  group: string | null
  /** Null once it is destroyed. */
  file: FileState | null
  /** Nobody has said who is in it. */
  whoMissing: boolean
  /** For what it may be used today. */
  mayBe: Use[]
  /** Places where it is shown. */
  shownAt: number
  /** Of these, where it may be shown no more. */
  toTakeDown: number
}

/** One use, and who stands in its way. */
export interface UseView {
  use: Use
  may: boolean
  /** The first day on which it may no more; null where it may be used for ever. */
  until: PlainDate | null
  because: { name: string; baby: string | null; why: WhyNot['why'] }[]
}

/** One place where it is or was shown. */
export interface ShownView {
  showingId: string
  use: Use
  where: string
  since: PlainDate
  by: string
  /** It is still shown there and may not be. */
  toTakeDown: boolean
  ended: { how: 'takenDown' | 'cannot'; on: PlainDate; by: string; words: string } | null
}

export interface MediaListView {
  /** The latest first; destroyed ones last. */
  lines: MediaLine[]
  /** A file that is being sealed: bytes done of all. */
  adding: { done: number; of: number } | null
  groups: { groupId: string; name: string }[]
}

/** One picture or film, whole. */
export interface MediaView extends MediaLine {
  fileName: string
  mime: string
  groupId: string | null
  at: Instant
  by: string
  people: NamedPerson[]
  babies: { withId: string; name: string; of: string }[]
  nobody: boolean
  uses: UseView[]
  /** Those that stand first. */
  shown: ShownView[]
  removed: { at: Instant; by: string; because: string } | null
  groups: MediaListView['groups']
}

/** What somebody chose to add. The file is handed over as a reference: it is read a piece at a time. */
export interface MediaToAdd {
  file: Blob
  fileName: string
  title: string
  takenOn: PlainDate | null
  groupId: string | null
  sessionId: string | null
}

/** What came of it. `sameAs`: this very file is there already. */
export type Added = { mediaId: string } | { sameAs: { mediaId: string; title: string } }

/** Why a file cannot be shown. `damaged`: it is not what was once added. */
export type LookTrouble = LinkTrouble | ServerRefusal | 'damaged' | 'diskTooFull' | 'notStored' | 'locked'
