import { expect, test } from 'vitest'
import { unreached } from '../../src/renderer/host/webSend.ts'
import { joinTroubleInWords } from '../../src/renderer/words/sentences.ts'
import { words } from './words.ts'

test('A browser that reached nobody says which it is: no network, no such address, no answer', () => {
  const ours = 'https://gather.example'
  expect(unreached(ours, false, ours)).toBe('offline')
  expect(unreached('https://gahter.example', true, ours)).toBe('noSuchAddress')
  expect(unreached(ours, true, ours)).toBe('noAnswer')
})

test('Joining says of each what to do, and never that there is no network where there is one', () => {
  const said = (['offline', 'noSuchAddress', 'noAnswer'] as const).map((trouble) => joinTroubleInWords(trouble, words))
  expect(said[0]).toMatch(/no network here\. Join the wifi/)
  expect(said[1]).toMatch(/no server at this address\. Check its spelling/)
  expect(said[2]).toMatch(/the server did not answer\. Check the address/)
})
