import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf, type RowKey } from '../../src/shared/changes/row.ts'
import { recordNames } from '../../src/shared/records/index.ts'
import type { StoredRow } from '../../src/renderer/data/database.ts'
import { keyFrom, storedKey } from '../../src/renderer/data/storedKey.ts'
import { aGroup, aPerson, aSession, aSignIn, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

test('a key on disk is short, lies within its record, and is the same key when read', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...recordNames), (id, record) => {
      const stored = storedKey(keyOf(record, id))
      expect(stored).toHaveLength(record.length + 10)
      expect(stored > `${record}/` && stored < `${record}0`).toBe(true)
      expect(keyFrom(stored)).toBe(keyOf(record, id))
      expect(/[\ud800-\udfff]/.test(stored)).toBe(false)
    }),
  )
})

test('what is no random id stays as it is, and so does a key that was written before', () => {
  for (const key of ['person/planted', 'person/', 'person/abcdefghi', `person/${idFor('Jean')}`]) expect(keyFrom(key)).toBe(key)
  for (const key of ['person/planted', 'person/', 'person/abcdefghi']) expect(storedKey(key)).toBe(key)
})

describe('a store from before keys were short', () => {
  const walk = which('Walk and Talk')
  const jean = keyOf('person', idFor('Jean Oakes'))
  const session = keyOf('session', sessionId(walk))

  /** Where everything lies under a key that is written out. */
  async function former() {
    const laptop = await laptopWith({
      group: [aGroup('Walk and Talk')],
      session: [aSession(walk)],
      person: ['Jean Oakes', 'Stan Moss'].map((name) => aPerson(name)),
      signIn: [aSignIn('Jean Oakes', '10:30', { sessionId: sessionId(walk) })],
    })
    await laptop.exchange()
    const { db, state } = laptop.store
    const rows = await db.rows.toArray()
    await db.rows.clear()
    await db.rows.bulkPut(rows.map((row): StoredRow => ({ ...row, key: keyFrom(row.key) })))
    const { hasShortKeys: _, ...before } = state
    await db.meta.put({ name: 'sync', value: before })
    await laptop.restart()
    return laptop
  }

  const keysOf = async (laptop: Awaited<ReturnType<typeof former>>): Promise<RowKey[]> => laptop.store.db.rows.toCollection().primaryKeys()

  test('shows whom it showed, and finds a row by its key and by its link', async () => {
    const laptop = await former()
    expect(laptop.store.memory.get('person', idFor('Jean Oakes'))?.givenName).toBe('Jean')
    expect((await laptop.store.row(session))?.view?.fields.groupId).toBe(idFor('Walk and Talk'))
    expect((await laptop.store.linked('signIn', 'sessionId', sessionId(walk))).map((one) => one.personId)).toEqual([idFor('Jean Oakes')])
  })

  test('has a row once, under its short key, when it was written again', async () => {
    const laptop = await former()
    expect(await keysOf(laptop)).toContain(jean)
    await laptop.store.commit({ rows: [(await laptop.store.row(jean))!] })
    const keys = await keysOf(laptop)
    expect([keys.includes(jean), keys.filter((key) => keyFrom(key) === jean)]).toEqual([false, [storedKey(jean)]])
  })

  test('loses a row that goes, under whichever key it lies', async () => {
    const laptop = await former()
    await laptop.store.commit({ rows: [(await laptop.store.row(jean))!] })
    await laptop.store.commit({ gone: [jean, session] })
    expect((await keysOf(laptop)).map(keyFrom).filter((key) => [jean, session].includes(key))).toEqual([])
  })
})
