import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { definitionSchema } from '../../../src/shared/measures/definition.ts'
import { definitionIn, definitionOf, measureDefinitions } from '../../../src/shared/measures/index.ts'
import { availabilityOf, bandOf, needsProtocol, scoresOf, worded, wordingSlots, wrongAnswers } from '../../../src/shared/rules/measures.ts'
import { must } from '../../../src/shared/std/assert.ts'

const of = (id: string) => must(definitionOf(id), id)
const score = (id: string, name: string) =>
  must(
    of(id).scores.find((one) => one.id === name),
    name,
  )
const seven = (answers: number[]) => Object.fromEntries(answers.map((value, at) => [`q${at + 1}`, value]))

describe('the data files', () => {
  test('are all read, and say version, licence and source', () => {
    const folder = `${import.meta.dirname}/../../../resources/measures`
    const files = readdirSync(folder).map((file) => definitionSchema.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))))
    expect(files.map((one) => one.id).sort()).toEqual(
      measureDefinitions()
        .map((one) => one.id)
        .sort(),
    )
    for (const one of files) expect([one.version, one.language, one.licence.holder, one.source].every(Boolean), one.id).toBe(true)
  })

  test('a file that names what it does not have is refused', () => {
    expect(definitionSchema.safeParse({ ...of('peg'), scores: of('ons4').scores }).success).toBe(false)
    expect(definitionSchema.safeParse({ ...of('loneliness'), answers: {} }).success).toBe(false)
  })

  test('an answer of another version finds no definition', () => {
    expect(definitionIn('ons4', '2011')?.id).toBe('ons4')
    expect(definitionIn('ons4', '2030')).toBeUndefined()
  })

  test('the wording of licensed measures is not in the code (domain 5.1)', () => {
    for (const id of ['swemwbs', 'mycaw', 'eq5d5l', 'pam']) {
      expect(
        of(id).items.every((one) => one.text === null),
        id,
      ).toBe(true)
      expect(wordingSlots(of(id)).length, id).toBeGreaterThan(0)
    }
    for (const id of ['ons4', 'loneliness', 'peg', 'activity', 'phq4']) expect(wordingSlots(of(id)), id).toEqual([])
  })
})

describe('ONS4', () => {
  const all = { satis: 7, worth: 8, happy: 6, anxious: 3 }

  test('asks in the order of the standard, each from 0 to 10', () => {
    expect(of('ons4').items.map((one) => one.id)).toEqual(['satis', 'worth', 'happy', 'anxious'])
    expect(of('ons4').items[0]?.text).toBe('Overall, how satisfied are you with your life nowadays?')
    expect(wrongAnswers(of('ons4'), { satis: 0, worth: 10, happy: 11, anxious: -1 })).toEqual(['happy', 'anxious'])
    expect(wrongAnswers(of('ons4'), { satis: 6.5 })).toEqual(['satis'])
  })

  test('has a score for each question and no total', () => {
    expect(scoresOf(of('ons4'), all)).toEqual(all)
  })

  test.each([
    ['Low', [0, 1, 2, 3, 4]],
    ['Medium', [5, 6]],
    ['High', [7, 8]],
    ['Very high', [9, 10]],
  ])('the three good ones: %s is %j', (label, values) => {
    for (const name of ['satis', 'worth', 'happy']) for (const value of values) expect(bandOf(score('ons4', name), value)).toBe(label)
  })

  test.each([
    ['Very low', [0, 1]],
    ['Low', [2, 3]],
    ['Medium', [4, 5]],
    ['High', [6, 7, 8, 9, 10]],
  ])('anxious: %s is %j', (label, values) => {
    for (const value of values) expect(bandOf(score('ons4', 'anxious'), value)).toBe(label)
  })

  test('[story 24] would rather not say and do not know are not zero, and the others still count', () => {
    expect(scoresOf(of('ons4'), { ...all, happy: 'notSaid', anxious: 'notKnown' })).toEqual({ satis: 7, worth: 8, happy: null, anxious: null })
    expect(scoresOf(of('ons4'), { ...all, happy: 0 }).happy).toBe(0)
    expect(bandOf(score('ons4', 'happy'), null)).toBeNull()
  })

  test('[story 24] broken off, nothing is scored', () => {
    expect(scoresOf(of('ons4'), { satis: 7, worth: 8 })).toEqual({ satis: null, worth: null, happy: null, anxious: null })
  })
})

describe('loneliness', () => {
  test.each([
    [[1, 1, 1], 3],
    [[2, 1, 1], 4],
    [[2, 2, 1], 5],
    [[2, 2, 2], 6],
    [[3, 2, 2], 7],
    [[3, 3, 2], 8],
    [[3, 3, 3], 9],
  ])('three answers %j make %i; the direct question is never added', ([companionship = 0, leftOut = 0, isolated = 0], sum) => {
    expect(scoresOf(of('loneliness'), { companionship, leftOut, isolated, lonely: 5 })).toEqual({ ucla: sum, lonely: 5 })
  })

  test.each([
    [1, 'Never'],
    [2, 'Hardly ever'],
    [3, 'Occasionally'],
    [4, 'Some of the time'],
    [5, 'Often/always'],
  ])('the direct answer %i is %s', (value, label) => {
    expect(bandOf(score('loneliness', 'lonely'), value)).toBe(label)
    expect(of('loneliness').answers['direct']?.find((one) => one.value === value)?.label).toBe(label)
  })

  test('the sum needs all three, and has no band', () => {
    expect(scoresOf(of('loneliness'), { companionship: 'notSaid', leftOut: 2, isolated: 2, lonely: 3 })).toEqual({ ucla: null, lonely: 3 })
    expect(bandOf(score('loneliness', 'ucla'), 9)).toBeNull()
  })
})

describe('PEG', () => {
  test.each([
    [[0, 0, 0], 0],
    [[10, 10, 10], 10],
    [[7, 6, 5], 6],
    [[7, 6, 6], 6.3],
    [[7, 7, 6], 6.7],
    [[1, 0, 0], 0.3],
    [[10, 9, 9], 9.3],
  ])('the mean of %j is %d, one decimal, without a label', ([pain = 0, enjoyment = 0, activity = 0], mean) => {
    expect(scoresOf(of('peg'), { pain, enjoyment, activity })).toEqual({ peg: mean })
    expect(bandOf(score('peg', 'peg'), mean)).toBeNull()
  })

  test('needs all three', () => {
    expect(scoresOf(of('peg'), { pain: 7, enjoyment: 'notSaid', activity: 5 })).toEqual({ peg: null })
  })
})

test.each([0, 1, 2, 3, 4, 5, 6, 7])('physical activity: %i days are %i', (days) => {
  expect(scoresOf(of('activity'), { days })).toEqual({ days })
  expect(wrongAnswers(of('activity'), { days: days + 8 })).toEqual(['days'])
})

describe('SWEMWBS', () => {
  const metric = [
    7, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21, 24.11,
    25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35,
  ]
  test.each(metric.map((value, at) => [at + 7, value]))('raw %i is metric %d', (raw, value) => {
    const answers = Array.from({ length: 7 }, (_, at) => 1 + Math.min(4, Math.max(0, raw - 7 - at * 4)))
    expect(answers.reduce((all, one) => all + one, 0)).toBe(raw)
    expect(scoresOf(of('swemwbs'), seven(answers))).toEqual({ metric: value })
  })

  test('all 29 values are there, without a band', () => {
    expect(metric).toHaveLength(29)
    expect(bandOf(score('swemwbs', 'metric'), 19)).toBeNull()
  })

  test('is valid only with all seven', () => {
    expect(scoresOf(of('swemwbs'), { ...seven([3, 3, 3, 3, 3, 3]), q7: 'notSaid' })).toEqual({ metric: null })
  })
})

describe('PHQ-4', () => {
  const answers = (nervous: number, worrying: number, interest: number, down: number) => ({ nervous, worrying, interest, down })

  test.each([
    [0, 'None'],
    [2, 'None'],
    [3, 'Mild'],
    [5, 'Mild'],
    [6, 'Moderate'],
    [8, 'Moderate'],
    [9, 'Severe'],
    [12, 'Severe'],
  ])('a total of %i is %s', (total, label) => {
    expect(bandOf(score('phq4', 'total'), total)).toBe(label)
  })

  test('is summed whole and by two', () => {
    expect(scoresOf(of('phq4'), answers(1, 2, 3, 0))).toEqual({ total: 6, gad2: 3, phq2: 3 })
  })

  test('[story 24] asks for its protocol from 3 of either pair on, also when it was broken off', () => {
    expect(needsProtocol(of('phq4'), answers(1, 1, 1, 1))).toBe(false)
    expect(needsProtocol(of('phq4'), answers(2, 1, 0, 0))).toBe(true)
    expect(needsProtocol(of('phq4'), answers(0, 0, 1, 2))).toBe(true)
    expect(needsProtocol(of('phq4'), { down: 3 })).toBe(true)
    expect(needsProtocol(of('phq4'), { down: 2, interest: 'notSaid' })).toBe(false)
    expect(needsProtocol(of('ons4'), { satis: 0 })).toBe(false)
  })

  test('is off until a lead switches it on, and nobody is left alone with it', () => {
    expect(availabilityOf(of('phq4'), null, '2026-10-22', false)).toBe('off')
    expect(availabilityOf(of('phq4'), null, '2026-10-22', true)).toBe('ready')
    expect(of('phq4').handOver).toBe(false)
  })
})

describe('EQ-5D-5L, PAM and MYCaW', () => {
  test('a health state is five digits and no figure', () => {
    const said = { mobility: 2, selfCare: 1, usualActivities: 1, painDiscomfort: 4, anxietyDepression: 3, vas: 65 }
    expect(scoresOf(of('eq5d5l'), said)).toEqual({ state: 21143, vas: 65 })
    expect(scoresOf(of('eq5d5l'), { ...said, selfCare: 'notSaid' })).toEqual({ state: null, vas: 65 })
    expect(score('eq5d5l', 'state').better).toBe('none')
  })

  test('PAM is score and level as they were given', () => {
    expect(scoresOf(of('pam'), { score: 55.6, level: 3 })).toEqual({ score: 55.6, level: 3 })
    expect(wrongAnswers(of('pam'), { score: 100.1, level: 5 })).toEqual(['score', 'level'])
  })

  test('MYCaW keeps words, and scores 0 to 6', () => {
    const said = { concern1: 'Getting out', severity1: 5, concern2: 'Sleep', severity2: 4, wellbeing: 3 }
    expect(scoresOf(of('mycaw'), said)).toEqual({ severity1: 5, severity2: 4, wellbeing: 3 })
    expect(wrongAnswers(of('mycaw'), { ...said, wellbeing: 7 })).toEqual(['wellbeing'])
    expect(wrongAnswers(of('mycaw'), { concern1: 3 })).toEqual(['concern1'])
  })
})

describe('a licence', () => {
  const wording = Object.fromEntries(wordingSlots(of('swemwbs')).map((slot) => [slot, `words of ${slot}`]))

  test('[story 24] shows a licensed measure only with all its words, and not after its end', () => {
    expect(availabilityOf(of('swemwbs'), null, '2026-10-22', true)).toBe('noLicence')
    expect(availabilityOf(of('swemwbs'), { wording: { q1: 'only one' } }, '2026-10-22', true)).toBe('wordingMissing')
    expect(availabilityOf(of('swemwbs'), { wording, until: '2026-10-22' }, '2026-10-22', true)).toBe('ready')
    expect(availabilityOf(of('swemwbs'), { wording, until: '2026-10-21' }, '2026-10-22', true)).toBe('licenceEnded')
    expect(availabilityOf(of('ons4'), null, '2026-10-22', false)).toBe('ready')
  })

  test('puts its words where none were', () => {
    const shown = worded(of('swemwbs'), { wording })
    expect(shown.items.map((one) => one.text)).toEqual([1, 2, 3, 4, 5, 6, 7].map((nth) => `words of q${nth}`))
    expect(shown.answers['times']?.[4]).toEqual({ value: 5, label: 'words of times.5' })
    expect(worded(of('ons4'), { wording: { satis: 'Are you fine?' } })).toEqual(of('ons4'))
  })
})
