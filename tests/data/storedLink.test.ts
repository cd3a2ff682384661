import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordNames, definitions } from '../../src/shared/records/index.ts'
import { keyOf } from '../../src/shared/changes/row.ts'
import { linkOf, linksOf } from '../../src/renderer/data/memory.ts'
import { afterLong, firstLong, storedLink } from '../../src/renderer/data/storedLink.ts'
import { storedKey } from '../../src/renderer/data/storedKey.ts'
import { aGroup, aPerson, aSession, aSignIn, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

const fields = recordNames.flatMap((record) => definitions[record].links.map((field) => [record, field as string] as const))

test('a link on disk is short, its own, and lies where no long one does', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.nat(fields.length - 1), fc.nat(fields.length - 1), (a, b, one, other) => {
      const [first, second] = [linkOf(...fields[one]!, a), linkOf(...fields[other]!, b)]
      expect(storedLink(first)).toHaveLength(11)
      expect(storedLink(first) === storedLink(second)).toBe(first === second)
      expect(storedLink(first) > afterLong).toBe(true)
      expect(first > firstLong && first < afterLong).toBe(true)
    }),
  )
})

test('every record and field by which rows are found has a code of its own', () => {
  const codes = fields.map(([record, field]) => storedLink(linkOf(record, field, idFor('one'))))
  expect(new Set(codes).size).toBe(fields.length)
})

test('what is no id stays as it is', () => {
  expect(storedLink('signIn.sessionId:')).toBe('signIn.sessionId:')
  expect(storedLink('signIn.sessionId:Walk')).toBe('signIn.sessionId:Walk')
})

test('rows that were written before have long links, and are found beside the short ones', async () => {
  const walk = which('Walk and Talk')
  const laptop = await laptopWith({
    group: [aGroup('Walk and Talk')],
    session: [aSession(walk)],
    person: ['Jean Oakes', 'Stan Moss'].map((name) => aPerson(name)),
    signIn: [aSignIn('Jean Oakes', '10:30', { sessionId: sessionId(walk) }), aSignIn('Stan Moss', '10:31', { sessionId: sessionId(walk) })],
  })
  await laptop.store.load('signIn', 'sessionId', [sessionId(walk)])
  const { db, memory } = laptop.store
  const former = memory.linked('signIn', 'personId', idFor('Jean Oakes'))[0]!
  const row = memory.row(keyOf('signIn', former.id))!
  await db.rows.update(storedKey(row.key), { links: linksOf(row) })
  await laptop.restart()
  const found = await laptop.store.linked('signIn', 'sessionId', sessionId(walk))
  expect(found.map((one) => one.personId).sort()).toEqual([idFor('Jean Oakes'), idFor('Stan Moss')].sort())
})
