import { expect, test } from 'vitest'
import { aPerson, at, idFor, thursday } from '../support/builders.ts'
import { episodeIdOf } from '../../src/shared/std/ids.ts'
import { laptopWith } from '../support/laptop.ts'

const [jean, malik] = ['Jean Oakes', 'Malik Khan'].map((name) => ({ personId: idFor(name), episodeId: episodeIdOf(idFor(name), 1) })) as [
  { personId: string; episodeId: string },
  { personId: string; episodeId: string },
]
const signed = { at: at('09:00', '2026-09-01'), byId: idFor('Lena') }
const everybody = { owner: 'all', shown: 'open', text: '', most: 50, sort: 'name' } as const

async function world() {
  const laptop = await laptopWith(
    {
      colleague: [{ id: idFor('Lena'), name: 'Lena', role: 'lead' }],
      person: [aPerson('Jean Oakes'), aPerson('Malik Khan')],
      episode: [jean, malik].map(({ personId, episodeId }) => ({ id: episodeId, personId, number: 1, openedOn: thursday, ...signed })),
      assignment: [jean, malik].map((one) => ({ id: idFor(`owner ${one.personId}`), ...one, ownerId: idFor('Lena'), ...signed })),
    },
    { name: 'Lena', role: 'lead' },
  )
  laptop.ports.time = Date.parse(at('10:00'))
  const rows = async () => (await laptop.view('cases', everybody)).rows
  return { laptop, rows, rowOf: async (name: string) => (await rows()).find((one) => one.name === name) }
}

test('what is written of one case is on its row, and the other stays as it was', async () => {
  const { laptop, rowOf } = await world()
  const before = await rowOf('Malik Khan')
  await laptop.does('setNextAction', { episodeId: jean.episodeId, nextAction: 'Call', nextActionOn: thursday })
  expect(await rowOf('Jean Oakes')).toMatchObject({ nextAction: 'Call', nextLate: false })
  expect(await rowOf('Malik Khan')).toEqual(before)
})

test('a name that was wrong is told anew', async () => {
  const { laptop, rowOf } = await world()
  await rowOf('Jean Oakes')
  await laptop.does('editPerson', { personId: jean.personId, fields: { familyName: 'Stokes' } })
  expect(await rowOf('Jean Stokes')).toMatchObject({ owner: 'Lena' })
})

test('the next day a case is late that was not the day before', async () => {
  const { laptop, rowOf } = await world()
  await laptop.does('setNextAction', { episodeId: jean.episodeId, nextAction: 'Call', nextActionOn: thursday })
  expect(await rowOf('Jean Oakes')).toMatchObject({ nextLate: false, waits: { days: 0 } })
  laptop.ports.time += 24 * 3_600_000
  expect(await rowOf('Jean Oakes')).toMatchObject({ nextLate: true, waits: { days: 1 } })
})

test('whoever is joined to another has the cases of both on their row, and parted again their own', async () => {
  const { laptop, rows } = await world()
  const names = async () => (await rows()).map((one) => [one.name, one.personId]).sort()
  const apart = await names()
  const two = { personId: jean.personId, otherId: malik.personId }
  await laptop.does('answerSamePerson', { ...two, answer: 'same', survivorId: jean.personId })
  expect(await names()).toEqual([
    ['Jean Oakes', jean.personId],
    ['Jean Oakes', jean.personId],
  ])
  await laptop.does('takeBackSamePerson', { ...two, before: null })
  expect(await names()).toEqual(apart)
})
