import { expect, test } from 'vitest'
import type { AskedReport } from '../../src/shared/reports/index.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, theirs, thursday, which } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

const asked: AskedReport = { name: 'uptake', params: { from: thursday, to: thursday } }
const crowd = Array.from({ length: 120 }, (_, nth) => `Somebody ${nth}`)

test('[issue 12] a sign-in that comes among many other changes after a report was read is in the next one', async () => {
  const laptop = await laptopWith({
    group: [aGroup('Walk and Talk')],
    session: [aSession(which('Walk and Talk'))],
    person: ['Jean Oakes', 'Nisha Kaur'].map((name) => aPerson(name)),
    membership: ['Jean Oakes', 'Nisha Kaur'].map((name) => aMembership('Walk and Talk', name)),
    signIn: [aSignIn('Jean Oakes', '10:31')],
  })
  laptop.ports.time = Date.parse(at('12:00'))
  const came = async () => (await laptop.view('report', { ...asked, forFile: false } as never))?.rows.at(-1)?.[5]
  expect(await came()).toBe(1)
  const { id, ...late } = aSignIn('Nisha Kaur', '10:32')
  const people = crowd.map((name) => aPerson(name))
  laptop.surgery.tells(theirs('signIn', id, late), ...people.map(({ id: person, ...fields }) => theirs('person', person, fields)))
  await laptop.exchange()
  expect(await came()).toBe(2)
})
