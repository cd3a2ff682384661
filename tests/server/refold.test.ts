import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { backupTeam } from '../../src/server/backup.ts'
import { verifyLines } from '../../src/server/backup/verify.ts'
import { refold } from '../../src/server/refold.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { day, openTwoGroups, type TwoGroups } from '../support/twoGroups.ts'

let surgery: Surgery
let world: TwoGroups
const now = Date.parse(`${day}T09:00:00Z`)
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
})
beforeEach(async () => {
  await surgery.empty()
  world = await openTwoGroups(surgery)
})
afterAll(() => surgery.close())

const asOwner = (text: string) => surgery.sql.transaction({ team: surgery.team, as: 'owner' }, (tx) => tx.query(text))
const table = () => asOwner('select record, id, body, revision, group_id, session_id, person_id, day from record_row order by record, id')
const links = () => asOwner('select group_id, person_id, until from person_link order by 1, 2')
const look = (mend: boolean) => refold(surgery.sql, surgery.team, mend)

describe('[S1] rows from the log', () => {
  it('are what they are where nobody meddled', async () => {
    const { rows, differences } = await look(false)
    expect(differences).toEqual([])
    expect(rows).toBe((await table()).length)
  })

  it('come back as they were, whatever was done to them, and what differed is said without a word of what is in it', async () => {
    const before = await table()
    const known = await links()
    const { mine, theirs } = world
    await asOwner(`update record_row set body = jsonb_set(body, '{fields,phone}', '"01632 960999"') where id = '${mine.member}'`)
    await asOwner(`delete from record_row where record = 'session' and id = '${theirs.session}'`)
    await asOwner(`update record_row set group_id = '${mine.group}' where id = '${theirs.rows.note}'`)
    await asOwner(
      `update record_row set body = jsonb_set(body, '{stamps,what}', '"zzzzzzzzz.0000.00000000-0000-4000-8000-000000000000"') where id = '${mine.rows.incident}'`,
    )
    await asOwner(
      `insert into record_row select team, record, '${v7()}', body, revision, linked, group_id, session_id, person_id, day from record_row where id = '${mine.rows.signIn}'`,
    )
    await asOwner('delete from person_link')
    const seen = await look(false)
    expect(seen.differences.map(({ record, what }) => `${record}: ${what.join()}`).sort()).toEqual([
      'incident: what',
      'note: where it belongs',
      'person: phone',
      'session: missing',
      'signIn: not in the log',
    ])
    expect(await table()).not.toEqual(before)
    const mended = await look(true)
    expect(mended).toEqual(seen)
    expect(await table()).toEqual(before)
    expect(await links()).toEqual(known)
    expect((await look(true)).differences).toEqual([])
  })

  it('send every laptop to load afresh when something differed, and only then', async () => {
    const { facilitator } = world.laptops
    await look(true)
    expect((await facilitator.exchange()).reset).toBeUndefined()
    await asOwner(`update record_row set body = jsonb_set(body, '{fields,givenName}', '"Nobody"') where id = '${world.mine.member}'`)
    await look(true)
    expect((await facilitator.exchange()).reset).toBe('epoch')
    const rows = (await facilitator.load()).flatMap((page) => page.rows)
    expect(rows.find((row) => row.id === world.mine.member)?.fields['givenName']).toBe('Jean')
  })

  it('are made while laptops go on sending', async () => {
    const { lead } = world.laptops
    const writing = Array.from({ length: 20 }, (_, at) => lead.exchange([lead.write('person', v7(), { givenName: `New ${at}` })]))
    const [found] = await Promise.all([look(true), ...writing])
    expect(found.differences).toEqual([])
    expect((await look(false)).differences).toEqual([])
  })
})

describe('[S1][SY14] a verified backup', () => {
  const lines = () => backupTeam(surgery.sql, surgery.team, now)

  it.each([
    ['a phone altered', (line: string) => line.replace('01632 960001', '01632 960009')],
    ['a name altered', (line: string) => line.replace('"Guest"', '"Ghost"')],
    ['a row that belongs elsewhere', (line: string) => line.replace(/"group_id":"[^"]+"/, `"group_id":"${v7()}"`)],
  ])('is one whose rows are the fold of its log: %s in a row', async (_what, spoil) => {
    const whole = await lines()
    const at = whole.findIndex((line) => line.includes('"table":"record_row"') && spoil(line) !== line)
    const spoilt = whole.map((line, place) => (place === at ? spoil(line) : line))
    expect(at).toBeGreaterThan(0)
    await expect(verifyLines(spoilt)).rejects.toThrow('not what the log says')
  })

  it('is one from which no row is missing', async () => {
    const whole = await lines()
    const at = whole.findIndex((line) => line.includes('"table":"record_row"') && line.includes(world.mine.rows.incident))
    const fewer = whole
      .filter((_, place) => place !== at)
      .map((line) => line.replace(/^\{"lines":(\d+)\}$/, (_all, count: string) => `{"lines":${Number(count) - 1}}`))
    await expect(verifyLines(fewer)).rejects.toThrow('a row is missing')
  })

  it('is not made of a database whose rows are wrong', async () => {
    await asOwner(`update record_row set body = jsonb_set(body, '{fields,phone}', '"01632 960999"') where id = '${world.mine.member}'`)
    await expect(lines()).rejects.toThrow('npm run refold')
  })
})
