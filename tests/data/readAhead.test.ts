import { expect, test } from 'vitest'
import { readAhead } from '../../src/renderer/data/readAhead.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, thursday, which } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

const laptopOf = (role: Role) =>
  laptopWith(
    {
      group: [aGroup('Walk and Talk')],
      session: [aSession(which('Walk and Talk'))],
      person: [aPerson('Jean Oakes')],
      membership: [aMembership('Walk and Talk', 'Jean Oakes')],
      signIn: [aSignIn('Jean Oakes', '10:31')],
    },
    { role },
  )

/** How many sign-ins are unsealed while this is done. */
async function unsealed(laptop: Awaited<ReturnType<typeof laptopOf>>, work: () => Promise<unknown>): Promise<number> {
  const { rows } = laptop.store.opened
  const open = rows.open.bind(rows)
  let count = 0
  rows.open = ((what: string, ...rest: [never]) => {
    if (what.startsWith('row/signIn')) count++
    return open(what, ...rest)
  }) as typeof rows.open
  await work().finally(() => (rows.open = open))
  return count
}

test('what was read ahead is not read again by the first report, and what is written since is in it', async () => {
  const laptop = await laptopOf('lead')
  laptop.ports.time = Date.parse(at('12:00'))
  expect(await unsealed(laptop, () => readAhead(laptop.store, async () => true))).toBe(1)
  const came = async () => (await laptop.view('report', { name: 'growth', params: { groupId: null }, forFile: false }))?.rows.at(-1)?.[4]
  let many: unknown
  expect(await unsealed(laptop, async () => (many = await came()))).toBe(0)
  expect(many).toBe(1)
  await laptop.does('voidSignIns', { signInIds: [aSignIn('Jean Oakes', '10:31').id], because: 'a mistake' })
  expect((await came()) ?? 0).toBe(0)
  expect(thursday.slice(0, 7)).toBe('2026-10') // the last line is this month's
})

test('nothing is read for a facilitator, nor once the laptop is locked', async () => {
  const [facilitator, lead] = [await laptopOf('facilitator'), await laptopOf('lead')]
  expect(await unsealed(facilitator, () => readAhead(facilitator.store, async () => true))).toBe(0)
  expect(await unsealed(lead, () => readAhead(lead.store, async () => false))).toBe(0)
})
