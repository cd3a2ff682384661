import { expect, test } from 'vitest'
import * as tables from '../../src/renderer/words/en/all.ts'

test('every sentence is said in one table alone: the later of two would be shown everywhere, without a word', () => {
  const ids = Object.values(tables).flatMap((table) => Object.keys(table))
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})
