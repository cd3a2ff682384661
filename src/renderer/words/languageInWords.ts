import type { Words } from './useWords.ts'

/** Languages that are offered: those that people in the West Midlands speak most at home (census 2021), and British Sign Language. */
export const offeredLanguages = [
  'en', 'pl', 'pa', 'ur', 'gu', 'bn', 'ro', 'ar', 'hi', 'ta', 'so', 'ku', 'fa', 'ti', 'uk', 'ru', 'lt', 'pt', 'es', 'it', 'fr', 'zh', 'bfi',
] as const // prettier-ignore

/** "Polish" of "pl"; a tag that nobody knows as it is. */
export function languageInWords(tag: string, words: Words): string {
  if (tag === 'bfi') return 'British Sign Language'
  try {
    return words.intl.formatDisplayName(tag, { type: 'language' }) ?? tag
  } catch {
    return tag
  }
}
