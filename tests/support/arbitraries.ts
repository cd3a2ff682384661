import fc from 'fast-check'
import type { Change, Json } from '../../src/shared/changes/change.ts'
import { makeStamp, type Stamp } from '../../src/shared/std/stamp.ts'
import { aChange, idFor } from './builders.ts'

/** Three laptops whose ids sort differently from their names. */
export const laptops = ['Tom’s laptop', 'Nisha’s laptop', 'server'].map(idFor)

/** Stamps so few that equal ones and near misses happen. */
export const closeStamps: fc.Arbitrary<Stamp> = fc
  .record({
    ms: fc.integer({ min: 1_000, max: 1_006 }),
    counter: fc.integer({ min: 0, max: 2 }),
    device: fc.constantFrom(...laptops),
  })
  .map(makeStamp)

const phones = ['01632 960001', '01632 960002', '01632 960003']
const addresses: Json[] = [{ town: 'Nuneaton' }, { lines: '1 Alder Way', town: 'Nuneaton' }, { postcode: 'CV11' }]

/** Some fields of a person, side-by-side ones among them. */
const personFields: fc.Arbitrary<{ [field: string]: Json }> = fc.record(
  {
    givenName: fc.constantFrom('Jean', 'Joan', 'Gene'),
    familyName: fc.constantFrom('Oakes', 'Ellison'),
    phone: fc.constantFrom(...phones),
    address: fc.constantFrom(...addresses),
    removedBecause: fc.constantFrom(null, 'added by mistake'),
  },
  { requiredKeys: [] },
)

/** Changes of one person from three laptops, with stamps that sometimes meet and sometimes name each other. */
export const personChanges: fc.Arbitrary<Change[]> = fc
  .array(fc.record({ stamp: closeStamps, fields: personFields, seen: fc.array(closeStamps, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((all) =>
    all.map(({ stamp, fields, seen }) => {
      const before = seen.filter((one) => one < stamp) // nobody saw the future
      const basedOn = { phone: before, address: before }
      const device = stamp.split('.')[2] ?? ''
      return aChange('person', idFor('Jean'), fields, { stamp, device, ...(before.length > 0 ? { basedOn } : {}) })
    }),
  )

/** Text that breaks programs: combining letters, other scripts, right-to-left, quotes, formulas, emoji, nothing at all. */
export const naughtyStrings: readonly string[] = [
  '',
  ' ',
  '\t',
  '\u00a0',
  '\ufeff',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  '0',
  '-1',
  '1e309',
  "O'Brien",
  'O’Brien',
  'Oʼbrien',
  'D‘Arcy',
  'Łucja Zając',
  'Ffion Llŷr',
  'Siân',
  'Sia\u0302n',
  'Ångström',
  'A\u030angstro\u0308m',
  'Straße',
  'İpek',
  'ıŞık',
  'Đặng Thị Hồng',
  'ΟΔΥΣΣΕΥΣ',
  'Мария',
  'محمد',
  'מרים',
  '王秀英',
  '김민준',
  'श्रीमती',
  'நிஷா',
  '👩🏽‍🦽',
  '🏳️‍🌈',
  '\u202eneaJ',
  'a\u0300\u0301\u0302\u0303\u0304',
  '<script>alert(1)</script>',
  '"; drop table person; --',
  '=1+1',
  '+44',
  '@SUM(A1)',
  '-cmd|/c calc',
  'line\nbreak',
  'tab\there',
  '%s%n',
  '${x}',
  '\\',
  '/',
  'ﬁona',
  'Ｊｅａｎ',
  'z'.repeat(100),
]

/** Any text a keyboard can make, and the worst of it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...naughtyStrings),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)

/** A date in the years that registers are kept. */
export const dates: fc.Arbitrary<string> = fc
  .date({ min: new Date('2023-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
