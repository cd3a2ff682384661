import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { readDeprivation } from '../../../src/shared/portable/deprivation.ts'
import { decilesOf, sectorOf } from '../../../src/shared/rules/deprivation.ts'
import { Acting } from '../commands/acting.ts'

const heading =
  'Postcode,Postcode Status,LSOA Code,LSOA Name,Index of Multiple Deprivation Rank,Index of Multiple Deprivation Decile,Income Rank,Income Decile'
const line = (postcode: string, decile: string | number) => `${postcode},Live,E01031000,"Nuneaton, and Bedworth 001A",5000,${decile},1,9`
const table = (...lines: string[]) => [heading, ...lines].join('\r\n')

describe('[story 28] a table of deprivation', () => {
  test('the whole index is read, and not that of income; postcodes however they are written', () => {
    expect(readDeprivation(table(line('CV11 4JP', 2), line('cv114jq', 9), line(' CV10  7AA ', 10)))).toEqual({
      sectors: [
        { sector: 'CV10 7', deciles: { AA: 10 } },
        { sector: 'CV11 4', deciles: { JP: 2, JQ: 9 } },
      ],
      postcodes: 3,
      unread: { lines: [], count: 0 },
    })
  })

  test('a title above the headings, semicolons, and headings of other publishers', () => {
    expect(readDeprivation('Our area\n\npcds;IMD 2025 decile\nCV11 4JP;2')).toMatchObject({ postcodes: 1 })
    expect(readDeprivation('Postcode\tDecile\nCV11 4JP\t2')).toMatchObject({ postcodes: 1 })
  })

  test('lines that cannot be read are named, never guessed', () => {
    const read = readDeprivation(table(line('CV11 4JP', 2), line('Nuneaton', 3), line('CV11 4JQ', 11), line('CV11 4JR', ''), line('ZZ99 3VZ', 1), ''))
    expect(read).toMatchObject({ postcodes: 1, unread: { lines: [3, 4, 5, 6], count: 4 } })
  })

  test('what is refused: no columns, nothing in it, two deciles for one postcode', () => {
    expect(readDeprivation('Name,Phone\nJean,1')).toBe('noColumns')
    expect(readDeprivation('')).toBe('noColumns')
    expect(readDeprivation(table(...Array.from({ length: 20_000 }, () => line('CV11 4JP', 2))))).toBe('tooLong')
    expect(readDeprivation(table(line('x', 1)))).toBe('nothingRead')
    expect(readDeprivation(table(line('CV11 4JP', 2), line('CV11 4JP', 3)))).toBe('contradicts')
    expect(readDeprivation(table(line('CV11 4JP', 2), line('CV11 4JP', 2)))).toMatchObject({ postcodes: 1 })
  })

  test('whatever is in the file, it is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readDeprivation(table(line('CV11 4JP', 2), text))
        expect(typeof read === 'string' || read.postcodes > 0).toBe(true)
      }),
    )
  })
})

test('a postcode has its place in England’s index, or none', () => {
  expect(['CV11 4JP', 'cv114jp', 'B1 1AA', 'SW1A 1AA', 'CV11', 'ZZ99 3VZ', 'BFPO 12', ''].map((one) => sectorOf(one)?.sector ?? null)).toEqual([
    'CV11 4',
    'CV11 4',
    'B1 1',
    'SW1A 1',
    null,
    null,
    null,
    null,
  ])
})

describe('kept', () => {
  let worker: Acting
  beforeEach(() => void (worker = new Acting()))
  const keep = (index: '2019' | '2025', sector: string, deciles: Record<string, number>) =>
    worker.does('keepDeprivation', { index, source: 'table.csv', sectors: [{ sector, deciles }] })

  test('a second file adds postcodes; the later index counts; the same again is nothing', () => {
    keep('2019', 'CV11 4', { JP: 9 })
    keep('2025', 'CV11 4', { JP: 2 })
    expect(keep('2025', 'CV11 4', { JQ: 3 })).toMatchObject({ value: { fresh: [] } })
    expect(keep('2025', 'CV11 4', { JQ: 3 })).toMatchObject({ reason: 'nothingChanged' })
    const decileOf = decilesOf(worker.all('deprivation'))
    expect(['CV11 4JP', 'cv11 4jq', 'CV11 4JR'].map(decileOf)).toEqual([2, 3, null])
  })

  test('removed and brought in again it stands, without what stood there before', () => {
    const done = keep('2025', 'CV11 4', { JP: 2 })
    const deprivationIds = done.ok ? done.value.fresh : []
    worker.does('voidDeprivation', { deprivationIds })
    expect(decilesOf(worker.all('deprivation'))('CV11 4JP')).toBeNull()
    worker.does('restoreDeprivation', { deprivationIds })
    expect(decilesOf(worker.all('deprivation'))('CV11 4JP')).toBe(2)
    worker.does('voidDeprivation', { deprivationIds })
    keep('2025', 'CV11 4', { JQ: 5 })
    const decileOf = decilesOf(worker.all('deprivation'))
    expect(['CV11 4JP', 'CV11 4JQ'].map(decileOf)).toEqual([null, 5])
  })
})
