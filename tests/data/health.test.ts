import { describe, expect, test } from 'vitest'
import { aGroup, aSession, aSignIn, at, idFor, sessionId, theirs, which } from '../support/builders.ts'
import { type TestLaptop } from '../support/laptop.ts'
import { walk, id, jean, open, here, know, lines, noAnswers, declare } from './walkWithQuestions.ts'

describe('story 7: the health questions', () => {
  const state = async (laptop: TestLaptop) => (await know(laptop)).health.find((one) => one.personId === jean)?.state

  test('are to be asked of who is here and has not answered, and stand between nobody and their sign-in', async () => {
    const laptop = await open()
    await here(laptop, 'Jean Oakes')
    expect(await state(laptop)).toBe('missing')
    await declare(laptop)
    expect(await state(laptop)).toBe('today')
  })

  test('next time it is "anything changed?", and one press says no; after 12 months in full again, however often it was no', async () => {
    const laptop = await open()
    await declare(laptop)
    laptop.ports.set('10:31', '2027-06-03')
    await laptop.does('nothingChangedHealth', { personId: jean })
    laptop.ports.set('10:31', '2027-10-21')
    const health = async (date: string) => (await laptop.view('health', { sessionId: sessionId(which('Walk and Talk', date)), personId: jean }))!
    expect([(await health('2027-10-21')).state, (await health('2027-10-21')).last?.endsOn]).toEqual(['ask', '2027-10-22'])
    laptop.ports.set('10:31', '2027-10-22')
    expect((await health('2027-10-21')).state).toBe('ended')
    expect(await laptop.run('nothingChangedHealth', { personId: jean })).toEqual({ ok: false, reason: 'noDeclaration' })
  })

  test('a change in the middle of a session is another declaration, and the latest holds', async () => {
    const laptop = await open()
    await here(laptop, 'Jean Oakes')
    await declare(laptop)
    laptop.ports.set('11:10')
    await declare(laptop, { answers: { ...noAnswers, dizzy: true }, outcome: 'sittingOut', words: 'Felt faint at the bridge' })
    expect(await lines(laptop)).toEqual(['sittingOut Felt faint at the bridge: Jean Oakes'])
  })

  test('who declines to answer is decided by the leader, with a reason that stays', async () => {
    const laptop = await open()
    await here(laptop, 'Jean Oakes')
    const input = { personId: jean, session: walk, answers: {}, outcome: 'declined' as const, signedAs: 'Jean Oakes' }
    expect(await laptop.run('declareHealth', input)).toEqual({ ok: false, reason: 'wordsNeeded' })
    await laptop.does('declareHealth', { ...input, words: 'Walks beside me, short route' })
    expect(await lines(laptop)).toEqual(['declined Walks beside me, short route: Jean Oakes'])
    expect(await state(laptop)).toBe('today')
  })

  test('are not asked in a café, nor of who joins for the café only (story 9)', async () => {
    const laptop = await open()
    const cafe = which('Pain Café')
    await laptop.does('signInPerson', { session: cafe, personId: jean })
    expect((await laptop.view('mustKnow', { sessionId: sessionId(cafe) }))!.health).toEqual([])
    await laptop.does('signInPerson', { session: walk, personId: jean, part: 'cafe' })
    expect((await know(laptop)).health).toEqual([])
  })

  test.each([
    ['football', 'cardiacWarning'],
    ['buggy', 'postnatal'],
    ['seated', 'falls'],
    ['seated', 'aid'],
  ] as const)('a %s group asks %s too', async (template, question) => {
    const laptop = await open({ group: [aGroup('Walk and Talk', { template })] })
    expect((await laptop.view('health', { sessionId: id, personId: jean }))!.questions).toContain(question)
  })

  test('weeks since birth and the check are kept with the answers', async () => {
    const laptop = await open({ group: [aGroup('Walk and Talk', { template: 'buggy' })] })
    await declare(laptop, { answers: { ...noAnswers, postnatal: true }, outcome: 'modified', words: 'Slowly', weeksSinceBirth: 7, checkDone: true })
    expect((await laptop.view('health', { sessionId: id, personId: jean }))!.last).toMatchObject({
      weeksSinceBirth: 7,
      checkDone: true,
      signedAs: 'Jean Oakes',
    })
  })

  test('made on two laptops, both are kept and the later one holds', async () => {
    const laptop = await open({ session: [aSession(walk)], signIn: [aSignIn('Jean Oakes', '10:30')] })
    await declare(laptop)
    laptop.surgery.tells(
      theirs('declaration', idFor('hers'), {
        personId: jean,
        questions: '2026-1',
        answers: {},
        outcome: 'askedToCheck',
        signedAs: 'Jean',
        at: at('10:45'),
        byId: idFor('Nisha'),
      }),
    )
    await laptop.exchange()
    expect((await laptop.view('health', { sessionId: id, personId: jean }))!.last?.outcome).toBe('askedToCheck')
  })
})
