import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { membershipIdOf } from '../../src/shared/std/ids.ts'
import { aSlot, at, idFor, thursday } from '../support/builders.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { allSent, joinedLaptop, until } from '../support/workers.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'

const [groupId, jean, jeanne] = [idFor('Walk and Talk'), idFor('Jean Oakes'), idFor('Jeanne Oakes')]
const two = { personId: jean, otherId: jeanne }
let time = Date.parse(at('10:31'))
let surgery: Surgery

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => time })
  const member = (personId: string) => ({
    record: 'membership',
    row: membershipIdOf(groupId, personId),
    fields: { groupId, personId, since: '2026-01-01' },
  })
  const drafts = [
    { record: 'group', row: groupId, fields: { name: 'Walk and Talk', schedule: [aSlot()], counts: true, state: 'running' } },
    { record: 'person', row: jean, fields: { givenName: 'Jean', familyName: 'Oakes', bornOn: '1950-03-04' } },
    { record: 'person', row: jeanne, fields: { givenName: 'Jeanne', familyName: 'Oakes', bornOn: '1950-03-04' } },
    member(jean),
    member(jeanne),
  ]
  await surgery.sql.transaction({ team: surgery.team }, (tx) => writeAsServer(tx, surgery.team, surgery.lead, 'office', drafts as never, time))
})
afterAll(() => surgery.close())

test('[story 18] two laptops answer differently: the newer answer stands on both, and a sign-in of the joined person follows, there and back', async () => {
  const one = await joinedLaptop(surgery, surgery.lead, () => time)
  const other = await joinedLaptop(surgery, await surgery.hire('linkWorker', 'Nisha'), () => time)
  const people = { text: '', most: 10 }
  await until(other.worker, 'people', people, (view) => view.total === 2)
  await until(one.worker, 'people', people, (view) => view.total === 2)
  const session = { groupId, date: thursday, slot: 1 }
  await one.worker.call('run', 'signInPerson', { session, personId: jeanne })
  await one.worker.call('run', 'answerSamePerson', { ...two, answer: 'notSame', survivorId: null })
  time += 1000
  expect(await other.worker.call('run', 'answerSamePerson', { ...two, answer: 'same', survivorId: jean })).toMatchObject({ ok: true })
  await Promise.all([allSent(one.worker), allSent(other.worker)])
  await until(one.worker, 'people', people, (view) => view.shown.length === 1)
  await until(other.worker, 'people', people, (view) => view.shown.length === 1)
  const person = await until(other.worker, 'person', { personId: jean }, (view) => view?.attendance.length === 1)
  expect(person?.attendance).toMatchObject([{ state: 'here' }])
  time += 1000
  expect(await one.worker.call('run', 'takeBackSamePerson', { ...two, before: null })).toMatchObject({ ok: true })
  await allSent(one.worker)
  await until(other.worker, 'people', people, (view) => view.shown.length === 2)
  await until(other.worker, 'person', { personId: jean }, (view) => view?.attendance.length === 0)
  await Promise.all([one.worker.call('lock'), other.worker.call('lock')])
})
