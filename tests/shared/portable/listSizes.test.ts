import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { practiceCodeIn, readListSizes } from '../../../src/shared/portable/listSizes.ts'

// The columns of NHS England's publication; the practices are invented.
const totals = [
  'PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS',
  'GP_PRAC_PAT_LIST,01NOV2026,GP,B2M3M,E38000251,M99901,ZZ99 3VZ,ALL,ALL,9500',
  'GP_PRAC_PAT_LIST,01NOV2026,GP,B2M3M,E38000251,M99902,ZZ99 3VZ,ALL,ALL,12034',
  'GP_PRAC_PAT_LIST,01NOV2026,GP,QWU,E38000251,A99903,ZZ99 3VZ,ALL,ALL,7',
].join('\r\n')

const years = ['ALL', ...Array.from({ length: 95 }, (_, age) => String(age)), '95+']
const singleYears = (sex: string, many: (age: number) => number) =>
  [
    'EXTRACT_DATE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS',
    ...years.map((age, nth) => `01-Nov-26,B2M3M,E38000251,M99901,ZZ99 3VZ,${sex},${age},${age === 'ALL' ? 9500 : many(nth - 1)}`),
  ].join('\n')

describe('[story 28] what NHS England publishes of practices', () => {
  test('the totals of the practices that are wanted, and the codes that are not in it', () => {
    expect(readListSizes(totals, ['M99902', 'M99901', 'M99999'])).toEqual({
      on: '2026-11-01',
      lists: [
        { odsCode: 'M99902', all: 12_034 },
        { odsCode: 'M99901', all: 9500 },
      ],
      missing: ['M99999'],
    })
  })

  test('single years of age make our own bands: 17 is under 18, 95 and over is with the nineties', () => {
    const read = readListSizes(
      singleYears('ALL', (age) => (age < 18 ? 1 : age < 90 ? 2 : 100)),
      ['M99901'],
    )
    expect(read).toMatchObject({
      lists: [{ all: 9500, byAge: { 'under 18': 18, '18 to 29': 24, '30 to 39': 20, '80 to 89': 20, '90 or over': 600 } }],
    })
  })

  test('of men alone there are no ages of everybody', () => {
    expect(
      readListSizes(
        singleYears('MALE', () => 1),
        ['M99901'],
      ),
    ).toEqual({
      on: '2026-11-01',
      lists: [{ odsCode: 'M99901', men: 9500 }],
      missing: [],
    })
  })

  test.each(['01NOV2026', '1-Nov-26', '2026-11-01', '01/11/2026', '01 Nov 2026'])(
    'the day is read as it has been written over the years: %s',
    (day) => {
      expect(readListSizes(totals.replaceAll('01NOV2026', day), ['M99901'])).toMatchObject({ on: '2026-11-01' })
    },
  )

  test('quotation marks, a byte order mark and lines of Windows change nothing', () => {
    const quoted = `\uFEFF${totals
      .split('\r\n')
      .map((line) => line.replace(/[^,]+/g, '"$&"'))
      .join('\r\n')}`
    expect(readListSizes(quoted, ['M99901'])).toEqual(readListSizes(totals, ['M99901']))
  })

  test('another file, no day, none of ours, ages by five years, and no number are refused, each with its own word', () => {
    const fives = totals.replace(',AGE,', ',AGE_GROUP_5,').replaceAll(',ALL,ALL,', ',ALL,15_19,')
    expect(readListSizes('Name,Phone\nJean,1', ['M99901'])).toBe('notThisFile')
    expect(readListSizes('', ['M99901'])).toBe('notThisFile')
    expect(readListSizes(totals.replaceAll('01NOV2026', '31FEB2026'), ['M99901'])).toBe('noDate')
    expect(readListSizes(totals, ['M99999'])).toBe('noneOfThem')
    expect(readListSizes(fives, ['M99901'])).toBe('fiveYears')
    for (const many of ['', 'n/a', '-1', '9.5']) expect(readListSizes(totals.replace(',9500', `,${many}`), ['M99901'])).toBe('notANumber')
    expect(readListSizes(totals.replace(',12034', ',none'), ['M99901'])).toMatchObject({ lists: [{ all: 9500 }] }) // of a practice that nobody asked for
  })

  test('two months in one file, or two numbers for one practice, are refused: nobody can know which is meant', () => {
    const november = totals.split('\r\n')
    expect(readListSizes([...november, november[1]!.replace('01NOV2026', '01OCT2026')].join('\n'), ['M99901'])).toBe('contradicts')
    expect(readListSizes([...november, november[1]!.replace(',9500', ',9501')].join('\n'), ['M99901'])).toBe('contradicts')
    expect(readListSizes([...november, november[1]!].join('\n'), ['M99901'])).toMatchObject({ lists: [{ all: 9500 }] })
  })

  test('whatever the file is, it is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = readListSizes(`${totals}\n${text}`, ['M99901'])
        expect(typeof read === 'string' || read.lists.length === 1).toBe(true)
      }),
    )
  })

  test('all of England is read in a moment: 600,000 lines', () => {
    const line = '01-Nov-26,B2M3M,E38000251,M88888,ZZ99 3VZ,ALL,40,120\n'
    const began = process.cpuUsage()
    readListSizes(`${singleYears('ALL', () => 1)}\n${line.repeat(600_000)}`, ['M99901'])
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(3000)
  })
})

test('what is typed as a code of a practice', () => {
  expect(['m84001', ' M84 001 ', 'M84001002', 'U12345', 'Manor Court', ''].map(practiceCodeIn)).toEqual(['M84001', 'M84001', null, null, null, null])
})
