import type { KioskClient } from './client.ts'
import type { Step } from './step.ts'
import type { Say } from './words/index.ts'

/** What every step of the kiosk is given. */
export interface Parts {
  client: KioskClient
  say: Say
  /** The leader's first name, or null where the group has no leader yet. */
  leader: string | null
  go(step: Step): void
  /** Starts again for the same person: in their language, in their size. */
  again(): void
  /** Starts for the next person: nothing of the last one stays. */
  done(): void
}

/** What somebody is called, of their kiosk name: "Nisha" of "Nisha K." */
export function called(name: string): string {
  return name.replace(/ \S+\.$/u, '')
}
