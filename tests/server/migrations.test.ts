import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate, migrationFiles, migrationText } from '../../src/server/sql/migrate.ts'
import { openMemory } from '../../src/server/sql/memory.ts'
import type { Sql } from '../../src/server/sql/sql.ts'

/** What some engine that Gather may grow onto does not have, or only pretends to have (sync-security 3, house 10). */
const forbidden = [
  /\b(big|small)?serial\b/i,
  /\bsequence\s+\w+\s+(start|increment|owned)/i,
  /\bcreate\s+sequence\b/i,
  /\bnextval\b/i,
  /\bgenerated\s+(always|by\s+default)\s+as\s+identity\b/i,
  /\blisten\b/i,
  /\bnotify\b/i,
  /advisory/i,
  /\bxid8?\b/i,
  /\bpg_snapshot/i,
  /\btxid_/i,
  /\bexclude\s+using\b/i,
  /\bdeferrable\b/i,
  /\binherits\b/i,
  /\busing\s+(gist|spgist|brin|gin|hash)\b/i,
  /\bcreate\s+(or\s+replace\s+)?(function|procedure|trigger|rule|extension)\b/i,
  /\bunlogged\b/i,
]
/** Facts of the whole database: no team, and so no place for a person's data. */
const withoutTeam = ['meta', 'migration', 'record_belongs']

describe('the migrations outgrow one machine', () => {
  let sql: Sql
  beforeAll(async () => {
    sql = await openMemory()
    await migrate(sql)
  })
  afterAll(() => sql.close())

  it('use nothing that only one engine has', async () => {
    for (const name of await migrationFiles()) {
      const code = (await migrationText(name)).replace(/--.*$/gm, '')
      for (const word of forbidden) expect(code, `${name} uses ${word}`).not.toMatch(word)
    }
  })

  it('would notice each of them', () => {
    const samples = [
      'id bigserial',
      'create sequence s',
      `nextval('s')`,
      'n int generated always as identity',
      'listen changes',
      'select pg_advisory_lock(1)',
      'x xid8',
      'exclude using gist (a with =)',
      'primary key deferrable',
      'using gin (body)',
      'create trigger t',
      'create table a () inherits (b)',
    ]
    for (const text of samples)
      expect(
        forbidden.some((word) => word.test(text)),
        text,
      ).toBe(true)
  })

  it('put the team first into every primary key and unique index', async () => {
    const keys = await sql.transaction({ team: null, as: 'owner' }, (tx) =>
      tx.query<{ table: string; index: string; first: string }>(
        `select t.relname as "table", i.relname as index, a.attname as first from pg_index x
       join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'`,
      ),
    )
    expect(keys.length).toBeGreaterThan(12)
    expect(keys.filter((key) => key.first !== 'team' && !withoutTeam.includes(key.table))).toEqual([])
  })

  it('give every table a primary key', async () => {
    const found = await sql.transaction({ team: null, as: 'owner' }, (tx) =>
      tx.query<{ name: string }>(
        `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and not exists (select 1 from pg_index x where x.indrelid = c.oid and x.indisprimary)`,
      ),
    )
    expect(found).toEqual([])
  })
})
