import type { Role } from '../../shared/records/colleague.ts'
import type { CommandName, AnswerOf, InputOf } from '../../shared/commands/index.ts'
import type { Reason } from '../../shared/commands/reasons.ts'
import type { AboutHost, ServerRefusal } from '../../shared/ipc/contract.ts'
import type { SheetOut } from '../../shared/reports/sheets.ts'
import type { Result } from '../../shared/std/result.ts'
import type { OfficeOutcome } from '../../shared/sync/office.ts'
import type { LinkTrouble } from '../../shared/sync/protocol.ts'
import type { Likeness } from '../../shared/rules/duplicates.ts'
import type { Instant } from '../../shared/std/dates.ts'
import type { MediaTrouble } from '../../shared/rules/mediaFiles.ts'
import type { Added, LookTrouble, MediaToAdd } from './mediaViews.ts'
import type { OfficeAsk } from './officeViews.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from './questions.ts'
import type { NamedPerson, SearchHit } from './views.ts'

/** Why a file with a list cannot be read. An empty one is told apart from one that we do not understand. */
export const fileTroubles = ['fileUnreadable', 'fileEmpty', 'fileLocked', 'fileTooLarge'] as const
export type FileTrouble = (typeof fileTroubles)[number]

/** A sheet of a file, as the text of a list. A file of text is one sheet without a name. */
export interface ListSheet {
  name: string
  csv: string
}

/** Where the app stands before any screen: not joined, locked, or open. */
export type Phase =
  | { phase: 'starting' }
  /** Another window of this browser has it open. */
  | { phase: 'elsewhere' }
  /** Never joined; or emptied because the team asked for it (SPEC SY27). */
  | { phase: 'new'; emptied?: true }
  | {
      phase: 'locked'
      /** Milliseconds until the next try. Nothing says whose laptop it is. */ waitMs: number
      returnTo: string | null
      /** A sample laptop's passphrase: everybody on it is invented. */ sample?: string
    }
  | { phase: 'open'; returnTo: string | null }
  /** A participant signs in at the kiosk: this window shows nobody, and every call but locking is refused. */
  | { phase: 'kiosk' }
  /** The store could not be opened and is being made again from journal and server. */
  | { phase: 'rebuilding'; saved: number }

export type JoinTrouble = LinkTrouble | ServerRefusal | 'weakPassphrase' | 'notAddress'
export type UnlockTrouble = 'wrongPassphrase' | 'wait' | 'keyringLost'

/** What is typed in a form and not yet written down: JSON of the form, by which form it is. */
export interface DraftText {
  key: string
  text: string
  at: Instant
}

/** Somebody who may be the one who stands there. No more of them than a stranger may see (story 5). */
export interface Suggestion {
  personId: string
  /** "Nisha K." */
  name: string
  /** The month they were born in, 1 to 12. */
  bornIn: number | null
  because: Likeness[]
  isHere: boolean
}

/** What the window may ask of the worker. Every call answers; none throws for anything a person can meet. */
export interface WorkerCalls {
  /** Joins a team; the passphrase opens this laptop from then on, with no network. */
  join(input: { server: string; code: string; deviceName: string; passphrase: string }): Promise<Result<null, JoinTrouble>>
  /** Joins the local server's sample team, as Priya who leads the walk unless one says. The passphrase is shown on the screen: the people are invented. */
  trySample(input: { server: string; as?: Role }): Promise<Result<{ passphrase: string }, JoinTrouble>>
  unlock(passphrase: string): Promise<Result<null, UnlockTrouble>>
  /** Forgets the keys at once. Nothing unsent is lost. @param returnTo the screen to come back to */
  lock(): Promise<void>
  /** A new passphrase with a new code from the lead, when the old one is forgotten. Keeps everything on the laptop. */
  recover(input: { code: string; passphrase: string }): Promise<Result<null, JoinTrouble>>
  /** Remembers the screen, so that a crash or a lock comes back to it. Flushed; holds ids only. */
  remember(place: string): Promise<void>
  /** A key or pointer moved: puts off the automatic lock. @param atTheDoor 15 minutes instead of 5 */
  active(atTheDoor: boolean): Promise<void>

  /** Does what a person asked. Answers when it is on disk (SPEC SY1). */
  run<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<Result<AnswerOf<Name>, Reason>>
  /** Enter in the search: signs in the best match of the text as typed at that moment. Never undoes. `refused`: who was meant, and why they were not. */
  signInBest(input: { sessionId: string; text: string }): Promise<Result<(NamedPerson & { refused?: Reason }) | { nobody: true }, Reason>>
  /** Takes back this laptop's last act that can be taken back; says its name. */
  undoLast(): Promise<Result<{ command: string; subjects: string[] } | { nothing: true }, Reason>>

  /** Keeps what is typed, sealed, until its form is saved; null drops it. */
  saveDraft(key: string, text: string | null): Promise<void>
  drafts(ofCases: readonly string[]): Promise<DraftText[]>
  /** Hands the laptop to participants at one session, until somebody leaves the kiosk with the passphrase (stories 16, 17). */
  startKiosk(input: { sessionId: string }): Promise<Result<null, Reason>>

  /** Who is meant. No question like the others: Enter means what the last letter has found, so both go one way (`signInBest`). */
  search(input: { sessionId: string; text: string }): Promise<SearchHit[]>
  /** Answers a question once. Null when the laptop is locked. */
  ask<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): Promise<QuestionAnswer<Name> | null>
  /** The sheets of a file that was chosen: text in any alphabet, or a workbook. */
  readList(input: { bytes: Uint8Array }): Promise<Result<ListSheet[], FileTrouble>>
  /** These sheets as a workbook (.xlsx). */
  makeWorkbook(sheets: readonly SheetOut[]): Promise<Uint8Array>
  /** Seals the file of a picture or film onto this laptop and writes its row. It is sent behind the exchange. */
  addMediaFile(input: MediaToAdd): Promise<Result<Added, MediaTrouble | Reason>>
  /** A picture or film to look at, unsealed in memory alone; ☁ fetched first where it is not on this laptop. */
  lookAtMedia(input: { mediaId: string }): Promise<Result<Blob, LookTrouble>>

  sendNow(): Promise<void>
  /** Somebody has read that this laptop went on from an old copy of itself. */
  copyRead(): Promise<void>
  /** ☁ A laptop that the server no longer knows joins again with a new code, and keeps all it has (SPEC SY29). */
  rejoin(input: { code: string; passphrase: string }): Promise<Result<null, JoinTrouble | UnlockTrouble>>
  /** ☁ Asks the server for an enrolment code. */
  makeCode(input: { colleagueId: string }): Promise<Result<{ code: string; expiresAt: string }, LinkTrouble | ServerRefusal>>
  /** ☁ Asks the server what waits for a lead; the answer is the view "office". @param more the next page of what is on hold */
  lookAtOffice(input: { more: boolean }): Promise<void>
  /** ☁ A lead decides about what is on hold, a laptop or a notice. */
  decideAtOffice(input: OfficeAsk): Promise<Result<OfficeOutcome, LinkTrouble | ServerRefusal>>
}

/** A live answer, and which question it is to. */
export interface Told {
  watch: number
  value: QuestionAnswer<QuestionName>
}

/** Messages between window and worker. Views are told again whenever they change; a view that failed says so once. */
export type ToWorker =
  | { kind: 'start'; about: AboutHost }
  | { kind: 'call'; call: number; method: keyof WorkerCalls; input: unknown[] }
  | { kind: 'watch'; watch: number; view: QuestionName; params: unknown }
  | { kind: 'unwatch'; watch: number }
export type ToWindow =
  | { kind: 'phase'; phase: Phase }
  | { kind: 'answer'; call: number; value: unknown }
  | { kind: 'broke'; call: number; error: string }
  | { kind: 'views'; told: readonly Told[] }
