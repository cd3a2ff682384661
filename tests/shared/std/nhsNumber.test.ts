import { describe, expect, test } from 'vitest'
import { isNhsNumber, nhsNumberText, readNhsNumber } from '../../../src/shared/std/nhsNumber.ts'

describe('an NHS number (domain 6.1)', () => {
  test.each([
    ['9434765919', true],
    ['9434765918', false],
    ['9990000018', true],
    ['9990000050', true], // 11 becomes 0
    ['0000000000', false],
    ['9999999999', false],
    ['943476591', false],
    ['94347659190', false],
  ])('%s: %s', (digits, is) => expect(isNhsNumber(digits)).toBe(is))

  test.each(['999000000', '999000014'])('%s has no tenth digit', (nine) => {
    expect([...'0123456789'].filter((digit) => isNhsNumber(nine + digit))).toEqual([])
  })

  test('is read as people write it, and written 3-3-4', () => {
    expect(readNhsNumber(' 943 476-5919')).toBe('9434765919')
    expect(readNhsNumber('943 476 5918')).toBeNull()
    expect(nhsNumberText('9434765919')).toBe('943 476 5919')
  })
})
