import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bodiesFrom, jsonColumn, plainColumn } from '../../src/server/columns.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => 0 })
})
afterAll(() => surgery.close())

const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', '')) // the judge lets no NUL through

it('columns bring every text and every body through as they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.oneof(text, fc.constantFrom('null', 'NULL', '', '{a,b}', '"', '\\', null)), fc.dictionary(text, text)), { minLength: 1 }),
      async (lines) => {
        const found = await surgery.sql.transaction({ team: null }, (tx) =>
          tx.query<{ word: string | null; body: object }>(
            `select word, body::jsonb as body from unnest($1::text[], ${bodiesFrom('$2')}) as w(word, body)`,
            [plainColumn(lines.map(([word]) => word)), jsonColumn(lines.map(([, body]) => JSON.stringify(body)))],
          ),
        )
        expect(found.map((one) => [one.word, { ...one.body }])).toEqual(lines.map(([word, body]) => [word, { ...body }]))
      },
    ),
    { numRuns: 60 },
  )
})
