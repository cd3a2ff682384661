import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate, migrationFiles } from '../../src/server/sql/migrate.ts'
import { sqlState, type Sql } from '../../src/server/sql/sql.ts'

const teamA = '0a000000-0000-4000-8000-00000000000a'
const teamB = '0b000000-0000-4000-8000-00000000000b'

/** What every engine behind the port must do alike (house 7, habit 16). */
export function sqlContract(name: string, open: () => Promise<{ sql: Sql; close(): Promise<void> }>): void {
  describe(`the database: ${name}`, () => {
    let sql: Sql
    let close: () => Promise<void>
    beforeAll(async () => {
      ;({ sql, close } = await open())
      await migrate(sql)
    })
    afterAll(() => close())

    const one = <Found>(text: string, values: unknown[] = []) =>
      sql.transaction({ team: teamA }, async (tx) => (await tx.query<Found>(text, values))[0] as Found)

    it('reads bigint, count, time, JSON, UUID and nothing alike', async () => {
      expect(
        await one(`select 9007199254740991::bigint as big, count(*) as n, timestamptz '2026-10-22 10:30:00.5+01' as at,
        '{"a": [1, null, "é"]}'::jsonb as body, '0A000000-0000-4000-8000-00000000000A'::uuid as id, null::text as none, true as yes`),
      ).toEqual({
        big: 9007199254740991,
        n: 1,
        at: '2026-10-22T09:30:00.500Z',
        body: { a: [1, null, 'é'] },
        id: '0a000000-0000-4000-8000-00000000000a',
        none: null,
        yes: true,
      })
    })

    it('takes arrays and JSON as values', async () => {
      const rows = JSON.stringify([
        { n: 2, id: teamB, body: { deep: ['ü', 1.5] } },
        { n: 1, id: teamA, body: null },
      ])
      expect(
        await one(
          `select array_agg(n order by n) as all_n, count(*) filter (where id = any($2::uuid[])) as named,
        jsonb_agg(body order by n) as bodies from jsonb_to_recordset($1::jsonb) as t(n int, id uuid, body jsonb)`,
          [rows, [teamA, teamB]],
        ),
      ).toEqual({ all_n: [1, 2], named: 2, bodies: [null, { deep: ['ü', 1.5] }] })
    })

    it('orders text byte by byte, as JavaScript compares stamps', async () => {
      const texts = ['b', 'B', 'a.1', 'a-1', 'a1', 'é', 'z']
      const found = await one<{ all_t: string[] }>('select array_agg(t order by t) as all_t from unnest($1::text[]) as u(t)', [texts])
      expect(found.all_t).toEqual([...texts].sort())
    })

    it('undoes everything when the work fails', async () => {
      const failing = sql.transaction({ team: teamA }, async (tx) => {
        await tx.query('insert into team_head (team, revision, chain, durable) values ($1, 0, $2, 0)', [teamA, 'x'])
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await one('select count(*) as n from team_head')).toEqual({ n: 0 })
    })

    it('undoes also what was begun and not waited for when the work fails: nothing is written behind the end', async () => {
      const begun: Promise<unknown>[] = []
      const failing = sql.transaction({ team: teamA }, async (tx) => {
        begun.push(tx.query('select pg_sleep(0.2)'))
        for (let at = 0; at < 3; at++) begun.push(tx.query('insert into team_list (team, at) values (gen_random_uuid(), now())'))
        for (const one of begun) one.catch(() => undefined)
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      await Promise.allSettled(begun)
      expect(await one('select count(*) as n from team_list')).toEqual({ n: 0 })
    })

    it('runs the whole of the work again after a serialisation failure, and gives up on others', async () => {
      let tries = 0
      const answer = await sql.transaction({ team: null }, async (tx) => {
        tries += 1
        if (tries < 3) await tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`)
        return tries
      })
      expect(answer).toBe(3)
      let others = 0
      await expect(
        sql.transaction({ team: null }, async (tx) => {
          others += 1
          await tx.query('select 1/0')
        }),
      ).rejects.toThrow()
      expect(others).toBe(1)
    })

    it('tells the code of an error', async () => {
      const error: unknown = await sql.transaction({ team: null }, (tx) => tx.query('select 1/0')).catch((one: unknown) => one)
      expect(sqlState(error)).toBe('22012')
    })

    it('sees one moment in a snapshot and writes nothing there', async () => {
      const writing = sql.transaction({ team: teamA, isolation: 'snapshot' }, (tx) =>
        tx.query('insert into team_list (team, at) values ($1, now())', [teamA]),
      )
      expect(sqlState(await writing.catch((one: unknown) => one))).toBe('25006')
    })

    it('refuses a team that is no UUID before it reaches the database', async () => {
      await expect(sql.transaction({ team: `x'; drop table meta; --` }, async () => 1)).rejects.toThrow('no UUID')
    })

    it('brings itself up to date once', async () => {
      expect(await migrate(sql)).toEqual([])
      const names = await sql.transaction({ team: null, as: 'owner' }, (tx) => tx.query<{ name: string }>('select name from migration order by name'))
      expect(names.map((row) => row.name)).toEqual([...(await migrationFiles()), 'lock'])
    })

    it('does not open a database that a newer server wrote', async () => {
      const owner = { team: null, as: 'owner' } as const
      await sql.transaction(owner, (tx) => tx.query(`insert into migration (name, at) values ('9999-tomorrow.sql', now())`))
      await expect(migrate(sql)).rejects.toThrow('9999-tomorrow.sql')
      await sql.transaction(owner, (tx) => tx.query(`delete from migration where name = '9999-tomorrow.sql'`))
    })
  })
}
