import { describe, expect, test } from 'vitest'
import type { PlannedReferral } from '../../src/shared/portable/incoming.ts'
import { aGroup, aPerson, at, idFor } from '../support/builders.ts'
import { aBundle } from '../support/fhir.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const text = (more = {}) => JSON.stringify(aBundle(more))
const planOf = (laptop: TestLaptop, file: string) => laptop.view('referralPlan', { text: file, columns: null })
const entriesOf = (rows: readonly PlannedReferral[]) =>
  rows
    .filter((one) => one.what === 'add' || one.what === 'known')
    .map(({ personId, episodeId, person, referral }) => ({ personId, episodeId, person, referral })) as never
const brings = async (laptop: TestLaptop, file: string) => laptop.does('importReferrals', { entries: entriesOf((await planOf(laptop, file)).rows) })

describe('[story 39] referrals from a file', () => {
  test('[E00663] a Bundle becomes a person and a referral; the same Bundle again does nothing', async () => {
    const laptop = await laptopWith({ group: [aGroup('Walk and Talk')] })
    expect((await planOf(laptop, text())).counts).toEqual({ add: 1, known: 0, already: 0, reject: 0 })
    const { personIds, referralIds } = await brings(laptop, text())
    expect(laptop.store.memory.get('person', personIds[0]!)).toMatchObject({ givenName: 'Halina', nhsNumber: '9990000018' })
    expect(laptop.store.memory.get('referral', referralIds[0]!)).toMatchObject({ personId: personIds[0], source: 'practice', agreed: 'yes' })
    expect((await planOf(laptop, text())).counts).toEqual({ add: 0, known: 0, already: 1, reject: 0 })
  })

  test('of somebody known only the referral is written, attached to their open case', async () => {
    const known = aPerson('Halina Brzezinska', { nhsNumber: '9990000018' })
    const episode = { id: idFor('case'), personId: known.id, number: 1, openedOn: '2026-01-05', at: at('09:00'), byId: idFor('Tom') }
    const laptop = await laptopWith({ person: [known], episode: [episode] })
    const { personIds, referralIds } = await brings(laptop, text())
    expect(personIds).toEqual([])
    expect(laptop.store.memory.get('referral', referralIds[0]!)).toMatchObject({ personId: known.id, episodeId: episode.id, decided: 'attached' })
  })

  test('nobody comes in who did not agree, whatever asks', async () => {
    const laptop = await laptopWith({})
    const [row] = (await planOf(laptop, text())).rows
    const entry = { personId: null, episodeId: null, person: row!.person, referral: { ...row!.referral, agreed: 'no' } }
    expect(await laptop.run('importReferrals', { entries: [entry] as never })).toMatchObject({ reason: 'badInput' })
    expect(laptop.store.memory.list('referral')).toEqual([])
  })

  test('what was imported before is listed, with what of it can still be taken back', async () => {
    const laptop = await laptopWith({ group: [aGroup('Walk and Talk')] })
    const imports = () => laptop.view('referralImports', null)
    expect(await imports()).toEqual([])
    const { importId, personIds, referralIds } = await brings(laptop, text())
    const [past] = await imports()
    expect(past).toMatchObject({ importId, referrals: 1, decided: 0, referralIds, personIds })
    await laptop.does('decideReferral', { referralId: referralIds[0]!, decided: 'declined', because: 'moved away' })
    expect(await imports()).toMatchObject([{ importId, decided: 1, referralIds: [], personIds }])
    const other = await brings(
      laptop,
      text()
        .replace('R-17', 'R-18')
        .replace('9990000018', '9990000026')
        .replaceAll('Halina', 'Hanna')
        .replace('1951-03-08', '1960-07-01')
        .replace('01632960444', '01632960445'),
    )
    expect(other.importId).not.toBe(importId)
    await laptop.does('undoReferralImport', other)
    expect((await imports()).map((one) => one.importId)).toEqual([importId])
  })

  test('one key takes it back; whoever was signed up since stays', async () => {
    const laptop = await laptopWith({ group: [aGroup('Walk and Talk')] })
    const first = await brings(laptop, text())
    await laptop.does('undoReferralImport', first)
    expect(laptop.store.memory.get('person', first.personIds[0]!)).toMatchObject({ removedBecause: 'the import was undone' })
    const again = await brings(laptop, text())
    await laptop.does('addMember', { groupId: idFor('Walk and Talk'), personId: again.personIds[0]!, since: '2026-10-22' })
    await laptop.does('undoReferralImport', again)
    expect(laptop.store.memory.get('person', again.personIds[0]!)?.removedBecause).toBeUndefined()
    expect(laptop.store.memory.get('referral', again.referralIds[0]!)?.voidedBecause).toBe('the import was undone')
  })

  test('a facilitator imports nothing', async () => {
    const laptop = await laptopWith({}, { role: 'facilitator' })
    expect(await laptop.run('importReferrals', { entries: [] as never })).toMatchObject({ ok: false, reason: 'notAllowed' })
  })
})
