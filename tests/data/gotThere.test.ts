import { describe, expect, test } from 'vitest'
import { offerTasks } from '../../src/renderer/data/reading/offerTasks.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { samePersonIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aPerson, aSession, aSignIn, at, idFor, sessionId, which, type Known } from '../support/builders.ts'
import { aCase, anOffer } from '../support/cases.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const jean = idFor('Jean Oakes')
const accepted = anOffer('Jean Oakes', 'Walk and Talk', { state: 'accepted', answeredOn: '2026-10-02' })
const on = (date: string) => which('Walk and Talk', date)
const closed = (date: string, more: Partial<Entity<'session'>> = {}) => aSession(on(date), { closedAt: at('12:10', date), ...more })
const signIn = (name: string, date: string, more: Partial<Entity<'signIn'>> = {}) =>
  aSignIn(name, '10:31', { id: idFor(`${name} ${date}`), sessionId: sessionId(on(date)), arrivedAt: at('10:31', date), ...more })

/** The Thursday is the 22nd: two sessions lie between the yes and today. */
const world = (more: Known = {}, offer = accepted) =>
  laptopWith(
    {
      group: [aGroup('Walk and Talk')],
      person: [aPerson('Jean Oakes'), aPerson('Jeanne Oaks'), aPerson('Ada Byron')],
      episode: [aCase('Jean Oakes')],
      offer: [offer],
      ...more,
    },
    { name: 'Priya', role: 'linkWorker' },
  )
const both = [closed('2026-10-08'), closed('2026-10-15')]
const contextOf = (laptop: TestLaptop) => (laptop.laptop as unknown as { context: Parameters<typeof offerTasks>[0] }).context
const asks = async (laptop: TestLaptop) => (await offerTasks(contextOf(laptop))).map(({ kind, since }) => [kind, since])
const got = async (laptop: TestLaptop) => (await laptop.view('offers', { personId: jean }))?.offers[0]?.got

describe('[story 23] whether they got there, of the registers alone', () => {
  test('two sessions missed ask for a call; a call settles it', async () => {
    const laptop = await world({ session: both })
    expect(await got(laptop)).toMatchObject({ state: 'notYet', missed: 2 })
    expect(await asks(laptop)).toEqual([['missed', '2026-10-15']])
    await laptop.does('noteOfferCall', { offerId: accepted.id, personId: jean, groupId: accepted.groupId!, calledOn: '2026-10-22' })
    expect(await asks(laptop)).toEqual([])
  })

  test('[story 23] a cancelled session does not count as a miss, unless somebody came all the same', async () => {
    const off = closed('2026-10-15', { cancelledBecause: 'frost' })
    expect(await asks(await world({ session: [closed('2026-10-08'), off] }))).toEqual([])
    expect(await asks(await world({ session: [closed('2026-10-08'), off], signIn: [signIn('Ada Byron', '2026-10-15')] }))).toHaveLength(1)
  })

  test('a session that nobody closed, or of which this laptop has no row yet, is no miss', async () => {
    expect(await asks(await world({ session: [closed('2026-10-08'), aSession(on('2026-10-15'))] }))).toEqual([])
    expect(await asks(await world({ session: [closed('2026-10-08')] }))).toEqual([])
  })

  test('who told the team before has not missed it', async () => {
    const mark: Entity<'registerMark'> = {
      id: idFor('told'),
      sessionId: sessionId(on('2026-10-15')),
      personId: jean,
      state: 'apologies',
      at: at('08:00', '2026-10-15'),
      byId: idFor('Tom'),
    }
    expect(await asks(await world({ session: both, registerMark: [mark] }))).toEqual([])
  })

  test('[story 23] attended under a provisional record: once somebody says that they are one, the task closes itself', async () => {
    const laptop = await world({ session: both, signIn: [signIn('Jeanne Oaks', '2026-10-15')] })
    expect(await asks(laptop)).toEqual([['missed', '2026-10-15']])
    const other = idFor('Jeanne Oaks')
    const said = { personId: jean, otherId: other, answer: 'same' as const, survivorId: jean, at: at('09:00'), byId: idFor('Tom') }
    const joined = await world({
      session: both,
      signIn: [signIn('Jeanne Oaks', '2026-10-15')],
      samePerson: [{ id: samePersonIdOf(jean, other), ...said }],
    })
    expect(await got(joined)).toMatchObject({ state: 'came', times: 1, firstCame: '2026-10-15' })
    expect(await asks(joined)).toEqual([['firstTime', '2026-10-15']])
  })

  test('the first time asks for a call from the next day', async () => {
    const laptop = await world({ session: both, signIn: [signIn('Jean Oakes', '2026-10-08')] })
    expect(await asks(laptop)).toEqual([['firstTime', '2026-10-08']])
    expect(await got(laptop)).toMatchObject({ state: 'came', times: 1, of: 2, missed: 1 })
  })

  test('a sign-in that was taken back is none', async () => {
    const back = { voidedBecause: 'not here after all', voidedAt: at('10:40', '2026-10-15'), voidedBy: idFor('Tom') }
    expect(await asks(await world({ session: both, signIn: [signIn('Jean Oakes', '2026-10-15', back)] }))).toEqual([['missed', '2026-10-15']])
  })

  test('My day of the link worker whose case it is asks for the call, and a colleague’s does not', async () => {
    const owned = (ownerId: string): Known => ({
      session: both,
      colleague: [{ id: idFor('Priya'), name: 'Priya Nair', role: 'linkWorker' }],
      assignment: [
        { id: idFor('owner'), personId: jean, episodeId: accepted.episodeId, ownerId, at: at('09:00', '2026-10-01'), byId: idFor('Priya') },
      ],
    })
    const tasksOf = async (known: Known) => {
      const day = await (await world(known)).view('myDay', { team: false, most: 5 })
      return day.tasks.filter((one) => one.kind === 'missed').flatMap((one) => one.first)
    }
    expect(await tasksOf(owned(idFor('Priya')))).toMatchObject([{ personId: jean, text: 'Walk and Talk', days: 7, place: `person/${jean}` }])
    expect(await tasksOf(owned(idFor('Marcus')))).toEqual([])
  })

  test.each<[string, Partial<Entity<'offer'>>, Known]>([
    ['whose case is closed', {}, { episode: [aCase('Jean Oakes', { closedOn: '2026-10-20', closedAs: 'goalsMet' })] }],
    ['who died or objected', {}, { person: [aPerson('Jean Oakes', { signInBlocked: true })] }],
    ['who said no since', { state: 'declined' }, {}],
    ['whose offer was undone', { voidedBecause: 'a mistake' }, {}],
  ])('nobody is asked to call somebody %s', async (_, offer, more) => {
    expect(await asks(await world({ session: both, ...more }, { ...accepted, ...offer }))).toEqual([])
  })
})
