import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidyBirthDate, tidyPhone, tidyPostcode } from '../../../src/shared/rules/contactDetails.ts'
import { anyText, dates } from '../../support/arbitraries.ts'

const today = '2026-10-22'

describe('phones', () => {
  test.each([
    ['07700900123', '07700 900 123'],
    ['07700 900123', '07700 900 123'],
    ['+44 7700 900123', '07700 900 123'],
    ['+44 (0)7700 900123', '07700 900 123'],
    ['0044 7700 900123', '07700 900 123'],
    ['7700900123', '07700 900 123'], // a spreadsheet ate the nought
    ['(01632) 960123', '01632 960 123'],
    ['01632-960-123', '01632 960 123'],
    ['tel 01632 960123', null],
    ['960123', '960123'],
    ['+33 1 99 00 12 34', '+33 1 99 00 12 34'],
    ['+1 212 555 0100', '+1 212 555 0100'],
    ['07700 900123 x4', null], // an extension is not part of the number
    ['01632 960123/4', null],
    ['07700 900123 (h)', '07700 900 123'],
    ['0033 1 99 00 12 34', '+33 1 99 00 12 34'],
    ['12345', null],
    ['1234567890123456', null],
    ['', null],
    ['\u202a+1 202 555 0143\u202c', '+1 202 555 0143'], // a mark that is not seen stood before the +
    ['07700\u00ad900123', '07700 900 123'],
    ['none', null],
    ['4.477E+11', null], // a spreadsheet wrote it as a number: the digits are gone
    ['7.70E+09', null],
    ['=07700900123', '07700 900 123'],
  ])('%j are %j', (text, tidy) => {
    expect(tidyPhone(text)).toBe(tidy)
  })

  test('tidied once are tidy', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9 ()-]{5,16}$/), (text) => {
        const tidy = tidyPhone(text)
        if (tidy !== null) expect(tidyPhone(tidy)).toBe(tidy)
      }),
      { numRuns: 1000 },
    )
  })

  test('of any text are digits or nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tidyPhone(text) ?? '000000').toMatch(/^\+?[0-9 ]{6,24}$/)
      }),
    )
  })
})

describe('postcodes', () => {
  test.each([
    ['cv115tw', 'CV11 5TW'],
    ['CV11 5TW', 'CV11 5TW'],
    [' cv11-5tw ', 'CV11 5TW'],
    ['sw1a1aa', 'SW1A 1AA'],
    ['W1A 0AX', 'W1A 0AX'],
    ['m11ae', 'M1 1AE'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['DN55 1PT', 'DN55 1PT'],
    ['CV11\u00a05TW', 'CV11 5TW'],
  ])('%j is %j', (text, tidy) => {
    expect(tidyPostcode(text)).toBe(tidy)
  })

  test.each([
    ['gir0aa', 'GIR 0AA'],
    ['ZZ99 3VZ', 'ZZ99 3VZ'],
    ['zz993cz', 'ZZ99 3CZ'],
    ['BFPO 1', 'BFPO 1'],
    ['bfpo57', 'BFPO 57'],
    ['BFPO 801', 'BFPO 801'],
    ['BFPO 1234', 'BFPO 1234'],
    ['BF1 2AU', 'BF1 2AU'],
  ])('that are not of a street are taken as they are: %j', (text, tidy) => {
    expect(tidyPostcode(text)).toBe(tidy)
  })

  test.each([
    ['cv11', 'CV11'],
    ['M1', 'M1'],
    ['SW1A', 'SW1A'],
    ['W1A', 'W1A'],
    ['dn55', 'DN55'],
  ])('the first half alone is a district: %j', (text, tidy) => {
    expect(tidyPostcode(text)).toBe(tidy)
  })

  test.each(['', ' ', 'CV11 5CI', 'CV11 5', 'Nuneaton', '12345', 'Q1 1AA', 'CV111 5TW', 'ZZ98 3VZ', 'BFPO', 'BFPO 12345'])('%j is none', (text) => {
    expect(tidyPostcode(text)).toBeNull()
  })

  test('tidied once are tidy', () => {
    const typed = fc.stringMatching(/^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$/)
    fc.assert(
      fc.property(typed, (text) => {
        const tidy = tidyPostcode(text)
        if (tidy !== null) expect([tidyPostcode(tidy), tidyPostcode(tidy.toLowerCase().replace(' ', ''))]).toEqual([tidy, tidy])
      }),
    )
  })
})

describe('birth dates', () => {
  test.each([
    ['31/12/1950', '1950-12-31'],
    ['1950-12-31', '1950-12-31'],
    ['1950/12/31', '1950-12-31'],
    ['31.12.50', '1950-12-31'],
    ['31-12-1950', '1950-12-31'],
    ['1/2/1950', '1950-02-01'],
    ['31 Dec 1950', '1950-12-31'],
    ['31 December 1950', '1950-12-31'],
    ['31st December, 1950', '1950-12-31'],
    ['2nd Sept 1948', '1948-09-02'],
    ['03-mar-61', '1961-03-03'],
    ['31/12/1950 00:00', '1950-12-31'],
    ['31/12/1950 00:00:00', '1950-12-31'],
    ['1950-12-31T00:00:00Z', '1950-12-31'],
    ['1950-12-31 00:00:00.000', '1950-12-31'],
    ['  31 / 12 / 1950 ', '1950-12-31'],
    ['29/02/1948', '1948-02-29'],
  ])('%j is %j', (text, date) => {
    expect(tidyBirthDate(text, today)).toBe(date)
  })

  test.each([
    ['that day does not exist', '31/02/1950'],
    ['no leap year', '29/02/1950'],
    ['1900 was no leap year', '29/02/1900'],
    ['American order', '12/31/1950'],
    ['tomorrow', '23/10/2026'],
    ['next year', '2027-01-01'],
    ['1899', '31/12/1899'],
    ['a spreadsheet’s empty cell', '01/01/1900'],
    ['nobody is that old', '31/12/1905'],
    ['a year with three digits', '1/1/195'],
    ['month nought', '1/0/1950'],
    ['day nought', '0/1/1950'],
    ['month thirteen', '1/13/1950'],
    ['no month', '31 Foo 1950'],
    ['text', 'over 60'],
    ['nothing', ''],
    ['a serial number', '18628'],
    ['a sum', '=31/12/1950'],
  ])('%s is none: %j', (_why, text) => {
    expect(tidyBirthDate(text, today)).toBeNull()
  })

  test('a year of two digits is never in the future', () => {
    expect([
      tidyBirthDate('22/10/26', today),
      tidyBirthDate('23/10/26', today),
      tidyBirthDate('31/12/26', today),
      tidyBirthDate('01/01/27', today),
    ]).toEqual(['2026-10-22', '1926-10-23', '1926-12-31', '1927-01-01'])
  })

  test('somebody born today is known', () => {
    expect(tidyBirthDate('22/10/2026', today)).toBe(today)
  })

  test('are read back from the form that they are shown in', () => {
    fc.assert(
      fc.property(
        dates.map((date) => `19${date.slice(2)}`.replace('02-29', '02-28')),
        (date) => {
          const [year, month, day] = date.split('-')
          expect(tidyBirthDate(`${day}/${month}/${year}`, today)).toBe(date)
        },
      ),
    )
  })

  test('of any text are a date or nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tidyBirthDate(text, today) ?? '1950-12-31').toMatch(/^(19|20)\d\d-\d\d-\d\d$/)
      }),
    )
  })
})
