import { describe, expect, test } from 'vitest'
import { ethnicities, ethnicityOfNhs, ethnicityText, nhsEthnicityOf } from '../../../src/shared/rules/ethnicity.ts'
import { odsKind, practiceOf, readOds } from '../../../src/shared/rules/ods.ts'
import { isNhsNumber, nhsNumberText, readNhsNumber } from '../../../src/shared/std/nhsNumber.ts'

describe('NHS number (domain 6.1)', () => {
  test.each([
    ['9434765919', true],
    ['9434765918', false],
    ['9990000018', true],
    ['9990000050', true], // the branch 11 → 0
    ['0000000000', false], // passes the sum, and is nobody's
    ['1111111111', false],
    ['943476591', false],
    ['94347659190', false],
  ])('%s: %s', (digits, is) => expect(isNhsNumber(digits)).toBe(is))

  test.each(['999000000', '999000014'])('%s has no tenth digit (the branch 10)', (nine) => {
    expect(Array.from({ length: 10 }, (_, last) => isNhsNumber(`${nine}${last}`))).not.toContain(true)
  })

  test('it is read as people write it, and shown 3 3 4', () => {
    expect(readNhsNumber(' 943 476-5919')).toBe('9434765919')
    expect(nhsNumberText('9434765919')).toBe('943 476 5919')
  })
})

describe('ethnicity (domain 6.3)', () => {
  const rolled: Record<string, string> = {
    A: 'A', B: 'B', C1: 'C', C2: 'C', C: 'C', D: 'D', E: 'E', F: 'F', G: 'G', H: 'H',
    J: 'J', K: 'K', R: 'R', L: 'L', M: 'M', N: 'N', P: 'P', S1: 'S', S: 'S', Z: 'Z',
  } // prettier-ignore

  test('nineteen answers of 2021 and a refusal, each with its code of 2001', () => {
    expect(Object.fromEntries(ethnicities.map(({ code }) => [code, nhsEthnicityOf(code)]))).toEqual(rolled)
    expect(ethnicities).toHaveLength(20)
  })

  test('never asked is 99, and a code that nobody knows is not guessed', () => {
    expect([null, undefined, '', 'X'].map(nhsEthnicityOf)).toEqual(['99', '99', '99', '99'])
  })

  test('codes from elsewhere: T is a Traveller, a local digit rolls up, 99 says nothing', () => {
    expect(['T', 'c1', 'A3', 'R', 'Z', '99', 'Q', ''].map(ethnicityOfNhs)).toEqual(['C1', 'C1', 'A', 'R', 'Z', null, null, null])
  })

  test('in words', () => {
    expect(ethnicityText('R')).toBe('Asian or Asian British: Chinese')
    expect(ethnicityText('Z')).toBe('Prefers not to say')
    expect(ethnicityText(null)).toBeNull()
  })
})

describe('ODS codes (domain 6.2)', () => {
  test.each([
    ['M84001', 'practice', 'M84001'],
    ['Y02735', 'practice', 'Y02735'],
    ['K81003001', 'branch', 'K81003'],
    ['U12345', 'pcn', null],
    ['RKB', 'other', null],
    ['8HK23', 'other', null],
  ])('%s is a %s of %s', (code, kind, practice) => {
    expect(odsKind(code)).toBe(kind)
    expect(practiceOf(code)).toBe(practice)
  })

  test('read as people write them', () => {
    expect(readOds(' m84 001 ')).toBe('M84001')
    expect(['', 'Manor Court Surgery', 'M8400100000', 'abc'].map(readOds)).toEqual([null, null, null, null])
  })
})
