import { expect, test } from 'vitest'
import { aGroup, aMembership, aPerson, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

test('pronouns that were typed are kept, on the person’s page and on the register of who is here', async () => {
  const walk = which('Walk and Talk')
  const laptop = await laptopWith({
    group: [aGroup('Walk and Talk')], person: [aPerson('Jean Oakes')], membership: [aMembership('Walk and Talk', 'Jean Oakes')],
    colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  })
  await laptop.does('editPerson', { personId: idFor('Jean Oakes'), fields: { pronouns: 'they/them' } })
  await laptop.does('signInPerson', { session: walk, personId: idFor('Jean Oakes') })
  expect(await laptop.view('person', { personId: idFor('Jean Oakes') })).toMatchObject({ pronouns: 'they/them' })
  const know = await laptop.view('mustKnow', { sessionId: sessionId(walk) })
  expect(know?.facts.map(({ kind, text }) => [kind, text])).toEqual([['pronouns', 'they/them']])
})
