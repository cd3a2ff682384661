import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { districtOf } from '../../../src/shared/rules/contactDetails.ts'
import { distanceBetween, kmOf, middleOf } from '../../../src/shared/rules/distance.ts'

const between = (from: string, to: string) => distanceBetween({ postcode: from }, { postcode: to })

describe('the district of a postcode', () => {
  test.each([
    ['cv115tw', 'CV11'],
    ['CV11', 'CV11'],
    ['SW1A 1AA', 'SW1A'],
    ['W1A 0AX', 'W1A'],
    ['M1 1AE', 'M1'],
    ['EC1A 1BB', 'EC1A'],
    ['DN55 1PT', 'DN55'],
    ['ZZ99 3VZ', null], // no fixed abode: no place
    ['BFPO 57', null],
    ['GIR 0AA', null],
    ['CV11 5CI', null],
    ['Nuneaton', null],
    ['', null],
  ])('of %j is %j', (text, district) => expect(districtOf(text)).toBe(district))
})

describe('[story 22] how far it is', () => {
  test.each([
    ['CV11 5TW', 'CV10 7AA', 3],
    ['CV11 5TW', 'CV12 8NF', 5],
    ['CV11 5TW', 'CV1 1AA', 13],
    ['CV11 5TW', 'B1 1AA', 30],
    ['CV11 5TW', 'M1 1AE', 120],
    ['CV11 5TW', 'EC1A 1BB', 145],
  ])('from %s to %s about %i km', (from, to, km) => {
    expect(between(from, to)).toEqual({ kind: 'km', km })
    expect(between(to, from)).toEqual({ kind: 'km', km })
  })

  test('within one district it is said so, whether the whole postcode is known or half of it', () => {
    expect(between('CV11 5TW', 'cv11')).toEqual({ kind: 'sameDistrict', district: 'CV11' })
    expect(kmOf(between('CV11', 'CV11 4XX'))).toBe(0)
  })

  test.each(['ZZ99 3VZ', 'BFPO 57', '', 'no postcode'])('is not known from %j', (postcode) => {
    expect(between(postcode, 'CV11 5TW')).toEqual({ kind: 'notKnown' })
    expect(kmOf(between(postcode, 'CV11 5TW'))).toBeNull()
  })

  test('without a postcode, the same town is near and another is not known', () => {
    expect(distanceBetween({ town: 'Nuneaton' }, { town: ' nuneaton ' })).toEqual({ kind: 'sameTown', town: 'nuneaton' })
    expect(distanceBetween({ postcode: 'CV11 5TW', town: 'Nuneaton' }, { town: 'Bedworth' })).toEqual({ kind: 'notKnown' })
  })
})

const source = `${import.meta.dirname}/../../../../shared/data/places/postcode-districts.csv`

test.skipIf(!existsSync(source))('every district of the public table is in ours', () => {
  const [, ...lines] = readFileSync(source, 'utf8').trim().split(/\r?\n/)
  const missing = lines.filter((line) => {
    const [district = '', latitude = ''] = line.split(',')
    const middle = middleOf(district)
    return Number(latitude) !== 0 && /^[A-Z]{1,2}\d[0-9A-Z]?$/.test(district) && Math.abs((middle?.[0] ?? 0) - Number(latitude)) > 0.001
  })
  expect(missing).toEqual([])
})
