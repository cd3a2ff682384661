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

/** @param values what stands in the places; a leader whom nobody has named yet is null */
export type Say = (word: KioskWord, values?: { leader?: string | null; name?: string; seconds?: number; number?: string }) => string

/** Says things in a language. Each sentence begins with a capital, whatever stands there. */
export function sayIn(language: Language): Say {
  const { words, dir } = languageOf(language)
  const put = dir === 'rtl' ? apart : String
  return (word, values = {}) => {
    const whole = words[word].replace(/\[(.*?)\]/g, values.leader === null ? '' : '$1')
    return capital(
      whole.replace(/\{(\w+)\}/g, (_place, name: keyof typeof values, at: number) => {
        const value = values[name] ?? (name === 'leader' ? words.theLeader : '')
        return put(beginsSentence(whole, at) ? capital(String(value)) : value)
      }),
    )
  }
}

function beginsSentence(text: string, at: number): boolean {
  return at === 0 || /[.?!] $/.test(text.slice(0, at))
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
