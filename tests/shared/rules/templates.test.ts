import { describe, expect, test } from 'vitest'
import { partsOf, templateOf, templates } from '../../../src/shared/rules/templates.ts'
import { aGroup } from '../../support/builders.ts'

describe('templates (domain 10.2)', () => {
  test('a Pain Café is not asked for a head count on a path, and a Buggy Talk counts babies', () => {
    expect(partsOf({ template: 'cafe', counts: false }).moments).toEqual([])
    expect([templates.buggy.babies, templates.walk.babies]).toEqual([true, false])
  })

  test('a group from before templates is a walk if it counts, else a café', () => {
    expect([templateOf(aGroup('a', { counts: true })), templateOf(aGroup('b', { counts: false }))]).toEqual(['walk', 'cafe'])
  })

  test('a group may ask for fewer to a leader than its template', () => {
    expect([
      partsOf({ template: 'walk', counts: true, peoplePerLeader: 8 }).peoplePerLeader,
      partsOf({ template: 'walk', counts: true }).peoplePerLeader,
    ]).toEqual([8, 20])
  })
})
