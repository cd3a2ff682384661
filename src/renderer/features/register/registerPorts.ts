import type { Instant } from '../../../shared/std/dates.ts'
import type { WorkerCalls } from '../../workerLink/contract.ts'
import type { RegisterView } from '../../workerLink/views.ts'
import type { Words } from '../../words/useWords.ts'

/** Asks why a closed register is corrected; null gives up. */
export type AskWhy = (what: string) => Promise<string | null>

/** What the acts of a register need of the window. */
export interface RegisterPorts {
  worker: Pick<WorkerCalls, 'run' | 'signInBest'>
  /** As the worker said it last. */
  register: () => RegisterView
  words: () => Words
  askWhy: AskWhy
  /** Puts the focus into the search. */
  toSearch: () => void
  /** For a screen reader. */
  readOut: (text: string) => void
  now: () => Instant
  /** @param ms milliseconds */
  later: (ms: number, run: () => void) => void
  /** A drawing that waits for the disk's moment. */
  heldBack: { hold: (draw: () => void) => void; letGo: () => void }
  afterDrawing: () => Promise<void>
}

/** Whether the register says that somebody is here and has not left. */
export function isHere(register: RegisterView, personId: string): boolean {
  return register.here.some((row) => row.personId === personId && !row.left)
}
