import { expect, test } from 'vitest'
import type { HeldActView, OfficeNoticeView } from '../../src/renderer/workerLink/officeViews.ts'
import { en } from '../../src/renderer/words/en.ts'
import {
  doAboutNoAnswer,
  fieldInWords,
  heldActInWords,
  noticeInWords,
  recordInWords,
  waitsInWords,
  whyNoAnswer,
  writtenInWords,
} from '../../src/renderer/words/officeWords.ts'
import { heldInWords } from '../../src/renderer/words/sentences.ts'
import { recordNames, records } from '../../src/shared/records/index.ts'
import { serverRefusals } from '../../src/shared/ipc/contract.ts'
import { linkTroubles } from '../../src/shared/sync/protocol.ts'
import { words } from './words.ts'

const now = '2026-10-22T09:32:00Z'
const act: HeldActView = {
  id: 'a',
  at: now,
  by: 'Nisha',
  laptop: 'Park laptop',
  command: 'signInPerson',
  subjects: ['Jean Oakes', 'Walk and Talk'],
  code: 'notAllowed',
  canLetIn: true,
  changes: 1,
  writes: [],
}
const notice: OfficeNoticeView = { id: 'n', kind: 'copied', laptop: 'Park laptop', by: 'Tom Ashby', count: null, at: now }

test('what is on hold is a sentence, also when nothing of it can be read', () => {
  expect(heldActInWords(act, words)).toBe('Nisha signed in Jean Oakes at Walk and Talk')
  expect(heldActInWords({ ...act, command: 'aCommandOfANewerApp', subjects: [] }, words)).toBe('Nisha changed something')
  expect(heldActInWords({ ...act, command: null }, words)).toBe('Something from Nisha that cannot be read')
  expect(heldActInWords({ ...act, command: null, by: '' }, words)).toBe('Something that cannot be read')
})

test('a reason that this app does not know, or that is no reason, is kept aside for the lead', () => {
  for (const code of ['aWordOfANewerServer', '', '__proto__', 'toString']) expect(heldInWords(code, words)).toBe(en['held.other'])
})

test('every kind of notice says what to do, whether it counts or not', () => {
  for (const kind of ['copied', 'putBack', 'numbersMissing', 'broughtBack', 'emptied', 'aKindOfANewerServer', 'toString']) {
    for (const count of [null, 1, 3])
      expect(noticeInWords({ ...notice, kind, count }, words), kind).toMatch(/^(?=.*Park laptop \(Tom Ashby\))[A-Z0-9].*[.]$/)
  }
  expect(noticeInWords({ ...notice, kind: 'numbersMissing', count: 3 }, words)).toMatch(/^3 things that Park laptop/)
  expect(noticeInWords({ ...notice, kind: 'numbersMissing' }, words)).toMatch(/^Some things that Park laptop/)
  expect(noticeInWords({ ...notice, laptop: '', by: '' }, words)).toMatch(/^Laptop without a name was copied/)
})

test('every record and field has a word without ids and capitals in the middle', () => {
  for (const name of recordNames) {
    expect(Object.keys(en), name).toContain(`record.${name}`)
    for (const field of Object.keys(records[name].schema.shape))
      expect(fieldInWords(field, words), `${name}.${field}`).toMatch(/^[A-Z](DBS|[^A-Z])+( until)?$|^DBS until$/)
  }
  expect(recordInWords('transportOffer', words)).toBe('Transport offer')
  expect(fieldInWords('meetingPoint', words)).toBe('Meeting point')
})

test('values are read as people say them', () => {
  expect(
    writtenInWords(
      [
        { text: 'Jean' },
        { day: '1951-04-03' },
        { moment: '2026-10-22T09:10:00Z' },
        { yes: true },
        { yes: false },
        { nothing: true },
        { unknown: true },
      ],
      words,
      now,
    ),
  ).toBe('Jean, 3 April 1951, today 10:10, yes, no, nothing, not known on this laptop')
  expect(writtenInWords([], words, now)).toBe('nothing')
})

test('what waits for a lead is counted', () => {
  expect(waitsInWords({ acts: 2, notices: 1 }, words)).toBe('2 things are on hold for a lead · 1 thing to know about the laptops')
  expect(waitsInWords({ acts: 0, notices: 2 }, words)).toBe('2 things to know about the laptops')
})

test('every way of getting no answer is a sentence', () => {
  for (const trouble of [...linkTroubles, ...serverRefusals]) {
    expect(whyNoAnswer(trouble, words), trouble).toMatch(/^[A-Z].+[.]/)
    expect(doAboutNoAnswer(trouble, words) ?? 'Nothing.', trouble).toMatch(/^[A-Z].+[.]$/)
  }
})
