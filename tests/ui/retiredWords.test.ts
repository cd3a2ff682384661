import { expect, test } from 'vitest'
import { en } from '../../src/renderer/words/en.ts'

/** What once stood on a screen and may not come back, with what we say instead (the word list is in src/HOUSE.md). */
const retired: readonly (readonly [RegExp, string])[] = [
  [/\bwhom\b/i, 'who'],
  [/\b(shall|upon|thus|hence|lest|amidst|whilst)\b/i, 'a plain word'],
  [/\b(ring|rings|rang|ringing)\b/i, 'call'],
  [/\bput\b[^.]*\bright\b/i, 'correct'],
  [/\b(take|takes|took|taken|taking)\b(?![^.]*\boff\b)[^.{}]*\bback\b/i, 'undo'],
  [/\bkept aside\b/i, 'on hold, and who can release it'],
  [/\b(a worry|worried about)\b/i, 'raise a concern'],
  [/\bneed not\b/i, 'do not have to'],
  [/\bneeds (you|a person)\b|\bneeds doing\b/i, 'to check'],
  [/\bregisters? along\b|\bgoe?s? along\b/i, 'ready to go offline'],
  [/\b(fewer|more) than is\b/i, 'than are'],
  [/\bset it on\b/i, 'reinstate'],
  [/\bcall(ed)? (it )?off\b/i, 'cancel'],
  [/\b(whoever|who) looks after\b/i, 'your Gather administrator'],
  [/\bof itself\b|\ball the same\b|\bof different ages\b|\bput away\b/i, 'what happened, without a figure of speech'],
  [/\b(is|are) wanted\b/i, 'needed'],
  [/\bholds until\b/i, 'valid until'],
  [/\ba lead must look\b|\bwould stand here\b|\bstands? (here|below)\b/i, 'who does what'],
]

/** A sentence as it is read, without what is put in. */
const read = (text: string) => text.replaceAll(/<\/?b>/g, '')

test.each(retired)('%s is not said any more: say “%s”', (phrase) => {
  expect(
    Object.entries(en)
      .filter(([, text]) => phrase.test(read(text)))
      .map(([id, text]) => `${id}: ${text}`),
  ).toEqual([])
})

test('one word alone never says what a button ends or dates', () => {
  expect(Object.entries(en).filter(([, text]) => ['End', 'Dates'].includes(text))).toEqual([])
})
