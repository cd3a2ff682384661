import { createIntl } from 'react-intl'
import { en } from '../../src/renderer/words/en.ts'
import { createWords, type Words } from '../../src/renderer/words/useWords.ts'

/** The words of the app in English on a day in autumn 2026, as components get them. An unknown message or a missing value throws. */
export const words: Words = createWords(
  createIntl({
    locale: 'en-GB',
    messages: en,
    onError: (error) => {
      throw error
    },
  }),
  () => '2026-10-22T09:32:00.000Z',
)
