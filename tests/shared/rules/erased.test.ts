import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/shared/changes/change.ts'
import { entityOf } from '../../../src/shared/changes/entity.ts'
import { foldAll } from '../../../src/shared/changes/fold.ts'
import { definitions, recordNames, type RecordName } from '../../../src/shared/records/index.ts'
import { erasedChange, erasedRow, isOfErased, leftOf, personFieldsOf } from '../../../src/shared/rules/erased.ts'
import { closeStamps } from '../../support/arbitraries.ts'
import { aChange, aRow, idFor } from '../../support/builders.ts'
import { valueOf } from '../../support/valueOf.ts'

const ofPeople = recordNames.filter((name) => name === 'person' || personFieldsOf(name).length > 0)
/** What stays a number once nobody can be told by it (SPEC SY40), said a second time on purpose. */
const counted = ['companion', 'exportLog', 'incident', 'membership', 'registerMark', 'rotaDuty', 'signIn']

/** A word of the app, never one that somebody typed (commands/exports.ts). */
const aReportsName = 'exportLog.report'

/** Every field of a record, with something in it. */
function full(record: RecordName): Record<string, Json> {
  return Object.fromEntries(Object.entries(definitions[record].fields).map(([name, one]) => [name, valueOf(one.schema) as Json]))
}

describe('[SY40] what is left of somebody who was erased', () => {
  test('of every record that names a person, nobody sees a row any more, but for what is counted', () => {
    const there = ofPeople.filter((name) => {
      const row = erasedRow(aRow(name, { id: idFor('row'), ...full(name) }))
      return entityOf(name, row) !== undefined
    })
    expect(there.sort()).toEqual(counted)
  })

  test.each(ofPeople)('no word of %s is left, nor a date of birth, a number or an answer', (record) => {
    const planted = Object.fromEntries(
      Object.entries(definitions[record].fields).flatMap(([name, { schema, to }]) =>
        to.length === 0 && schema.safeParse('Planted').success && `${record}.${name}` !== aReportsName ? [[name, 'Planted']] : [],
      ),
    )
    const left = leftOf(record, { ...full(record), ...planted })
    expect(JSON.stringify(left)).not.toContain('Planted')
    if (!counted.includes(record)) expect(Object.keys(left).filter((name) => definitions[record].fields[name]!.to.length === 0)).toEqual([])
  })

  test('a sign-in that was undone stays undone, and says no more why', () => {
    expect(leftOf('signIn', { voidedBecause: 'Jean was not here', voidedAt: '2026-10-22T09:30:00Z', leftAt: null })).toEqual({
      voidedBecause: 'erased',
      voidedAt: '2026-10-22T09:30:00Z',
      leftAt: null,
    })
    expect(leftOf('signIn', { voidedBecause: null })).toEqual({ voidedBecause: null })
  })

  test('of what is on hold, which may be anything, only what its record allows is kept, and nothing that stands beside its fields', () => {
    const fields = { personId: 'Jean', sessionId: [idFor('walk')], arrivedAt: 'Jean at ten', how: 'kiosk', toString: 'Jean', constructor: 1 } as never
    const held = { ...aChange('signIn', idFor('row'), fields), mood: 'Jean', basedOn: { phone: [] } }
    expect(erasedChange(held)).toEqual({ ...aChange('signIn', idFor('row'), { how: 'kiosk' }), id: held.id, act: held.act })
    expect(erasedChange({ ...held, record: 'ofTomorrow' }).fields).toEqual({})
  })

  test('a picture of them with somebody’s baby is that family’s too', () => {
    const [jean, other] = [idFor('Jean'), idFor('Other')]
    const isTheirs = (fields: object) => isOfErased('media', idFor('row'), fields as never, new Set([jean]))
    expect([isTheirs({ personIds: [jean], babiesOf: [jean] }), isTheirs({ personIds: [jean] }), isTheirs({ babiesOf: [jean] })]).toEqual([
      true,
      true,
      true,
    ])
    expect([isTheirs({ personIds: [jean], babiesOf: [other] }), isTheirs({ personIds: [] }), isTheirs({})]).toEqual([false, false, false])
  })

  test('a row is theirs that names them alone; one that names others too stays as it is', () => {
    const jean = new Set([idFor('Jean')])
    expect(isOfErased('person', idFor('Jean'), {}, jean)).toBe(true)
    expect(isOfErased('person', idFor('Alan'), {}, jean)).toBe(false)
    expect(isOfErased('note', idFor('note'), { aboutId: idFor('Jean') }, jean)).toBe(true)
    expect(isOfErased('note', idFor('note'), { aboutId: idFor('a session') }, jean)).toBe(false)
    expect(isOfErased('incident', idFor('fall'), { personIds: [idFor('Jean')] }, jean)).toBe(true)
    expect(isOfErased('incident', idFor('fall'), { personIds: [idFor('Jean'), idFor('Alan')] }, jean)).toBe(false)
    expect(isOfErased('incident', idFor('fall'), { personIds: [] }, jean)).toBe(false)
    expect(isOfErased('erasure', idFor('stub'), { personId: idFor('Jean') }, jean)).toBe(false)
    expect(isOfErased('headCount', idFor('count'), { missingIds: [idFor('Jean')] }, jean)).toBe(false) // a number of many
    expect(isOfErased('registerMark', idFor('mark'), { personId: idFor('Jean') }, jean)).toBe(true)
    expect(isOfErased('mark', idFor('mark'), { personId: idFor('Jean') }, jean)).toBe(true) // as it was called before
  })

  test('rows are the fold of the log afterwards too: a row without its words is what its changes make without theirs', () => {
    const some = (record: 'signIn' | 'person' | 'plan') => {
      const fields = full(record)
      return fc.array(fc.record({ stamp: closeStamps, fields: fc.subarray(Object.entries(fields)).map((all) => Object.fromEntries(all)) }), {
        minLength: 1,
        maxLength: 6,
      })
    }
    for (const record of ['signIn', 'person', 'plan'] as const) {
      const check = fc.property(some(record), (all) => {
        const changes = all.map(({ stamp, fields }) => aChange(record, idFor('row'), fields, { stamp }))
        expect(foldAll(undefined, changes.map(erasedChange))).toEqual(erasedRow(foldAll(undefined, changes)!))
      })
      fc.assert(check, { seed: 35, numRuns: 40 })
    }
  })
})
