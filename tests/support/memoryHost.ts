import type { Host, JournalFrame, JournalTrouble, SendRequest, ServerRefusal } from '../../src/shared/ipc/contract.ts'
import { markedJournal } from '../../src/shared/journal/markedJournal.ts'
import { replaced } from '../../src/shared/journal/replaced.ts'
import { markBytes } from '../../src/shared/journal/numberMark.ts'
import { fail, ok, type Result } from '../../src/shared/std/result.ts'
import type { LinkTrouble } from '../../src/shared/sync/protocol.ts'
import { MemoryEmptying } from './emptying.ts'
import { markOn } from './markOn.ts'

/** What the laptop runs in, in memory: it outlives restarts, as a disk would. */
export class MemoryHost implements Host {
  keys: string | null = null
  share: Uint8Array | null = new Uint8Array(32).fill(42)
  journal: JournalFrame[] = []
  /** The file beside the keys that holds the highest number. */
  readonly numbers = new Uint8Array(markBytes)
  token: string | null = null
  freeBytes: number | null = 100e9
  /** Set: the next appends fail so. */
  journalTrouble: JournalTrouble | null = null
  /** How long the disk takes: at once, unless the test says otherwise. */
  disk: () => Promise<void> = async () => {}
  /** What happened, in order, for tests that ask what came first. */
  readonly happened: string[] = []
  readonly sent: SendRequest[] = []
  /** The network: nobody there, unless the test says otherwise. */
  network: (request: SendRequest, token: string | null) => Promise<Result<unknown, LinkTrouble | ServerRefusal>> = async () => fail('offline')

  readKeys = async () => this.keys
  writeKeys = async (text: string) => {
    this.keys = text
  }
  keyringShare = async () => this.share
  journalRead = async () => [...this.journal]
  useToken = async (token: string | null) => {
    this.token = token
  }
  freeSpace = async () => this.freeBytes
  makeRoom = async () => this.happened.push('asked for room') > 0

  /** Emptying, which the test may cut; its steps are done here. */
  readonly emptying = new MemoryEmptying([
    () => {
      this.keys = this.share = null
    },
    () => {
      this.journal = []
    },
  ])
  empty = this.emptying.empty
  emptied = this.emptying.emptied
  forgetEmptied = this.emptying.forgetEmptied

  /** Not slow, as tests open laptops by the hundred; another cost or salt still gives another key. */
  argon2id: Host['argon2id'] = async (passphrase, salt, memoryKiB, passes) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([passphrase, [...salt], memoryKiB, passes]))))

  private append: Host['journalAppend'] = async (frame, firstSequence, lastSequence) => {
    await this.disk()
    if (this.journalTrouble) return fail(this.journalTrouble)
    this.journal.push({ frame, firstSequence, lastSequence })
    this.happened.push(`journal ${firstSequence}-${lastSequence}`)
    return ok(null)
  }

  private readonly marked = markedJournal(
    (...given) => this.append(...given),
    async () => markOn(this.numbers),
  )
  journalAppend = this.marked.journalAppend
  journalNumbers = this.marked.journalNumbers

  journalReplace = async (frames: JournalFrame[]) => {
    this.journal = replaced(this.journal, frames)[1]
  }

  journalDropTo = async (sequence: number) => {
    this.journal = this.journal.filter((frame) => frame.lastSequence > sequence)
  }

  send = async (request: SendRequest) => {
    this.sent.push(request)
    const answer = await this.network(structuredClone(request), this.token)
    return JSON.parse(JSON.stringify(answer)) as typeof answer
  }
}
