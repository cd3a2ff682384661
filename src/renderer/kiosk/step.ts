import type { KioskFound } from '../../shared/ipc/kiosk.ts'
import type { KioskWord } from './words/en.ts'

/** Where the one person before the screen is. */
export type Step =
  | { at: 'name'; found?: KioskFound; first?: KioskWord }
  | { at: 'in'; name: string; ticket: string; already: boolean }
  | { at: 'told'; name: string }
  | { at: 'leader'; word: KioskWord }
  | { at: 'card' }
  | { at: 'leave' }
  | { at: 'ended' }
