import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phoneDigits, plain, wellFormed, words } from '../../../src/shared/std/text.ts'
import { anyText, naughtyStrings } from '../../support/arbitraries.ts'

describe('text as it is compared', () => {
  test.each([
    ['Zając', 'zajac'],
    ['Łucja', 'lucja'],
    ['Grażyna Żółć', 'grazyna zolc'],
    ['Ffion Llŷr', 'ffion llyr'],
    ['Siân', 'sian'],
    ['Sia\u0302n', 'sian'],
    ['Björk Þórsdóttir', 'bjork thorsdottir'],
    ['Søren Kjær', 'soren kjaer'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['İpek', 'ipek'],
    ['ışık', 'isik'],
    ['Đặng Thị Hồng', 'dang thi hong'],
    ['Œuvre', 'oeuvre'],
    ['Mary-Jane', 'mary-jane'],
    ['Mar\u00adgaret', 'margaret'],
    ['\ufeff\u200eJean\u200b\u200f', 'jean'],
    ['علی', 'علي'],
    ['أحمد', 'احمد'],
  ])('%s is %s', (text, compared) => {
    expect(plain(text)).toBe(compared)
  })

  test.each(["O'Brien", 'O’Brien', 'O‘Brien', 'Oʼbrien', 'O`Brien', 'O´Brien', 'o′brien', 'O＇Brien', 'OBRIEN'])(
    'every apostrophe that programs write is passed over: %s',
    (name) => {
      expect([plain(name), words(name)]).toEqual(['obrien', ['obrien']])
    },
  )

  test('is the same when it is compared again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(plain(text))).toBe(plain(text))
      }),
    )
  })

  test('is the same however its accents are stored', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(text.normalize('NFC'))).toBe(plain(text.normalize('NFD')))
      }),
    )
  })
})

describe('the words of a name', () => {
  test('are split at hyphens, dots and spaces of any kind', () => {
    expect(words(' Anne-Marie\u00a0 O’Neill  (Nan). ')).toEqual(['anne', 'marie', 'oneill', 'nan'])
  })

  test('are none where there is no letter or digit', () => {
    expect(['', ' ', '👩🏽‍🦽', '…', '\u202e'].map(words)).toEqual([[], [], [], [], []])
  })

  test.each(naughtyStrings)('of %j are plain and never empty', (text) => {
    for (const word of words(text)) expect([word, /[\s\p{M}]/u.test(word)]).toEqual([plain(word) || 'empty', false])
  })
})

describe('the digits of a phone number', () => {
  test.each([
    ['01632 960123', '01632960123'],
    ['+44 1632 960123', '01632960123'],
    ['+44 (0)1632 960 123', '01632960123'],
    ['0044 1632 960123', '01632960123'],
    ['44 7700 900123', '07700900123'],
    ['(01632) 960-123', '01632960123'],
    ['7700900123', '07700900123'], // a spreadsheet ate the nought
    ['1632960123', '01632960123'],
    ['+33 1 99 00 12 34', '33199001234'],
    ['0123', '0123'],
    ['441', '441'],
    ['', ''],
    ['none', ''],
  ])('of %j are %j', (text, digits) => {
    expect(phoneDigits(text)).toBe(digits)
  })

  test('are the same when they are read again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9 ()-]{0,18}$/), (text) => {
        expect(phoneDigits(text)).toMatch(/^\d*$/)
      }),
    )
  })
})

describe('text that was pasted', () => {
  test('loses NUL and halves of letters, wherever it stands, and nothing else', () => {
    const pasted = { text: 'Jean\0 \ud83d', more: [{ text: '👟', at: 1, none: null, yes: true }] }
    expect(wellFormed(pasted)).toEqual({ text: 'Jean \ufffd', more: [{ text: '👟', at: 1, none: null, yes: true }] })
  })

  test('is left as it was when nothing is wrong with it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        if (!JSON.stringify(value).includes('\\u0000')) expect(wellFormed(value)).toEqual(value)
      }),
    )
  })
})
