import { describe, expect, test } from 'vitest'
import type { AnswerOf } from '../../src/shared/commands/index.ts'
import { undoOf } from '../../src/shared/commands/index.ts'
import { membershipIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, at, idFor, thursday, type Known } from '../support/builders.ts'
import { aCase, anOffer, aService } from '../support/cases.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const jean = idFor('Jean Oakes')
const walk = idFor('Walk and Talk')
const priya = idFor('Priya')
const member = membershipIdOf(walk, jean)
const offered = anOffer('Jean Oakes', 'Walk and Talk')
const which = { offerId: offered.id, personId: jean, groupId: walk }
const toJean = { personId: jean, episodeId: aCase('Jean Oakes').id, needs: ['company'], offeredOn: thursday }

const world = (more: Known = {}): Promise<TestLaptop> =>
  laptopWith(
    {
      group: [aGroup('Walk and Talk'), aGroup('Tea Dance', { state: 'paused' })],
      person: [aPerson('Jean Oakes')],
      colleague: [{ id: priya, name: 'Priya Nair', role: 'linkWorker' }],
      episode: [aCase('Jean Oakes')],
      ...more,
    },
    { name: 'Priya', role: 'linkWorker' },
  )

const introductions = (laptop: TestLaptop) => laptop.store.linked('introduction', 'personId', jean)
const signedUp = async (laptop: TestLaptop) => (await laptop.sees('membership', member))?.fields ?? null

/** What one key takes back. */
async function undo(laptop: TestLaptop, name: Parameters<typeof undoOf>[0], input: object, answer: unknown): Promise<void> {
  const back = undoOf(name, input as never, answer as AnswerOf<typeof name> as never)
  if (!back) throw new Error('nothing takes it back')
  await laptop.does(back.name, back.input as never)
}

describe('[story 22] offering', () => {
  test('a group of ours, and taking it back', async () => {
    const laptop = await world()
    const input = { ...toJean, groupId: walk }
    const answer = await laptop.does('offerGroup', input)
    expect((await laptop.sees('offer', answer.offerId))?.fields).toMatchObject({ state: 'offered', groupId: walk, needs: ['company'] })
    await undo(laptop, 'offerGroup', input, answer)
    expect((await laptop.sees('offer', answer.offerId))?.fields).toMatchObject({ voidedBecause: 'a mistake' })
  })

  test('[story 22] a group that is paused is not offered', async () => {
    const laptop = await world()
    expect(await laptop.run('offerGroup', { ...toJean, groupId: idFor('Tea Dance') })).toEqual({ ok: false, reason: 'closedForNow' })
  })

  test('a service that is closed for a while is not offered, and one that has opened again is', async () => {
    const closed = { closedFrom: '2026-10-01', closedUntil: '2026-10-31' }
    const laptop = await world({ service: [aService('Money advice', closed), aService('Open again', { ...closed, closedUntil: '2026-10-21' })] })
    expect(await laptop.run('offerService', { ...toJean, serviceId: idFor('Money advice') })).toEqual({ ok: false, reason: 'closedForNow' })
    expect((await laptop.run('offerService', { ...toJean, serviceId: idFor('Open again') })).ok).toBe(true)
  })

  test('the same thing twice, or to a member, is refused; after a no it may be offered again', async () => {
    const laptop = await world({ offer: [offered] })
    expect(await laptop.run('offerGroup', { ...toJean, groupId: walk })).toEqual({ ok: false, reason: 'alreadyOffered' })
    await laptop.does('answerOffer', { ...which, answer: 'declined', because: 'time', on: thursday })
    expect((await laptop.run('offerGroup', { ...toJean, groupId: walk })).ok).toBe(true)
    const known = await world({ membership: [aMembership('Walk and Talk', 'Jean Oakes')] })
    expect(await known.run('offerGroup', { ...toJean, groupId: walk })).toEqual({ ok: false, reason: 'alreadyMember' })
  })

  test('without an open case it is refused', async () => {
    const laptop = await world({ episode: [aCase('Jean Oakes', { closedOn: '2026-10-10', closedAs: 'moved' })] })
    expect(await laptop.run('offerGroup', { ...toJean, groupId: walk })).toEqual({ ok: false, reason: 'noOpenCase' })
  })

  test('nothing suitable is an answer of its own', async () => {
    const laptop = await world()
    const { offerId } = await laptop.does('noneSuitable', toJean)
    expect((await laptop.sees('offer', offerId))?.fields).toMatchObject({ state: 'noneSuitable', needs: ['company'] })
  })

  test('a facilitator may not', async () => {
    const laptop = await laptopWith({ group: [aGroup('Walk and Talk')], person: [aPerson('Jean Oakes')] }, { name: 'Sam', role: 'facilitator' })
    expect(await laptop.run('offerGroup', { ...toJean, groupId: walk })).toEqual({ ok: false, reason: 'notAllowed' })
  })
})

describe('[story 22] a yes to a group of ours', () => {
  const yes = { ...which, answer: 'accepted' as const, on: thursday }

  test('signs them up and tells the group who comes, in one act; one key takes all of it back', async () => {
    const laptop = await world({ offer: [offered] })
    const answer = await laptop.does('answerOffer', yes)
    expect(await signedUp(laptop)).toMatchObject({ since: thursday })
    expect(await introductions(laptop)).toMatchObject([{ groupId: walk, referredBy: priya, knowsId: null, firstOn: null }])
    await undo(laptop, 'answerOffer', yes, answer)
    expect((await laptop.sees('offer', offered.id))?.fields).toMatchObject({ state: 'offered', answeredOn: null })
    expect(await signedUp(laptop)).toMatchObject({ since: thursday, endedOn: thursday })
    expect((await introductions(laptop))[0]).toMatchObject({ voidedBecause: 'a mistake' })
    await laptop.does('answerOffer', yes)
    expect(await signedUp(laptop)).toMatchObject({ endedOn: null })
    expect((await introductions(laptop)).filter((one) => !one.voidedBecause)).toHaveLength(1)
  })

  test('who is a member already stays one when the yes is taken back', async () => {
    const laptop = await world({ offer: [offered], membership: [aMembership('Walk and Talk', 'Jean Oakes')] })
    await undo(laptop, 'answerOffer', yes, await laptop.does('answerOffer', yes))
    expect((await signedUp(laptop))?.['endedOn']).toBeUndefined()
  })

  test('the owner of the case is who referred them, whoever writes it down', async () => {
    const sunita = idFor('Sunita')
    const owner = { id: idFor('owner'), personId: jean, episodeId: offered.episodeId, ownerId: sunita, at: at('09:00', '2026-10-02'), byId: priya }
    const laptop = await world({ offer: [offered], assignment: [owner] })
    await laptop.does('answerOffer', yes)
    expect(await introductions(laptop)).toMatchObject([{ referredBy: sunita, byId: priya }])
  })

  test('"come with me the first time": the group is told the date and who they know, and told anew when it changes', async () => {
    const laptop = await world({ offer: [offered] })
    await laptop.does('answerOffer', { ...yes, first: { firstOn: '2026-10-29', meetAt: 'bandstand', goesAlongId: priya } })
    expect(await introductions(laptop)).toMatchObject([{ firstOn: '2026-10-29', knowsId: priya }])
    const later = { ...which, firstOn: '2026-11-05', meetAt: 'car park', goesAlongId: null }
    const answer = await laptop.does('planFirstTime', later)
    expect(await introductions(laptop)).toMatchObject([{ firstOn: '2026-11-05', knowsId: null }])
    await undo(laptop, 'planFirstTime', later, answer)
    expect(await introductions(laptop)).toMatchObject([{ firstOn: '2026-10-29', knowsId: priya }])
    expect((await laptop.sees('offer', offered.id))?.fields).toMatchObject({ meetAt: 'bandstand', goesAlongId: priya })
  })

  test('where they are met is told to nobody but link workers', async () => {
    const laptop = await world({ offer: [offered] })
    await laptop.does('answerOffer', { ...yes, first: { firstOn: null, meetAt: '4 Bridge Street', goesAlongId: null } })
    expect(JSON.stringify(await introductions(laptop))).not.toContain('Bridge Street')
  })

  test('a no after a yes ends what the yes had made, and one key brings it back', async () => {
    const laptop = await world({ offer: [offered] })
    await laptop.does('answerOffer', yes)
    const no = { ...which, answer: 'declined' as const, because: 'health' as const, on: thursday }
    const answer = await laptop.does('answerOffer', no)
    expect(await signedUp(laptop)).toMatchObject({ endedOn: thursday })
    expect((await introductions(laptop))[0]?.voidedBecause).toBeTruthy()
    await undo(laptop, 'answerOffer', no, answer)
    expect(await signedUp(laptop)).toMatchObject({ endedOn: null })
    expect((await introductions(laptop))[0]?.voidedBecause).toBeNull()
  })

  test('a group that was paused since is waited for, not joined', async () => {
    const laptop = await world({ group: [aGroup('Walk and Talk', { state: 'paused' })], offer: [offered] })
    expect(await laptop.run('answerOffer', yes)).toEqual({ ok: false, reason: 'closedForNow' })
    await laptop.does('answerOffer', { ...yes, answer: 'waiting' })
    expect(await signedUp(laptop)).toBeNull()
  })

  test('an offer undone takes the membership and the introduction with it', async () => {
    const laptop = await world({ offer: [offered] })
    await laptop.does('answerOffer', yes)
    await laptop.does('voidOffer', which)
    expect(await signedUp(laptop)).toMatchObject({ endedOn: thursday })
    expect((await introductions(laptop))[0]?.voidedBecause).toBeTruthy()
  })
})

describe('[story 22] a no', () => {
  test.each([
    [{}, 'whyNotMissing'],
    [{ because: 'other' as const }, 'whyNotMissing'],
  ])('needs a reason: %j', async (more, reason) => {
    const laptop = await world({ offer: [offered] })
    expect(await laptop.run('answerOffer', { ...which, answer: 'declined', on: thursday, ...more })).toEqual({ ok: false, reason })
  })

  test('keeps why, which a yes later clears', async () => {
    const laptop = await world({ offer: [offered] })
    await laptop.does('answerOffer', { ...which, answer: 'declined', because: 'other', becauseWords: 'Not in winter', on: thursday })
    expect((await laptop.sees('offer', offered.id))?.fields).toMatchObject({ because: 'other', becauseWords: 'Not in winter' })
    await laptop.does('answerOffer', { ...which, answer: 'accepted', on: thursday })
    expect((await laptop.sees('offer', offered.id))?.fields).toMatchObject({ because: null, becauseWords: '' })
  })
})

test('[story 18] an offer that was made to a record which was joined to theirs since is answered for them', async () => {
  const laptop = await world({ person: [aPerson('Jean Oakes'), aPerson('Jeanne Oaks')], offer: [anOffer('Jeanne Oaks', 'Walk and Talk')] })
  const joined = { offerId: anOffer('Jeanne Oaks', 'Walk and Talk').id, personId: jean, groupId: walk }
  await laptop.does('answerOffer', { ...joined, answer: 'accepted', on: thursday })
  expect(await signedUp(laptop)).toMatchObject({ personId: jean })
})

test('[story 23] a call is written down, and one key takes it back', async () => {
  const laptop = await world({ offer: [offered] })
  const input = { ...which, calledOn: thursday }
  const answer = await laptop.does('noteOfferCall', input)
  expect((await laptop.sees('offer', offered.id))?.fields).toMatchObject({ calledOn: thursday })
  await undo(laptop, 'noteOfferCall', input, answer)
  expect((await laptop.sees('offer', offered.id))?.fields).toMatchObject({ calledOn: null })
})
