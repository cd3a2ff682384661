import { en, type ReferWords } from './en.ts'
import { pa } from './pa.ts'
import { pl } from './pl.ts'
import { ur } from './ur.ts'

export type { ReferWords }

/** The languages of the kiosk (renderer/kiosk/words), each under its own name. */
export const languages = [
  { language: 'en', name: 'English', dir: 'ltr', words: en },
  { language: 'pl', name: 'Polski', dir: 'ltr', words: pl },
  { language: 'pa', name: 'ਪੰਜਾਬੀ', dir: 'ltr', words: pa },
  { language: 'ur', name: 'اردو', dir: 'rtl', words: ur },
] as const satisfies readonly { language: string; name: string; dir: 'ltr' | 'rtl'; words: ReferWords }[]

export type Language = (typeof languages)[number]

/** The language that was asked for; English where nobody has it. */
export function languageOf(asked: unknown): Language {
  return languages.find((one) => one.language === asked) ?? languages[0]
}
