import { describe, expect, test } from 'vitest'
import { staffWordsOf } from '../../../src/shared/openData/staffWords.ts'

const holds = staffWordsOf([
  { name: 'Tom Ashby', phone: '07700 900123' },
  { name: 'Zoë O’Brien', phone: '+44 (0)24 7632 5123' },
  { name: 'Jo', phone: '123' },
])

describe('names and numbers of colleagues are found in what would be published', () => {
  test.each([
    'Ask Tom Ashby',
    'ask TOM  ASHBY!',
    'Tom-Ashby leads it',
    'call 07700900123',
    'call +44 7700 900 123',
    'call 07700-900-123 or 0800 111',
    'zoe o brien',
    'Zoë O’Brien’s walk',
    '024 7632 5123',
    'Led by Jo.',
    'Tom Ashby 07700 900123',
  ])('in “%s”', (text) => expect(holds(text)).toBe(true))

  test.each(['', 'Tom leads it', 'Ashby Road', 'Jon and Joan', '07700 900124', 'CV11 5TU', 'Tomashby', 'from 10:30, 123 High Street'])(
    'and not in “%s”',
    (text) => expect(holds(text)).toBe(false),
  )

  test('a team without colleagues holds nothing back', () => expect(staffWordsOf([])('anything 07700 900123')).toBe(false))
})
