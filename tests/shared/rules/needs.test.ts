import { describe, expect, it } from 'vitest'
import { headings, needCalled, needLabel, needs, needsUnder } from '../../../src/shared/rules/needs.ts'

describe('the list of needs', () => {
  it('has a code once, and a label once', () => {
    expect(new Set(needs.map((one) => one.code)).size).toBe(needs.length)
    expect(new Set(needs.map((one) => one.label)).size).toBe(needs.length)
  })

  it('has needs under each of the three headings', () => {
    expect(headings.map((one) => one.heading)).toEqual(['practical', 'social', 'emotional'])
    for (const { heading } of headings) expect(needsUnder(heading).length).toBeGreaterThan(3)
  })

  it('has what the case study names: money, work, mental wellbeing, worry about mixing (domain 1)', () => {
    const codes = needs.map((one) => one.code)
    for (const code of ['money', 'work', 'lowMood', 'anxietyMixing', 'company', 'pain', 'movement', 'newBaby']) expect(codes).toContain(code)
  })

  it('finds a need by its code or its label, however it is written', () => {
    expect(needCalled(' Low Mood ')).toBe('lowMood')
    expect(needCalled('anxietymixing')).toBe('anxietyMixing')
    expect(needCalled('flying')).toBeNull()
  })

  it('tells a code that a newer app wrote as it stands', () => {
    expect(needLabel('pets')).toBe('pets')
  })
})
