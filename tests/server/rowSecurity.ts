import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqlState, type Sql } from '../../src/server/sql/sql.ts'
import { releaseHeld } from '../../src/server/held.ts'
import { tellLead } from '../../src/server/notices.ts'
import { makeTeam, writeAsServer } from '../../src/server/ownWriting.ts'
import { zeroChain } from '../../src/shared/sync/protocol.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { ask, publishes } from '../support/openTeam.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

/** Every table with a team, but the list of teams, which holds ids only. */
const guarded = ['team_head', 'change_log', 'held', 'let_in', 'notice', 'record_row', 'device', 'code', 'open_feed', 'open_item'] as const

/** The second lock (sync-security 7.7): whatever the code forgets, the database shows one team and no other. */
export function rowSecurity(kind: 'memory' | 'postgres'): void {
  describe(`row-level security: ${kind}`, () => {
    let surgery: Surgery
    let other: string
    beforeAll(async () => {
      surgery = await openSurgery({ kind })
      other = await fill(surgery)
    })
    afterAll(() => surgery.close())

    const count = (table: string, team: string | null) =>
      surgery.sql.transaction({ team }, async (tx) => (await tx.query<{ n: number }>(`select count(*) as n from ${table}`))[0]!.n)

    it.each(guarded)('%s shows nothing to a query that was told no team', async (table) => {
      expect(await count(table, null)).toBe(0)
    })

    it.each(guarded)('%s shows something to its own team and other things to another', async (table) => {
      expect(await count(table, surgery.team)).toBeGreaterThan(0)
      const foreign = await surgery.sql.transaction({ team: other }, (tx) => tx.query(`select team from ${table} where team = $1`, [surgery.team]))
      expect(foreign).toEqual([])
    })

    it('forgets the team with the transaction', async () => {
      await count('change_log', surgery.team)
      expect(await count('change_log', null)).toBe(0)
    })

    it.each(['team_head', 'change_log', 'held', 'let_in', 'notice', 'record_row', 'device', 'code', 'open_feed', 'open_item'])(
      '%s takes no row of another team',
      async (table) => {
        const copy = surgery.sql.transaction({ team: null, as: 'owner' }, async (tx) => {
          await tx.enterTeam(surgery.team)
          const [row] = await tx.query<{ row: object }>(`select to_jsonb(t) as row from ${table} t where team = $1 limit 1`, [surgery.team])
          return row!.row
        })
        const row = { ...(await copy), team: other, id: v7(), hash: 'x' }
        const writing = surgery.sql.transaction({ team: surgery.team }, (tx) =>
          tx.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`, [JSON.stringify(row)]),
        )
        expect(sqlState(await writing.catch((error: unknown) => error))).toBe('42501')
      },
    )

    it.each([
      'update change_log set hash = hash',
      'delete from change_log',
      'delete from let_in',
      'update let_in set said_by = null',
      'delete from notice',
      'delete from record_row',
      'delete from device',
      'delete from team_head',
      'delete from open_feed',
      `update meta set value = 'x'`,
      'delete from migration',
      'truncate held',
      'alter table held disable row level security',
    ])('has no right to: %s', async (statement) => {
      const doing = surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query(statement))
      expect(sqlState(await doing.catch((error: unknown) => error))).toBe('42501')
    })

    it('is forced on every table that has a team', async () => {
      const found = await tablesWithTeam(surgery.sql)
      const open = found.filter((one) => !(one.enabled && one.forced)).map((one) => one.name)
      expect(open).toEqual(['team_list'])
    })
  })
}

function tablesWithTeam(sql: Sql): Promise<{ name: string; enabled: boolean; forced: boolean }[]> {
  return sql.transaction({ team: null, as: 'owner' }, (tx) =>
    tx.query(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'team'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
    ),
  )
}

/** One thing of everything in the first team, and a second team. */
async function fill(surgery: Surgery): Promise<string> {
  const laptop = await surgery.enrol()
  const [group, person] = [v7(), v7()]
  const session = sessionIdOf(group, '2026-10-22', 1)
  await laptop.exchange([
    laptop.write('person', person, { givenName: 'Jean' }),
    laptop.write('session', session, { groupId: group, date: '2026-10-22', slot: 1 }),
    laptop.write('signIn', v7(), { sessionId: session, personId: person, arrivedAt: '2026-10-22T09:30:00Z', how: 'facilitator', byId: surgery.lead }),
    laptop.write('person', v7(), { nonsense: true }),
  ])
  const facilitator = await surgery.enrol(await surgery.hire('facilitator'))
  const place = facilitator.write('venue', v7(), { name: 'Park' })
  await facilitator.exchange([place])
  await releaseHeld(surgery.sql, surgery.team, place.id, surgery.now(), surgery.lead)
  await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tellLead(tx, surgery.team, { device: laptop.joined.device, kind: 'copied', data: {}, key: '1' }, surgery.now()),
  )
  await surgery.codeFor(surgery.lead)
  await publishes(surgery)
  await ask(surgery, '/openactive/sessions')
  const other = v7()
  await surgery.sql.transaction({ team: other }, async (tx) => {
    await makeTeam(tx, other, v7(), zeroChain, surgery.now())
    await writeAsServer(tx, other, v7(), 'begin', [{ record: 'team', row: other, fields: { name: 'Another' } }], surgery.now())
  })
  return other
}
