import { z } from 'zod'
import type { Numbers } from '../journal/numberMark.ts'
import { idSchema } from '../std/schemas.ts'
import type { LinkResult, LinkTrouble } from '../sync/protocol.ts'
import type { Result } from '../std/result.ts'

/**
 * Everything the worker may ask of what it runs in. Two hosts keep this contract: Electron's main process (main/) and an
 * ordinary browser (renderer/host/web.ts). Bytes cross as Uint8Array. Nothing here ever carries a name in clear, but for
 * `send`, whose body goes to the team's server over TLS (or loopback).
 */
export interface Host {
  /** What this laptop keeps of its keys, or null before it joined a team. Throws if the file is there and unreadable. */
  readKeys(): Promise<string | null>
  /** Replaces it: written beside, flushed, then renamed, so that a power cut leaves the old or the new one. */
  writeKeys(text: string): Promise<void>
  /** Argon2id, 32 bytes. @param memoryKiB memory in KiB @param salt 16 bytes */
  argon2id(passphrase: string, salt: Uint8Array, memoryKiB: number, passes: number): Promise<Uint8Array>
  /**
   * The share of the key that the operating system's keyring keeps; made at the first call. null where there is no
   * keyring: the passphrase is then the only wall, and the key file says so.
   */
  keyringShare(): Promise<Uint8Array | null>
  /** Appends one sealed frame and flushes it to the disk before it answers. Sequences are the changes inside. */
  journalAppend(frame: Uint8Array, firstSequence: number, lastSequence: number): Promise<Result<null, JournalTrouble>>
  /** Every frame that is whole, oldest first. A torn last frame (power cut) is passed over: it was never acknowledged. */
  journalRead(): Promise<JournalFrame[]>
  /**
   * Puts these frames in the place of those of the same sequences, and lets go of what was in them (SPEC SY42). A cut leaves each segment as it
   * was or as it is to be; asked again, it is done.
   */
  journalReplace(frames: JournalFrame[]): Promise<void>
  /** Forgets whole segments whose every frame ends at or before this sequence. */
  journalDropTo(sequence: number): Promise<void>
  /**
   * Gives up the space that is set aside for a full disk, if the disk is full. Asked by a store that could not write; the
   * journal helps itself. Answers whether there is more room now; it is set aside again once there is space.
   */
  makeRoom(): Promise<boolean>
  /**
   * Destroys what this laptop keeps: first this note is on the disk, then keys and keyring's share go, then the journal and its
   * reserve. Cut in the middle, `emptied` finishes it; done twice, it is done once. The store is the worker's to delete.
   * @param note what remains; nothing of people
   */
  empty(note: string): Promise<void>
  /** The note of an emptied laptop, once all that `empty` destroys is gone; null when it was not emptied. */
  emptied(): Promise<string | null>
  /** Takes the note away: somebody joins anew. */
  forgetEmptied(): Promise<void>
  /** What stands outside of the journal about the numbers of this device's changes; from now on it is kept up with each append. */
  journalNumbers(device: string): Promise<Numbers>
  /** The token sent with each request while unlocked; null forgets it. It never crosses to the window. */
  useToken(token: string | null): Promise<void>
  /** One request to the team's server. Only the paths of `serverPaths` are allowed. */
  send(request: SendRequest): Promise<LinkResult<unknown, LinkTrouble | ServerRefusal>>
  /** Free bytes where the store lies, or null if nobody knows. */
  freeSpace(): Promise<number | null>
}

/** What the host tells the worker unasked. */
export type HostEvent =
  | { event: 'networkUp' }
  /** The laptop goes to sleep or its screen was locked: drop the keys now. */
  | { event: 'lockNow' }

export const journalTroubles = ['diskFull', 'failed'] as const
export type JournalTrouble = (typeof journalTroubles)[number]

export interface JournalFrame {
  firstSequence: number
  lastSequence: number
  frame: Uint8Array
}

/** Refusals that are about a file: its row is not at the server, it was destroyed, a piece is no piece of it, the team's room is used up, a piece is not there. */
export const fileRefusals = ['fileNotKnown', 'fileRemoved', 'pieceGarbled', 'teamFilesFull', 'pieceMissing'] as const

/** Refusals of the server that a person can mend. */
export const serverRefusals = [
  'wrongCode',
  'codeUsed',
  'codeExpired',
  'noSuchDevice',
  'refused',
  'otherPerson',
  'otherTeam',
  'takenOff',
  ...fileRefusals,
] as const
export type ServerRefusal = (typeof serverRefusals)[number]

/** The only doors of the server that a laptop knows. */
export const serverPaths = [
  '/exchange',
  '/snapshot',
  '/enrol',
  '/escrow',
  '/recover',
  '/split',
  '/codes',
  '/emptied',
  '/sample',
  '/health',
  '/office',
  '/office/release',
  '/office/settle',
  '/office/revoke',
  '/office/wipe',
  '/office/confirm',
  '/office/seen',
  '/media',
  '/media/piece',
  '/office/last-seen',
  '/office/corrections',
] as const

/** A request; `body` is sent as JSON by POST, without it the path is fetched by GET. */
export const sendRequestSchema = z.object({
  /** "https://gather.example.nhs.uk" or "http://127.0.0.1:8787"; http only to this machine. */
  server: z.url(),
  path: z.enum(serverPaths),
  query: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  /** Milliseconds until "no answer". */
  timeoutMs: z.int().min(100).max(120_000),
})
export type SendRequest = z.infer<typeof sendRequestSchema>

/** How a method is called over a message port, and answered. A thrown error keeps only its name: messages may hold data. */
export interface HostCall {
  call: number
  method: keyof Host
  args: unknown[]
}
export type HostAnswer = { call: number; ok: true; value: unknown } | { call: number; ok: false; error: string }

/** Checks of what crosses from the worker to main, by method: main trusts nobody (sync-security 7.2, 17). */
export const hostArguments = {
  readKeys: z.tuple([]),
  writeKeys: z.tuple([z.string().max(100_000)]),
  argon2id: z.tuple([z.string().max(1000), z.instanceof(Uint8Array), z.int().min(8).max(1_048_576), z.int().min(1).max(10)]),
  keyringShare: z.tuple([]),
  journalAppend: z.tuple([z.instanceof(Uint8Array), z.int().min(1), z.int().min(1)]),
  journalRead: z.tuple([]),
  journalDropTo: z.tuple([z.int().min(0)]),
  journalReplace: z.tuple([
    z.array(z.object({ frame: z.instanceof(Uint8Array), firstSequence: z.int().min(1), lastSequence: z.int().min(1) })).max(1_000_000),
  ]),
  makeRoom: z.tuple([]),
  empty: z.tuple([z.string().max(2000)]),
  emptied: z.tuple([]),
  forgetEmptied: z.tuple([]),
  journalNumbers: z.tuple([idSchema]),
  useToken: z.tuple([z.string().max(500).nullable()]),
  send: z.tuple([sendRequestSchema]),
  freeSpace: z.tuple([]),
} as const satisfies { [Method in keyof Host]: z.ZodType }

/** What the window itself may ask of main: what needs a window, not the store. */
export interface Gather {
  about: AboutHost
  /** Saves text, or bytes, to a file that the person chooses; false when they changed their mind. */
  saveFile(suggestedName: string, content: string | Uint8Array): Promise<boolean>
  /** Prints what the page's print style leaves of it, through the system's own dialog. */
  printPage(): Promise<PrintOutcome>
  /** The same as an A4 PDF, in a file that the person chooses. */
  savePdf(suggestedName: string): Promise<PrintOutcome>
  /**
   * Opens the kiosk's own window over everything and hides this one. The worker's end of the line between them arrives as a
   * `message` event with data "gather:kiosk-worker-port"; main keeps neither end and hears nothing.
   */
  openKiosk(): void
  /** The worker has ended the kiosk: closes its window and shows this one. */
  closeKiosk(): void
  /** Gives the worker its own way to main; the port arrives as a `message` event with data "gather:port". */
  openPort(): void
}

/** How printing ended. A person who changes their mind is told nothing; what failed gets a sentence. */
export type PrintOutcome = 'done' | 'cancelled' | 'failed'

/** What the app must know of where it runs. */
export interface AboutHost {
  host: 'electron' | 'web'
  appVersion: string
  /** Where `npm start` has put a server, if it did. */
  localServer: string | null
  /** Whether that server offers the sample team. */
  sample: boolean
}
