import type { KioskClient } from './client.ts'
import type { Step } from './Kiosk.tsx'
import type { Say } from './words/index.ts'

/** What every step of the kiosk is given. */
export interface Parts {
  client: KioskClient
  say: Say
  /** The leader's first name, or "the leader". */
  leader: string
  go(step: Step): void
  /** Starts again for the next person. */
  again(): void
}

/** What somebody is called, of their kiosk name: "Nisha" of "Nisha K." */
export function called(name: string): string {
  return name.replace(/ \S+\.$/u, '')
}
