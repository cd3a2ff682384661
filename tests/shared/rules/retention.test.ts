import { describe, expect, test } from 'vitest'
import { retentionOf, type KeptPerson } from '../../../src/shared/rules/retention.ts'

const adult: KeptPerson = {
  bornOn: '1960-05-01',
  lastSeen: '2018-10-22',
  supportEnded: null,
  tookPart: true,
  incidents: [],
  unfinished: [],
  decisions: [],
}
const until = (more: Partial<KeptPerson>) => retentionOf({ ...adult, ...more }, '2026-10-22').retainUntil
const at = (today: string, more: Partial<KeptPerson> = {}) => retentionOf({ ...adult, ...more }, today)

describe('[story 35] until when a record must be kept', () => {
  test('an adult’s for eight years after they were last seen: not on the day before, on the day itself', () => {
    expect(at('2026-10-21')).toMatchObject({ rule: 'adult', from: '2018-10-22', retainUntil: '2026-10-22', due: false })
    expect(at('2026-10-22')).toMatchObject({ retainUntil: '2026-10-22', due: true })
  })

  test('it counts from the end of support where that is later, and from the day last seen where that is', () => {
    expect(until({ supportEnded: '2019-01-31' })).toBe('2027-01-31')
    expect(until({ supportEnded: '2017-01-31' })).toBe('2026-10-22')
  })

  test('of whom nothing came but a contact for two years', () => {
    expect(at('2026-10-22', { tookPart: false, lastSeen: '2024-10-22' })).toMatchObject({ rule: 'contactOnly', retainUntil: '2026-10-22', due: true })
    expect(at('2026-10-22', { tookPart: false, lastSeen: '2024-10-23' }).due).toBe(false)
  })

  test('from 29 February a year is over on 1 March, never a day early', () => {
    expect(until({ tookPart: false, lastSeen: '2024-02-29' })).toBe('2026-03-01')
    expect(until({ lastSeen: '2016-02-29' })).toBe('2024-02-29')
  })

  test('a child’s until the 25th birthday, of who was 17 at the end until the 26th, and of who was 18 as an adult’s', () => {
    expect(at('2026-10-22', { bornOn: '2005-06-10', lastSeen: '2022-06-09' })).toMatchObject({ rule: 'child', retainUntil: '2030-06-10' })
    expect(until({ bornOn: '2005-06-10', lastSeen: '2023-06-09' })).toBe('2031-06-10')
    expect(at('2026-10-22', { bornOn: '2005-06-10', lastSeen: '2023-06-10' })).toMatchObject({ rule: 'adult', retainUntil: '2031-06-10' })
    expect(until({ bornOn: '2005-06-10', lastSeen: '2022-06-10' })).toBe('2031-06-10') // 17 that day
  })

  test('a child’s also where nothing came but a contact', () => {
    expect(until({ bornOn: '2012-03-01', lastSeen: '2020-01-01', tookPart: false })).toBe('2037-03-01')
  })

  test('of a child whose birthday nobody knows, as if born on the day they were last seen', () => {
    expect(until({ bornOn: undefined, ageBand: 'under 18', lastSeen: '2020-01-01' })).toBe('2045-01-01')
    expect(until({ bornOn: null, ageBand: '60 to 69' })).toBe('2026-10-22')
  })

  test('after an incident for three years; of a child until they are 21', () => {
    expect(at('2026-10-22', { tookPart: false, lastSeen: '2024-01-01', incidents: ['2024-06-30'] })).toMatchObject({
      rule: 'incident',
      retainUntil: '2027-06-30',
    })
    expect(until({ incidents: ['2018-10-22'] })).toBe('2026-10-22')
  })

  test.each(['openCase', 'waitingReferral', 'openIncident', 'openConcern'] as const)('%s keeps it whatever the day', (what) => {
    expect(at('2040-01-01', { unfinished: [what] })).toMatchObject({ keptBy: [what], due: false })
  })

  test('a hold keeps it until its day, or for as long as nobody ends it', () => {
    expect(at('2040-01-01', { decisions: [{ decision: 'hold', until: null }] })).toMatchObject({ keptBy: ['hold'], due: false })
    expect(at('2027-01-01', { decisions: [{ decision: 'hold', until: '2027-01-02' }] }).due).toBe(false)
    expect(at('2027-01-02', { decisions: [{ decision: 'hold', until: '2027-01-02' }] })).toMatchObject({ keptBy: [], due: true })
    expect(at('2027-01-01', { decisions: [{ decision: 'keep', until: '2028-01-01' }] }).keptBy).toEqual(['keep'])
  })
})
