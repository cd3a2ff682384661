import { expect, test } from 'vitest'
import { PagesTold } from '../../src/renderer/data/pagesTold.ts'

const page = (rows: number) => ({
  records: new Set(['person']),
  keys: Array.from({ length: rows }, (_, at) => `person/${at}`),
  isPage: true as const,
})

test('a load of a hundred pages has the lists answered again a handful of times, the first page at once', () => {
  const pages = new PagesTold()
  const told = Array.from({ length: 100 }, () => pages.take(page(2000)) !== null)
  expect(told[0]).toBe(true)
  expect(told.filter(Boolean).length).toBe(7)
})

test('what is written while a load goes on is told at once, with what the pages before it brought', () => {
  const pages = new PagesTold()
  pages.take(page(2000))
  pages.take(page(2000))
  expect(pages.take(page(10))).toBeNull()
  expect(pages.take({ records: new Set(['signIn']), keys: ['signIn/1'] })).toEqual(new Set(['person', 'signIn']))
})

test('what a load that was broken off brought is told with its end, and once', () => {
  const pages = new PagesTold()
  pages.take(page(2000))
  pages.take(page(10))
  expect(pages.rest()).toEqual(new Set(['person']))
  expect(pages.rest()).toBeNull()
})
