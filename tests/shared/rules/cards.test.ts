import fc from 'fast-check'
import { expect, test } from 'vitest'
import { card } from '../../../src/shared/records/card.ts'
import { cardMeant, isToken, looksScanned, mayHoldCard, plainCode, tokenFrom } from '../../../src/shared/rules/cards.ts'

test('a token of random bytes is one that the record takes, whatever the bytes (story 40)', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const token = tokenFrom(bytes)
      expect(card.schema.shape.token.safeParse(token).success && isToken(token) && plainCode(token.toLowerCase()) === token).toBe(true)
    }),
  )
})

const ivy = { personId: 'ivy', token: 'ABCDEF0123456789' }
const stan = { personId: 'stan', token: 'ABCDEG0123456789', revokedAt: '2026-10-01T10:00:00Z' }

test.each([
  ['ABCDEF0123456789', { card: 'one', personId: 'ivy' }],
  ['abcdef', { card: 'one', personId: 'ivy' }],
  ['ABC-DEF', { card: 'one', personId: 'ivy' }],
  ['ABCDEFO123456789', { card: 'one', personId: 'ivy' }],
  ['ABCDEG', { card: 'revoked' }],
  ['ABCDE', { card: 'none' }],
  ['ABCDEH', { card: 'none' }],
  ['', { card: 'none' }],
])('the code %j means %j', (code, meant) => {
  expect(cardMeant(code, [ivy, stan])).toEqual(meant)
})

test.each(['ABCDEF0123456789', 'abcdef0123456789', 'aBCDEF0123456789', ' XPKAHQXPKAHQXPKA\t'])(
  'what a scanner types is a card, also with Caps Lock on: %j',
  (typed) => {
    expect([isToken(typed), looksScanned(typed), mayHoldCard(typed)]).toEqual([true, true, true])
  },
)

test.each(['xpka435', 'K7Q M29', 'abc-d3f', 'ABCDEF012345678', 'ABCDEF0123456789ABCDEF0123456789'])(
  'a card’s letters, whole or not, are no name: %j',
  (typed) => {
    expect(mayHoldCard(typed)).toBe(true)
  },
)

test.each(['ABCDEF012345678', 'ABCDEF0123456789ABCDEF0123456789', 'abcdef01234567899'])(
  'a scan that went wrong is known by its mixture: %j',
  (typed) => {
    expect([isToken(typed), looksScanned(typed)]).toEqual([false, true])
  },
)

test.each(['Jean Oakes', 'Wilhelmina-Josephine', 'Penhaligonfotheringham', '07700900123', '+44 7700 900123', 'Jean 0144', 'jean0144', ''])(
  'a name or a phone number is no scan: %j',
  (typed) => {
    expect(looksScanned(typed)).toBe(false)
  },
)

test('six letters that two cards share mean nobody: the scanner tells them apart', () => {
  const twin = { personId: 'dot', token: 'ABCDEF9999999999' }
  expect(cardMeant('ABCDEF', [ivy, twin])).toEqual({ card: 'none' })
  expect(cardMeant(twin.token, [ivy, twin])).toEqual({ card: 'one', personId: 'dot' })
})
