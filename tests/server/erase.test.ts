import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Change, Json } from '../../src/shared/changes/change.ts'
import { recordNames, type RecordName } from '../../src/shared/records/index.ts'
import { personFieldsOf } from '../../src/shared/rules/erased.ts'
import { erasureIdOf } from '../../src/shared/std/ids.ts'
import { backupTeam, restoreTeam } from '../../src/server/backup.ts'
import { tableNames } from '../../src/server/backup/dump.ts'
import { verifyLines } from '../../src/server/backup/verify.ts'
import { correctionsReplySchema, lastSeenReplySchema } from '../../src/shared/sync/office.ts'
import { refold } from '../../src/server/refold.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'
import { day, fieldsOf, newRowOf, openTwoGroups, type OneGroup, type TwoGroups } from '../support/twoGroups.ts'

let surgery: Surgery
let world: TwoGroups
let jean: string
let one: OneGroup
const ofPeople = recordNames.filter((name) => personFieldsOf(name).length > 0)
let now = Date.parse(`${day}T09:00:00Z`)
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
  world = await openTwoGroups(surgery)
})
beforeEach(async () => {
  now += 1000
  jean = v7() // another one each time: the team stays
  one = { ...world.mine, member: jean, rows: {} as OneGroup['rows'] }
  const { lead } = world.laptops
  const write = (record: RecordName) => {
    one.rows[record] = record === 'person' ? jean : newRowOf(record, one)
    return lead.write(record, one.rows[record], fieldsOf(record, one, surgery.lead, lead.joined.device))
  }
  const reply = await lead.exchange(['person', ...ofPeople].map((record) => write(record as RecordName)))
  if (reply.results.some((result) => result.state === 'held')) throw new Error('the lead’s own writing is held')
})
afterAll(() => surgery.close())

/** What must not be found: names, a number, and words of every kind of record. */
const words = ['Zebedee', 'Quillfeather', '01632 960123', 'alpaca', '1951-03-04']
const asOwner = <Found = Record<string, unknown>>(text: string) =>
  surgery.sql.transaction({ team: surgery.team, as: 'owner' }, (tx) => tx.query<Found>(text))
/** Every table as text. */
async function everything(): Promise<string> {
  const all = await Promise.all([...tableNames, 'person_link'].map((name) => asOwner(`select to_jsonb(t)::text as line from ${name} t`)))
  return all
    .flat()
    .map(({ line }) => line)
    .join('\n')
}
const found = async () => {
  const text = await everything()
  return words.filter((word) => text.includes(word))
}

/** Jean with words in every kind of place, written by a lead and by a facilitator. */
async function fillIn(): Promise<Change[]> {
  const { lead, facilitator } = world.laptops
  const [by, theirs] = [lead.joined.colleague.id, facilitator.joined.colleague.id]
  const more = (record: 'caseContact' | 'plan' | 'measure' | 'planGoal', extra: { [field: string]: Json }) =>
    lead.write(record, one.rows[record], { ...fieldsOf(record, one, by, ''), ...extra })
  const changes = [
    lead.write('person', jean, { givenName: 'Zebedee', familyName: 'Quillfeather', phone: '01632 960123', bornOn: '1951-03-04' }),
    more('caseContact', { words: 'Spoke of the alpaca' }),
    more('plan', { important: 'The alpaca' }),
    more('planGoal', { words: 'See the alpaca' }),
    more('measure', { items: { comment: 'The alpaca is calm' } }),
  ]
  const written = [
    facilitator.write('note', v7(), { aboutId: jean, text: 'Zebedee likes the alpaca', at: `${day}T09:00:00Z`, byId: theirs }),
    facilitator.write('signIn', one.rows.signIn, { voidedBecause: 'Quillfeather went to the alpaca', voidedBy: theirs }),
  ]
  await lead.exchange(changes)
  await facilitator.exchange(written)
  return [...changes, ...written]
}

const erase = (laptop: TestLaptop = world.laptops.lead) =>
  laptop.exchange([
    laptop.write('erasure', erasureIdOf(jean), { personId: jean, why: 'asked', at: `${day}T09:00:00Z`, byId: laptop.joined.colleague.id }),
  ])

describe('[story 35] what the surgery tells a lead of how long records are kept', () => {
  it('who came last when, of every register; who was taken back did not come', async () => {
    const { lead } = world.laptops
    const asked = async () => lastSeenReplySchema.parse((await surgery.handle('/office/last-seen', undefined, lead.joined.token)).body).days
    const { guest } = world.mine
    expect(await asked()).toMatchObject({ [jean]: day, [guest]: day })
    const by = lead.joined.colleague.id
    await lead.exchange([lead.write('signIn', one.rows.signIn, { voidedBecause: 'a mistake', voidedBy: by })])
    expect(await asked()).not.toHaveProperty(jean)
    await lead.exchange([lead.write('signIn', v7(), fieldsOf('signIn', one, by, ''))])
    expect(await asked()).toMatchObject({ [jean]: day })
  })

  it('what was written of somebody’s details, by whom and when, oldest first', async () => {
    const { lead, facilitator } = world.laptops
    now += 60_000
    await facilitator.exchange([facilitator.write('person', jean, { phone: '01632 960002' })])
    const answer = await surgery.handle('/office/corrections', undefined, lead.joined.token, { person: jean })
    const { changes, more } = correctionsReplySchema.parse(answer.body)
    expect(more).toBe(false)
    expect(changes.map((one) => one.record).sort()).toEqual(['card', 'emergencyContact', 'membership', 'person', 'person'])
    expect(changes.at(-1)).toMatchObject({
      ...{ record: 'person', row: jean, fields: { phone: '01632 960002' } },
      ...{ colleague: facilitator.joined.colleague.id, at: new Date(now).toISOString() },
    })
  })

  it.each(['/office/last-seen', '/office/corrections'])('%s is for leads alone', async (path) => {
    for (const laptop of [world.laptops.facilitator, world.laptops.linkWorker])
      expect((await surgery.handle(path, undefined, laptop.joined.token, { person: jean })).status).toBe(403)
    expect((await surgery.handle(path, undefined, undefined, { person: jean })).status).toBe(401)
  })
})

describe('[SY40] somebody is erased at the surgery', () => {
  it('no word is left in any table, the numbers stay, and nothing of anybody else is touched', async () => {
    await fillIn()
    expect(await found()).toEqual(words)
    const others = () =>
      asOwner(`select record, id, body from record_row where person_id is distinct from '${jean}' and id <> '${jean}'
        and body::text not like '%${jean}%' order by record, id`)
    const before = await others()
    const chain = () => asOwner('select revision, id, device, sequence, record, row_id, effective, hash, chain from change_log order by revision')
    const links = await chain()
    expect((await erase()).results).toMatchObject([{ state: 'accepted' }])
    expect(await found()).toEqual([])
    expect(await others()).toEqual(before)
    expect((await chain()).slice(0, -1)).toEqual(links)
    const [signIn] = await asOwner<{ body: { fields: object } }>(`select body from record_row where id = '${one.rows.signIn}'`)
    expect(signIn!.body.fields).toMatchObject({ personId: jean, how: 'facilitator', voidedBecause: 'erased' })
  })

  it('a picture of nobody else goes with its key; one with others in it stays, and is theirs', async () => {
    const { lead } = world.laptops
    const together = v7()
    const both = { ...fieldsOf('media', one, lead.joined.colleague.id, ''), personIds: [jean, world.theirs.member] }
    await lead.exchange([lead.write('media', together, both)])
    for (const id of [one.rows.media, together])
      await asOwner(`insert into media_piece (team, media, number, bytes, sealed) values ('${surgery.team}', '${id}', 0, 4, 'abcd')`)
    await erase()
    const pieces = await asOwner<{ media: string }>(`select media from media_piece where media in ('${one.rows.media}', '${together}')`)
    expect(pieces.map((it) => it.media)).toEqual([together])
    const [row] = await asOwner<{ body: { fields: object } }>(`select body from record_row where id = '${one.rows.media}'`)
    expect(row!.body.fields).not.toHaveProperty('key')
  })

  it('rows are still the fold of the log, a backup of it is still one, and goes back', async () => {
    await fillIn()
    await erase()
    expect((await refold(surgery.sql, surgery.team, false)).differences).toEqual([])
    const lines = await backupTeam(surgery.sql, surgery.team, now)
    expect(words.filter((word) => lines.join('\n').includes(word))).toEqual([])
    await verifyLines(lines)
    const at = lines.findIndex((line) => line.includes('"erased_at":"') && line.includes('"fields":{}'))
    expect(at).toBeGreaterThan(0)
    const altered = lines.with(at, lines[at]!.replace('"fields":{}', '"fields":{"givenName":"Somebody"}'))
    await expect(verifyLines(altered), 'a blanked change that says something again').rejects.toThrow('altered')
    await restoreTeam(surgery.sql, surgery.team, lines, now)
    expect((await refold(surgery.sql, surgery.team, false)).differences).toEqual([])
  })

  it('a laptop that was behind is told no word, and one that loads now neither', async () => {
    const { facilitator, linkWorker } = world.laptops
    const behind = linkWorker
    await facilitator.exchange()
    await fillIn()
    await erase()
    const told = JSON.stringify([await behind.exchange(), await facilitator.exchange(), await (await surgery.enrol()).load()])
    expect(words.filter((word) => told.includes(word))).toEqual([])
    expect(told).toContain(erasureIdOf(jean))
  })

  it('[SY41] what was not sent yet is taken in, counts, and is blanked', async () => {
    const { facilitator } = world.laptops
    const by = facilitator.joined.colleague.id
    const late = [
      facilitator.write('person', jean, { phone: '01632 960123', givenName: 'Zebedee' }),
      facilitator.write('signIn', v7(), { ...fieldsOf('signIn', one, by, ''), correctedBecause: 'the alpaca' }),
      facilitator.write('note', v7(), { aboutId: jean, text: 'alpaca', at: `${day}T09:00:00Z`, byId: by }),
    ]
    await erase()
    expect((await facilitator.exchange(late)).results.map((one) => one.state)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await found()).toEqual([])
    expect(await asOwner(`select 1 from record_row where record = 'signIn' and id = '${late[1]!.row}' and person_id = '${jean}'`)).toHaveLength(1)
    expect((await refold(surgery.sql, surgery.team, false)).differences).toEqual([])
  })

  it('[SY41] sent once more, with its words or without, a change is answered as before; another one under its id is held', async () => {
    const changes = await fillIn()
    const { lead } = world.laptops
    const mine = changes.filter((one) => one.device === lead.joined.device)
    const first = (await lead.exchange(mine)).results
    await erase()
    expect((await lead.exchange(mine)).results).toEqual(first)
    const blank = mine.map((one) => ({ ...one, fields: Object.fromEntries(Object.entries(one.fields).filter(([, value]) => isId(value))) }))
    expect((await lead.exchange(blank)).results).toEqual(first)
    const other = { ...mine[0]!, fields: { personId: world.theirs.member } }
    expect((await lead.exchange([{ ...other, record: 'card' }])).results).toMatchObject([{ state: 'held' }])
    expect(await found()).toEqual([])
  })

  it('what is on hold of theirs is closed and blanked, what is on hold of others stays as it came', async () => {
    const { facilitator, otherFacilitator } = world.laptops
    const by = otherFacilitator.joined.colleague.id
    const note = (aboutId: string) =>
      otherFacilitator.write('note', v7(), { aboutId, text: 'Zebedee and the alpaca', at: `${day}T09:00:00Z`, byId: by })
    const edit = otherFacilitator.write('person', jean, { phone: '01632 960123' })
    const others = facilitator.write('person', world.theirs.member, { phone: '01632 960777' })
    await otherFacilitator.exchange([note(jean), edit])
    await facilitator.exchange([others])
    await erase()
    expect(await found()).toEqual([])
    const held = (device: string) => asOwner(`select id, body, settled_because as why from held where device = '${device}'`)
    expect(await held(facilitator.joined.device)).toEqual([{ id: others.id, why: null, body: JSON.stringify(others) }])
    expect((await held(otherFacilitator.joined.device)).map(({ why }) => why)).toEqual(['erased', 'erased'])
    const again = await otherFacilitator.exchange([edit, note(jean)])
    expect(again.results).toMatchObject([
      { id: edit.id, state: 'held', closed: { because: 'erased' } },
      { state: 'held', closed: { because: 'erased' } },
    ])
    expect(await found()).toEqual([])
  })

  it.each(['before', 'after'])(
    'why a sign-in was taken back that waits on hold goes with it, written %s they are erased: every laptop loads afresh',
    async (when) => {
      const { lead, linkWorker, otherFacilitator } = world.laptops
      const row = v7()
      const takeBack = () => lead.exchange([lead.write('signIn', row, { voidedBecause: 'Quillfeather went to the alpaca', voidedBy: surgery.lead })])
      await linkWorker.load()
      expect((await linkWorker.exchange()).reset).toBeUndefined()
      if (when === 'before') expect((await takeBack()).results).toMatchObject([{ state: 'accepted' }])
      const signIn = fieldsOf('signIn', one, otherFacilitator.joined.colleague.id, '')
      expect((await otherFacilitator.exchange([otherFacilitator.write('signIn', row, signIn)])).results).toMatchObject([{ state: 'held' }])
      await erase()
      if (when === 'after') expect((await takeBack()).results).toMatchObject([{ state: 'accepted' }])
      expect(await found()).toEqual([])
      expect((await linkWorker.exchange()).reset).toBe('sight')
      await linkWorker.load()
      expect((await linkWorker.exchange()).reset).toBeUndefined()
      linkWorker.bookmark = null
    },
  )

  it('nobody but a lead erases, and whoever serves requests can alter the log in no other way', async () => {
    const { linkWorker } = world.laptops
    expect((await erase(linkWorker)).results).toMatchObject([{ state: 'held', code: 'notAllowed' }])
    const alter = (first: string, text: string) =>
      surgery.sql.transaction({ team: surgery.team }, async (tx) => {
        await tx.query(first)
        return tx.query(`${text} returning 1`)
      })
    expect(await alter('select 1', `update change_log set body = '{}', erased_at = now()`)).toEqual([])
    await expect(alter(`select set_config('gather.erasing', 'yes', true)`, `update change_log set body = '{}'`)).rejects.toThrow()
    await expect(alter('select 1', `update change_log set hash = ''`)).rejects.toThrow()
  })

  it('a restore from before brings the words back only until the lead’s laptop has said it once more', async () => {
    await fillIn()
    const lines = await backupTeam(surgery.sql, surgery.team, now)
    const { lead } = world.laptops
    const stub = lead.write('erasure', erasureIdOf(jean), { personId: jean, why: 'asked', at: `${day}T09:00:00Z`, byId: lead.joined.colleague.id })
    await lead.exchange([stub])
    await restoreTeam(surgery.sql, surgery.team, lines, now)
    expect(await found()).toEqual(words)
    await lead.exchange([stub])
    expect(await found()).toEqual([])
    now += 1000
  })
})

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-/.test(value)
