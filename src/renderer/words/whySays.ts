import type { Words } from './useWords.ts'

/** The words of a question for a reason. */
export function whySays(words: Words, own: { hint: string; does: string }) {
  return { ...own, label: words.say('register.correctLabel'), missing: words.say('register.reasonNeeded'), cancel: words.say('common.cancel') }
}
