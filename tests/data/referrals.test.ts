import { expect, test } from 'vitest'
import { aPerson, idFor } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

test('a referral is listed with who wrote it, newest first, and one key takes it back', async () => {
  const jean = idFor('Jean Oakes')
  const laptop = await laptopWith({ person: [aPerson('Jean Oakes')], colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }] })
  await laptop.does('addReferral', { personId: jean, from: 'Dr Shah', reason: 'Lonely since May' })
  laptop.ports.set('11:00')
  await laptop.does('addReferral', { personId: jean, from: 'Her daughter', reason: 'Wants to walk' })
  const listed = async () => (await laptop.view('referrals', { personId: jean }))!.referrals.map((one) => `${one.from}: ${one.reason} (${one.by})`)
  expect(await listed()).toEqual(['Her daughter: Wants to walk (Tom Ashby)', 'Dr Shah: Lonely since May (Tom Ashby)'])
  expect(await laptop.laptop.undoLast()).toMatchObject({ value: { command: 'addReferral', subjects: ['Jean Oakes'] } })
  expect(await listed()).toEqual(['Dr Shah: Lonely since May (Tom Ashby)'])
})
