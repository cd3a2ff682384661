import type { LanguageCode } from '../../publicLanguages.ts'
import { en, type SessionWords } from './en.ts'
import { pa } from './pa.ts'
import { pl } from './pl.ts'
import { ur } from './ur.ts'

export type { SessionWords }

/** What the page of groups and sessions says, by language. */
export const sessionWords: Readonly<Record<LanguageCode, SessionWords>> = { en, pl, pa, ur }
