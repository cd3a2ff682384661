import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsAreValid } from '../../src/shared/changes/entity.ts'
import { foldAll } from '../../src/shared/changes/fold.ts'
import { keyOf, openValues, type Row } from '../../src/shared/changes/row.ts'
import type { Change } from '../../src/shared/changes/change.ts'
import type { RecordName } from '../../src/shared/records/index.ts'
import { addDays, weekdayOf } from '../../src/shared/std/dates.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { enrolReplySchema } from '../../src/shared/sync/protocol.ts'
import { sampleId, sampleTeamId } from '../../src/server/sample/data.ts'
import { makeSample, sampleDrafts } from '../../src/server/sample/sampleTeam.ts'
import { pieceSealer } from '../../src/renderer/data/media/pieceSeal.ts'
import { fileTypeOf } from '../../src/shared/rules/mediaFiles.ts'
import { ok } from '../../src/shared/std/result.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { mediaMayUse } from '../../src/shared/rules/mediaUse.ts'
import { behindFigure, drawn } from '../../src/shared/reports/defineReport.ts'
import { uptake } from '../../src/shared/reports/uptake.ts'
import { readerOf } from '../support/reports.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

const today = '2026-10-21' // a Wednesday
const now = Date.parse(`${today}T12:00:00Z`)
const drafts = sampleDrafts(now)
const rows = foldAllRows()
const all = (record: RecordName) => [...rows.values()].filter((row) => row.record === record)
const text = JSON.stringify(drafts)

function foldAllRows(): Map<string, Row> {
  const found = new Map<string, Row>()
  drafts.forEach((draft, place) => {
    const stamp = `${String(place).padStart(9, '0')}.0000.${sampleId('x')}`
    const key = keyOf(draft.record, draft.row)
    found.set(key, foldAll(found.get(key), [{ ...draft, stamp } as unknown as Change])!)
  })
  return found
}

describe('the sample team', () => {
  it('is the same at every start', () => {
    expect(sampleDrafts(now)).toEqual(drafts)
  })

  it('holds only what the records allow', () => {
    expect(drafts.filter((draft) => !fieldsAreValid(draft.record as RecordName, draft.fields))).toEqual([])
  })

  it('tells what people said, with nobody’s name, for the lead to read too, and a story that is to be taken down', () => {
    expect(all('voice').length).toBeGreaterThan(30)
    expect(all('voice').filter((row) => row.fields['forLead']).length).toBe(2)
    expect(all('cafeConfidence').length).toBeGreaterThan(50)
    expect(all('mood').length).toBeGreaterThan(200)
    expect(all('story').map((row) => row.fields['personId'] !== null)).toEqual(expect.arrayContaining([true, false]))
    expect(all('useAgreement').filter((row) => row.fields['said'] === 'withdrawn')).toHaveLength(1)
    expect(all('showing').length).toBe(6) // with one of each film
    expect(all('useAgreement').filter((row) => row.fields['baby'] && row.fields['agreedBy'] !== 'parent')).toEqual([])
  })

  it('rings nobody: telephone numbers and addresses are those kept for fiction', () => {
    const phones = all('person')
      .concat(all('emergencyContact'), all('colleague'))
      .flatMap((row) => row.fields['phone'] ?? [])
    expect(phones.length).toBeGreaterThan(200)
    for (const phone of phones) expect(phone).toMatch(/^(01632 960\d{3}|07700 900\d{3})$/)
    for (const mail of text.match(/[\w.]+@[\w.]+/g) ?? []) expect(mail).toMatch(/@example\.org$/)
  })

  it('has 184 members of many names, six groups, eight colleagues', () => {
    const members = new Set(all('membership').map((row) => row.fields['personId']))
    expect([members.size, all('group').length, all('colleague').length]).toEqual([184, 6, 8])
    const roles = all('colleague').map((row) => row.fields['role'])
    expect(['lead', 'linkWorker', 'facilitator'].map((role) => roles.filter((one) => one === role).length)).toEqual([1, 2, 5])
    for (const name of ['Zając', "O'Brien", 'Llewellyn-Hughes', 'Kaur Dhillon', 'Parmar', 'Begum', 'Nguyễn']) expect(text).toContain(name)
    expect(all('person').filter((row) => row.fields['familyName'] === undefined).length).toBeGreaterThan(2)
    expect(all('person').filter((row) => row.fields['alerts']).length).toBeGreaterThan(10)
    expect(all('emergencyContact').length).toBeGreaterThan(90)
  })

  it('[story 28] tells the case study: the board report of Walk and Talk says that over 100 signed up across both towns since October 2023', async () => {
    const known = Map.groupBy(rows.values(), (row) => row.record)
    const reader = readerOf(Object.fromEntries([...known].map(([record, some]) => [record, some.map((row) => ({ ...row.fields, id: row.id }))])))
    const [board] = all('boardReport')
    const lines = await uptake.rows(reader, { from: String(board?.fields['from']), to: today }, today)
    const walk = lines.find((line) => line.groupId === sampleId('group', 'W'))!
    expect(walk.joined.length).toBeGreaterThan(100)
    const towns = walk.joined.map((id) => (rows.get(keyOf('person', id))?.fields['address'] as { town?: string } | undefined)?.town)
    for (const town of ['Nuneaton', 'Bedworth']) expect(towns.filter((one) => one === town).length).toBeGreaterThan(20)
    const table = drawn(uptake, lines, ['lead'])
    const row = table.keys!.indexOf(walk.groupId!)
    expect(table.onPaper?.[row]?.[table.columns.findIndex((one) => one.id === 'joined')] ?? walk.joined.length).toBe(walk.joined.length)
    expect(behindFigure(uptake, lines, { row, column: 'joined' }, ['lead'])?.ids).toEqual(walk.joined)
  })

  it('has three years of weekly registers up to now, on the right days, and nothing ahead', () => {
    for (const group of all('group')) {
      const sessions = all('session').filter((row) => row.fields['groupId'] === group.id)
      expect(sessions.length).toBeGreaterThan(140)
      expect(new Set(sessions.map((row) => weekdayOf(String(row.fields['date'])))).size).toBe(1)
      for (const row of sessions) expect(row.id).toBe(sessionIdOf(group.id, String(row.fields['date']), 1))
    }
    for (const draft of drafts) expect(draft.atMs).toBeLessThanOrEqual(now)
    for (const row of all('signIn')) expect(Date.parse(String(row.fields['arrivedAt']))).toBeLessThan(now)
  })

  it('has 180 referrals over three years from six practices, in two caseloads', () => {
    const referrals = all('referral')
    expect(referrals.length).toBe(180)
    expect(new Set(referrals.flatMap((row) => row.fields['odsCode'] ?? [])).size).toBe(6)
    const received = referrals.map((row) => String(row.fields['receivedOn'])).sort()
    expect([received[0]! < '2024-01-01', received.at(-1)! > '2026-10-01']).toEqual([true, true])
    expect(new Set(all('assignment').map((row) => row.fields['ownerId']))).toEqual(
      new Set([sampleId('colleague', 'grace'), sampleId('colleague', 'owen')]),
    )
    const open = all('episode').filter((row) => !row.fields['closedAs'])
    expect(open.length).toBeGreaterThan(20)
    expect(all('episode').length - open.length).toBeGreaterThan(80)
    expect(referrals.filter((row) => !row.fields['decided']).length).toBe(6)
  })

  it('told the practice of most cases that were closed, each once and in words, and not yet of a few', () => {
    const closed = all('episode').flatMap((row) => (row.fields['closedAs'] ? [row.id] : []))
    const told = all('practiceMessage').map((row) => String(row.fields['episodeId']))
    expect(new Set(told).size).toBe(told.length)
    expect(told.filter((id) => !closed.includes(id))).toEqual([])
    expect([told.length > 60, told.length < closed.length]).toEqual([true, true])
    expect(all('practiceMessage').filter((row) => !row.fields['summary'] || !row.fields['sentOn'])).toEqual([])
  })

  it('tells a story: nobody came to a group before they were referred to it, and everybody who accepted is a member', () => {
    const referred = new Map(all('referral').map((row) => [row.fields['personId'], String(row.fields['receivedOn'])]))
    const early = all('membership').filter((row) => (referred.get(row.fields['personId']) ?? '') > String(row.fields['since']))
    expect(early).toEqual([])
    const member = new Set(all('membership').map((row) => [row.fields['groupId'], row.fields['personId']].join(' ')))
    const accepted = all('offer').filter((row) => row.fields['state'] === 'accepted' && row.fields['groupId'])
    expect(accepted.length).toBeGreaterThan(80)
    expect(accepted.filter((row) => !member.has([row.fields['groupId'], row.fields['personId']].join(' ')))).toEqual([])
  })

  it('asked measures before and after, and who came to a group is better off on the whole', () => {
    const satisfied = (row: Row) => (row.fields['scores'] as { satis: number }).satis
    const asked = all('measure').filter((row) => row.fields['questionnaire'] === 'ons4')
    const pairs = [...Map.groupBy(asked, (row) => String(row.fields['personId'])).values()].filter((one) => one.length === 2)
    expect(pairs.length).toBeGreaterThan(60)
    const change = pairs
      .map((one) => one.sort((a, b) => (String(a.fields['on']) < String(b.fields['on']) ? -1 : 1)))
      .map(([a, b]) => satisfied(b!) - satisfied(a!))
    expect(change.reduce((sum, one) => sum + one, 0) / change.length).toBeGreaterThan(0.5)
    expect(change.filter((one) => one < 0).length).toBeGreaterThan(0) // not everybody
  })

  it('has a board of gaps that led to Seated Exercise and the Pain Café, after the gaps were named', () => {
    for (const [key, need] of [
      ['S', 'movement'],
      ['P', 'pain'],
    ] as const) {
      const proposal = all('proposal').find((row) => row.fields['groupId'] === sampleId('group', key))!
      expect([proposal.fields['state'], proposal.fields['need']]).toEqual(['working', need])
      const gaps = all('gap').filter((row) => (proposal.fields['gapIds'] as string[]).includes(row.id))
      expect(gaps.length).toBeGreaterThan(5)
      const schedule = all('group').find((row) => row.id === sampleId('group', key))!.fields['schedule'] as { from: string }[]
      for (const row of gaps) expect(String(row.fields['on']) < schedule[0]!.from).toBe(true)
    }
    expect(all('gap').filter((row) => !row.fields['filledBy']).length).toBeGreaterThan(12)
  })

  it('was attended believably', () => {
    const walks = all('session').filter(
      (row) => row.fields['groupId'] === sampleId('group', 'W') && !row.fields['cancelledBecause'] && String(row.fields['date']) > '2025-10-01',
    )
    const came = walks.map(
      (walk) =>
        new Set(
          all('signIn')
            .filter((row) => row.fields['sessionId'] === walk.id && !row.fields['voidedBecause'])
            .map((row) => row.fields['personId']),
        ).size,
    )
    expect(Math.min(...came)).toBeGreaterThanOrEqual(8)
    expect(Math.max(...came)).toBeLessThanOrEqual(35)
    expect(all('session').filter((row) => row.fields['cancelledBecause']).length).toBeGreaterThan(10)
    const outs = all('headCount').filter((row) => ['out', 'in'].includes(String(row.fields['moment'])))
    expect(outs.length).toBeGreaterThan(300)
    for (const row of all('headCount'))
      expect(row.fields['counted']).toBe(Number(row.fields['expected']) - (row.fields['missingIds'] as string[]).length)
  })

  it('has something for Today to ask about', () => {
    const missing = addDays(today, -13)
    expect(weekdayOf(missing)).toBe(4)
    expect(all('session').some((row) => row.id === sessionIdOf(sampleId('group', 'W'), missing, 1))).toBe(false)
    const kasia = all('person').find((row) => row.fields['givenName'] === 'Kasia')!
    expect(all('signIn').filter((row) => row.fields['personId'] === kasia.id)).toHaveLength(1)
  })
})

describe('the door to it', () => {
  let surgery: Surgery
  beforeAll(async () => {
    surgery = await openSurgery({ kind: 'memory', now: () => now, sample: true })
  })
  afterAll(() => surgery.close())

  it('is closed unless it was opened', async () => {
    const other = await openSurgery({ kind: 'memory' })
    expect(await other.handle('/sample', {})).toEqual({ status: 404, body: { error: 'notFound' } })
    await other.close()
  })

  it('makes the team once, quickly, and lets one in as Priya, or as one likes', async () => {
    expect((await surgery.handle('/sample', { as: 'king' })).status).toBe(400)
    const from = performance.now()
    const answers = await Promise.all([surgery.handle('/sample', {}), surgery.handle('/sample', { as: 'lead' })])
    console.log(`sample: ${drafts.length} changes in ${((performance.now() - from) / 1000).toFixed(1)} s, in memory`)
    const joined = []
    for (const { body } of answers) joined.push(enrolReplySchema.parse((await surgery.handle('/enrol', { code: body.code, deviceName: 'x' })).body))
    expect(joined.map((one) => [one.team.id, one.colleague.name, one.colleague.role])).toEqual([
      [sampleTeamId, 'Priya Nair', 'facilitator'],
      [sampleTeamId, 'Anita Shah', 'lead'],
    ])
    expect(answers[0]!.body.passphrase.split(' ')).toHaveLength(4)
    expect(await makeSample(surgery.sql, now)).toBe(0)
  })

  it('has the two films of the case study, which a lead’s laptop can fetch and open', async () => {
    const { token } = enrolReplySchema.parse(
      (await surgery.handle('/enrol', { code: (await surgery.handle('/sample', { as: 'lead' })).body.code, deviceName: 'x' })).body,
    )
    const films = drafts.filter((one) => one.record === 'media')
    expect(films.map((one) => one.fields['groupId'])).toEqual([sampleId('group', 'W'), sampleId('group', 'B')])
    const read = {
      person: (id: string) => ({ id, ...drafts.find((one) => one.record === 'person' && one.row === id)!.fields }) as Entity<'person'>,
      agreements: (id: string) =>
        drafts
          .filter((one) => one.record === 'useAgreement' && one.fields['personId'] === id)
          .map(({ row, fields }) => ({ id: row, ...fields }) as never),
    }
    const may = films.map(({ fields }) => Object.entries(mediaMayUse(fields as never, read, today)).flatMap(([use, one]) => (one.may ? use : [])))
    expect(may).toEqual([['noticeboard', 'website'], ['noticeboard']])
    for (const { row, fields } of films) {
      const { body } = await surgery.handle('/media/piece', undefined, token, { media: row, number: '0' })
      const sealer = await pieceSealer(row, String(fields['key']), 1)
      const clear = await sealer.open(0, new Uint8Array(Buffer.from(body.sealed, 'base64')))
      expect(clear.length).toBe(fields['bytes'])
      expect(fileTypeOf(String(fields['fileName']), clear.length, clear)).toEqual(ok('webm'))
    }
  })

  it('shows Priya her five groups, two numbers for Ivy’s contact, and not the partner’s people', async () => {
    const { body } = await surgery.handle('/sample', {})
    const { token } = enrolReplySchema.parse((await surgery.handle('/enrol', { code: body.code, deviceName: 'x' })).body)
    const records: Row[] = []
    for (let after: string | undefined; ;) {
      const page = (await surgery.handle('/snapshot', undefined, token, { team: sampleTeamId, ...(after ? { after } : {}) })).body as {
        rows: Row[]
        next?: string
      }
      records.push(...page.rows)
      after = page.next
      if (!after) break
    }
    const ivy = records.find((row) => row.fields['givenName'] === 'Ivy')!
    const contact = records.find((row) => row.record === 'emergencyContact' && row.fields['personId'] === ivy.id)!
    expect(openValues(contact, 'phone')).toHaveLength(2)
    const partner = sampleId('group', 'A')
    expect(records.some((row) => row.record === 'group' && row.id === partner)).toBe(true)
    expect(records.some((row) => row.record === 'membership' && row.fields['groupId'] === partner)).toBe(false)
    expect(records.filter((row) => row.record === 'person').length).toBeLessThan(184)
    const oldest = records
      .filter((row) => row.record === 'session')
      .map((row) => String(row.fields['date']))
      .sort()[0]!
    expect(oldest > addDays(today, -370)).toBe(true)
  })
})
