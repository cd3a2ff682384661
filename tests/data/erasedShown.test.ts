import { expect, test } from 'vitest'
import { erasureIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, theirs, thursday, which } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const [jean, dot] = [idFor('Jean Oakes'), idFor('Dot Hill')]

function aWalk(): Promise<TestLaptop> {
  const names = ['Jean Oakes', 'Ray Oakes', 'Dot Hill']
  return laptopWith(
    {
      group: [aGroup('Walk and Talk')],
      person: names.map((name) => aPerson(name, { phone: '01632 960001' })),
      membership: names.map((name) => aMembership('Walk and Talk', name)),
      session: [aSession(walk)],
      signIn: ['Jean Oakes', 'Ray Oakes'].map((name) => aSignIn(name, '10:31', { sessionId: sessionId(walk) })),
    },
    { name: 'Nisha', role: 'lead' },
  )
}

/** Everything of a register that is told of people, a group's page, and how many came. */
async function seen(laptop: TestLaptop) {
  const register = await laptop.view('register', { sessionId: sessionId(walk) })
  const group = await laptop.view('group', { groupId: idFor('Walk and Talk') })
  const params = { from: '2026-10-01', to: thursday, groupId: idFor('Walk and Talk') }
  const report = await laptop.view('report', { name: 'attendance', params, forFile: false } as never)
  return {
    heads: register?.heads.people,
    here: register?.hereCount,
    notYet: register?.notYet.map((one) => one.name),
    report,
    text: JSON.stringify([register, group]),
  }
}

test('[SY42] registers, groups and reports go on without somebody who was erased: how many came stays, and nobody waits for them', async () => {
  const laptop = await aWalk()
  laptop.ports.time = Date.parse(at('10:40'))
  const before = await seen(laptop)
  expect(before).toMatchObject({ heads: 2, here: 2, notYet: ['Dot Hill'] })
  for (const personId of [jean, dot])
    laptop.surgery.tells(theirs('erasure', erasureIdOf(personId), { personId, why: 'asked', at: at('10:35'), byId: idFor('Nisha') }))
  await laptop.exchange()
  const after = await seen(laptop)
  expect(after).toMatchObject({ heads: 2, here: 2, notYet: [] })
  expect(after.report).toEqual(before.report)
  for (const word of ['Jean', 'Dot']) expect(after.text).not.toContain(word)
})

test('whoever erases somebody ends their memberships: no card counts on them any more', async () => {
  const laptop = await aWalk()
  laptop.ports.time = Date.parse(at('10:40'))
  const group = () => laptop.view('group', { groupId: idFor('Walk and Talk') })
  expect((await group())?.people.map((one) => one.name)).toContain('Dot Hill')
  await laptop.does('erasePerson', { personId: dot, joinedIds: [], why: 'asked', keptUntil: null })
  await laptop.exchange()
  const row = await laptop.sees('membership', aMembership('Walk and Talk', 'Dot Hill').id)
  expect(row?.fields).toMatchObject({ personId: dot, endedOn: thursday })
  expect((await group())?.people.map((one) => one.name).sort()).toEqual(['Jean Oakes', 'Ray Oakes'])
})
