import { expect, test } from 'vitest'
import { en } from '../../src/renderer/words/en.ts'
import {
  heldInWords,
  hintInWords,
  joinTroubleInWords,
  momentInWords,
  pieceInWords,
  problemInWords,
  reasonInWords,
  roleInWords,
  unlockTroubleInWords,
  whatToDoAbout,
  whyNotReached,
} from '../../src/renderer/words/sentences.ts'
import { reasons } from '../../src/shared/commands/reasons.ts'
import { serverRefusals } from '../../src/shared/ipc/contract.ts'
import { importProblems } from '../../src/shared/portable/readPerson.ts'
import { roleSchema } from '../../src/shared/records/colleague.ts'
import { headCountMoment } from '../../src/shared/records/headCount.ts'
import { corePieces } from '../../src/shared/rules/missing.ts'
import { heldCode, linkTroubles } from '../../src/shared/sync/protocol.ts'
import { words } from './words.ts'

const sentence = /^[A-Z].+[.]$/

test('every reason, trouble and code has a sentence that says what to do', () => {
  for (const reason of reasons) expect(reasonInWords(reason, words), reason).toMatch(sentence)
  for (const trouble of [...linkTroubles, ...serverRefusals, 'weakPassphrase', 'notAddress'] as const) {
    expect(joinTroubleInWords(trouble, words), trouble).toMatch(/^[A-Z].{20,}/)
  }
  for (const trouble of ['wrongPassphrase', 'wait', 'keyringLost'] as const) expect(unlockTroubleInWords(trouble, words)).toMatch(sentence)
  for (const trouble of [...linkTroubles, 'deviceRevoked', 'wipe'] as const) {
    expect(whyNotReached(trouble, words), trouble).toMatch(/^[a-z]/)
    expect(whatToDoAbout(trouble, words), trouble).toMatch(sentence)
  }
  for (const code of heldCode.options) expect(heldInWords(code, words), code).toMatch(sentence)
})

test('every piece, problem, role and moment has a word', () => {
  for (const piece of corePieces) expect(pieceInWords(piece, words)).not.toBe('')
  for (const problem of importProblems) expect(problemInWords(problem, words)).not.toBe('')
  for (const role of roleSchema.options) expect(roleInWords(role, words)).not.toBe('')
  for (const moment of headCountMoment.options) expect(momentInWords(moment, words)).not.toBe('')
})

test('hints say how somebody stands to the group', () => {
  expect(hintInWords({ kind: 'came', times: 31, of: 34 }, words)).toBe('came 31 of the last 34')
  expect(hintInWords({ kind: 'missed', times: 2, since: '2026-05-07' }, words)).toBe('member since May, missed the last 2')
  expect(hintInWords({ kind: 'otherGroup', group: 'Pain Café' }, words)).toBe('Pain Café, not a member of this group')
})

test('every message can be read by the formatter', () => {
  for (const [id, text] of Object.entries(en)) expect(() => words.intl.formatters.getMessageFormat(text, 'en-GB'), id).not.toThrow()
})

test('no message shouts, blames or speaks of machines', () => {
  const never = /!|\berror\b|\bsync|\bqueue|\bfailed to\b|\binvalid\b|\bclient\b|\battendee|\buser\b|\bdevice\b|\boffline mode\b/i
  for (const [id, text] of Object.entries(en)) {
    if (id !== 'error.details') expect(text.replace(/\{[^{}]*\}/g, ''), id).not.toMatch(never)
  }
})
