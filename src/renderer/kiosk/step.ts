import type { KioskAnswer, KioskFound } from '../../shared/ipc/kiosk.ts'
import type { KioskWord } from './words/en.ts'

/** Where the one person before the screen is. */
export type Step =
  | { at: 'name'; found?: KioskFound; first?: KioskWord }
  | { at: 'in'; name: string; ticket: string; already: boolean }
  /** They told how today is: two more questions, if they like. */
  | { at: 'ask' }
  | { at: 'thanks' }
  /** What they wrote may tell of danger: who to call. */
  | { at: 'help'; help: KioskAnswer<'tell'>['help'] }
  | { at: 'told'; name: string }
  | { at: 'leader'; word: KioskWord }
  | { at: 'card' }
  | { at: 'leave' }
  | { at: 'ended' }
