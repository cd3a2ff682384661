import { expect, test } from 'vitest'
import { personTexts } from '../../src/renderer/workerLink/personTexts.ts'
import { longestPart } from '../../src/renderer/parts/personForm.ts'
import { person } from '../../src/shared/records/person.ts'

test.each(personTexts)('as many letters fit into the field for %s as its record keeps', (text) => {
  const most = longestPart(text)
  const { schema } = person.fields[text]
  expect([most, most + 1].map((long) => schema.safeParse('x'.repeat(long)).success)).toEqual([true, false])
})
