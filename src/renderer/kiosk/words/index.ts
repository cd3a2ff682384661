import { must } from '../../../shared/std/assert.ts'
import { en, type KioskWord, type KioskWords } from './en.ts'
import { pa } from './pa.ts'
import { pl } from './pl.ts'
import { ur } from './ur.ts'

export type Language = 'en' | 'pl' | 'pa' | 'ur'

/** Each language under its own name, so that nobody must know English to find it. */
export const languages: readonly { language: Language; name: string; locale: string; dir: 'ltr' | 'rtl'; words: KioskWords }[] = [
  { language: 'en', name: 'English', locale: 'en-GB', dir: 'ltr', words: en },
  { language: 'pl', name: 'Polski', locale: 'pl', dir: 'ltr', words: pl },
  { language: 'pa', name: 'ਪੰਜਾਬੀ', locale: 'pa', dir: 'ltr', words: pa },
  { language: 'ur', name: 'اردو', locale: 'ur', dir: 'rtl', words: ur },
]

export type Say = (word: KioskWord, values?: Record<string, string | number>) => string

/** Says things in a language, with a capital at the front, whatever stands there. */
export function sayIn(language: Language): Say {
  const { words, dir } = languageOf(language)
  const put = dir === 'rtl' ? apart : String
  return (word, values = {}) => capital(words[word].replace(/\{(\w+)\}/g, (_whole, place: string) => put(values[place] ?? '')))
}

export function languageOf(language: Language) {
  return languages.find((one) => one.language === language) ?? must(languages[0], 'a language')
}

/** Between first-strong isolate and its end: an English name inside Urdu keeps its full stop on the right side. */
function apart(text: string | number): string {
  return `\u2068${text}\u2069`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
