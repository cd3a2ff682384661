import type { LanguageCode, PublicLanguage } from '../../publicLanguages.ts'
import { en, type ReferWords } from './en.ts'
import { pa } from './pa.ts'
import { pl } from './pl.ts'
import { ur } from './ur.ts'

export type { ReferWords }

const words: Readonly<Record<LanguageCode, ReferWords>> = { en, pl, pa, ur }

/** A language with what the page of referral says in it. */
export type Language = PublicLanguage & { words: ReferWords }

/** The page's words in a language. */
export function inLanguage(one: PublicLanguage): Language {
  return { ...one, words: words[one.language] }
}
