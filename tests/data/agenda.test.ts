import { describe, expect, test } from 'vitest'
import { Agenda } from '../../src/renderer/data/agenda.ts'
import { linkOf, linksOf, Memory, type HeldRow } from '../../src/renderer/data/memory.ts'
import type { Entity, RecordName } from '../../src/shared/records/index.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { aGroup, aMembership, aPerson, aRow, aSession, aSignIn, aSlot, idFor, sessionId, thursday, which } from '../support/builders.ts'
import { busyFor } from '../support/cpu.ts'

const held = <Name extends RecordName>(record: Name, entity: { id: string } & Partial<Entity<Name>>): HeldRow => {
  const view = aRow(record, entity)
  return { key: `${record}/${entity.id}`, record, base: view, view, held: null, generation: 1 }
}
const memoryWith = (...known: [RecordName, { id: string }][]) => {
  const memory = new Memory()
  for (const [record, entity] of known) memory.put(held(record, entity))
  return memory
}
const walk = aGroup('Walk and Talk')

describe('the agenda', () => {
  test('is in order of time, group after group, the same whichever group came first', () => {
    const early = aGroup('Early birds', { schedule: [aSlot({ start: '08:00', end: '09:00' })] })
    const groups = [walk, early, aGroup('Also at half past ten')]
    const order = (given: Entity<'group'>[]) =>
      new Agenda(memoryWith(...given.map((group): [RecordName, typeof group] => ['group', group])))
        .between(thursday, addDays(thursday, 7))
        .map((one) => [one.date, one.start, one.groupId])
    expect(order([...groups].reverse())).toEqual(order(groups))
    expect(order(groups).map(([date, start]) => `${date} ${start}`)).toEqual([
      `${thursday} 08:00`,
      `${thursday} 10:30`,
      `${thursday} 10:30`,
      '2026-10-29 08:00',
      '2026-10-29 10:30',
      '2026-10-29 10:30',
    ])
  })

  test('finds a session by its id, near and long ago, and forgets when told', () => {
    const memory = memoryWith(['group', walk])
    const agenda = new Agenda(memory)
    const old = aSession(which('Walk and Talk', '2020-01-02', 0))
    expect([agenda.find(sessionId(which('Walk and Talk')), thursday)?.date, agenda.find(old.id, thursday)]).toEqual([thursday, null])
    memory.put(held('session', old))
    memory.put(held('session', aSession(which('Walk and Talk'), { start: '11:00' })))
    agenda.forgetAll()
    expect([agenda.find(sessionId(which('Walk and Talk')), thursday)?.start, agenda.find(old.id, thursday)?.date]).toEqual(['11:00', '2020-01-02'])
  })

  test('a session that changed is asked of its own group again; one that is gone, of all', () => {
    const memory = memoryWith(['group', walk], ['group', aGroup('Pain Café')])
    const agenda = new Agenda(memory)
    const starts = () => agenda.between(thursday, thursday).map((one) => one.start)
    const changed = (group: string, start: string) => {
      const session = aSession(which(group), { start })
      memory.put(held('session', session))
      return `session/${session.id}`
    }
    expect(starts()).toEqual(['10:30', '10:30'])
    const first = changed('Walk and Talk', '11:00')
    agenda.forget([first, 'signIn/x'])
    expect(starts()).toEqual(['10:30', '11:00'])
    const second = changed('Pain Café', '09:00')
    agenda.forget(['person/x'])
    expect(starts()).toEqual(['10:30', '11:00']) // nobody said so yet
    agenda.forget([second])
    expect(starts()).toEqual(['09:00', '11:00'])
    memory.remove(first as `session/${string}`)
    agenda.forget([first])
    expect(starts()).toEqual(['09:00', '10:30'])
  })

  test('moves with the day, so that a laptop left on over New Year knows next week', () => {
    const agenda = new Agenda(memoryWith(['group', walk]))
    const far = sessionId(which('Walk and Talk', addDays(thursday, 49)))
    expect([agenda.find(far, thursday), agenda.find(far, addDays(thursday, 14))?.date]).toEqual([null, addDays(thursday, 49)])
  })

  test('of twenty groups and three years is made while one blinks', async () => {
    const memory = new Memory()
    for (let group = 0; group < 20; group++) {
      memory.put(held('group', aGroup(`Group ${group}`)))
      for (let week = 0; week < 150; week++) memory.put(held('session', aSession(which(`Group ${group}`, addDays(thursday, -7 * week)))))
    }
    const agenda = new Agenda(memory)
    agenda.between(addDays(thursday, -400), addDays(thursday, 40))
    const tenTimes = await busyFor(() => {
      for (let again = 0; again < 10; again++) {
        agenda.forgetAll()
        agenda.between(addDays(thursday, -28), addDays(thursday, 7))
      }
    })
    expect(tenTimes.ms / 10).toBeLessThan(250)
    const hundredTimes = await busyFor(() => {
      for (let again = 0; again < 100; again++) agenda.between(addDays(thursday, -1), thursday) // as after every tick
    })
    expect(hundredTimes.ms / 100).toBeLessThan(2)
  })
})

describe('rows in memory', () => {
  test('are found by link, and no longer when the link changes or the row goes', () => {
    const memory = memoryWith(['signIn', aSignIn('Jean Oakes', '10:31')], ['signIn', aSignIn('Ray Oakes', '10:32')])
    const found = (person: string) => memory.linked('signIn', 'personId', idFor(person)).map((one) => one.id)
    expect([found('Jean Oakes').length, memory.linked('signIn', 'sessionId', sessionId(which('Walk and Talk'))).length]).toEqual([1, 2])
    memory.put(held('signIn', { ...aSignIn('Jean Oakes', '10:31'), personId: idFor('Nisha Kaur') }))
    expect([found('Jean Oakes').length, found('Nisha Kaur').length]).toEqual([0, 1])
    memory.remove(`signIn/${aSignIn('Jean Oakes', '10:31').id}`)
    memory.remove('signIn/nobody')
    expect([found('Nisha Kaur'), memory.list('signIn').length]).toEqual([[], 1])
  })

  test('are linked by either side: what the surgery said, and what this laptop shows', () => {
    const base = aRow('membership', aMembership('Walk and Talk', 'Jean Oakes'))
    expect(linksOf({ key: 'x', record: 'membership', base, view: null, held: 'notAllowed', generation: 1 })).toEqual([
      linkOf('membership', 'groupId', walk.id),
      linkOf('membership', 'personId', idFor('Jean Oakes')),
    ])
  })

  test('are kept when resident, or when their link was read whole', () => {
    const memory = new Memory()
    const signIn = held('signIn', aSignIn('Jean Oakes', '10:31'))
    expect([memory.wants(held('person', aPerson('Jean Oakes'))), memory.wants(signIn)]).toEqual([true, false])
    memory.complete.add(linkOf('signIn', 'personId', idFor('Jean Oakes')))
    expect(memory.wants(signIn)).toBe(true)
  })

  test('that are not yet whole are no records', () => {
    const memory = memoryWith(['signIn', { id: idFor('s') }])
    expect([memory.get('signIn', idFor('s')), memory.list('signIn'), memory.row(`signIn/${idFor('s')}`)?.key]).toEqual([
      undefined,
      [],
      `signIn/${idFor('s')}`,
    ])
  })
})
