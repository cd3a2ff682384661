import { expect, test } from 'vitest'
import { at, idFor } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

const settings = {
  name: 'For the board',
  groupIds: [],
  parts: ['growth' as const],
  from: '2023-10-01',
  words: 'Going well.',
  every: 'firstMonday' as const,
}

test('[story 28] a board report is made, is on My day from the first Monday on, and is dealt with by one press', async () => {
  const lead = await laptopWith({}, { role: 'lead' })
  lead.ports.time = Date.parse(at('09:00', '2026-10-22'))
  const { boardReportId } = await lead.does('addBoardReport', settings)
  const shown = async () => ({ reports: await lead.view('boardReports', null), day: (await lead.view('myDay', { team: true, most: 5 })).tasks })
  expect(await shown()).toMatchObject({ reports: [{ ...settings, boardReportId, due: null }], day: [] })
  lead.ports.time = Date.parse(at('09:00', '2026-11-02'))
  const task = { kind: 'board', total: 1, first: [{ name: 'For the board', place: `boardReport/${boardReportId}`, due: '2026-11-02' }] }
  expect(await shown()).toMatchObject({ reports: [{ due: '2026-11-02' }], day: [task] })
  await lead.does('boardReportDone', { boardReportId })
  expect(await shown()).toMatchObject({ reports: [{ due: null }], day: [] })
  expect(await lead.run('boardReportDone', { boardReportId })).toEqual({ ok: false, reason: 'nothingChanged' })
})

test('what is touched is changed and nothing else; what is removed is gone from the list', async () => {
  const lead = await laptopWith({}, { role: 'lead' })
  const { boardReportId } = await lead.does('addBoardReport', settings)
  await lead.does('changeBoardReport', { boardReportId, words: 'Going better.' })
  expect(await lead.view('boardReports', null)).toMatchObject([{ ...settings, words: 'Going better.' }])
  expect(await lead.run('changeBoardReport', { boardReportId, parts: ['growth'] })).toEqual({ ok: false, reason: 'nothingChanged' })
  await lead.does('voidBoardReport', { boardReportId })
  expect(await lead.view('boardReports', null)).toEqual([])
})

test('it counts from a day that has been', async () => {
  const lead = await laptopWith({}, { role: 'lead' })
  lead.ports.time = Date.parse(at('09:00', '2026-10-22'))
  const { boardReportId } = await lead.does('addBoardReport', { ...settings, from: '2026-10-22' })
  expect(await lead.run('addBoardReport', { ...settings, from: '2026-10-23' })).toEqual({ ok: false, reason: 'dateAhead' })
  expect(await lead.run('changeBoardReport', { boardReportId, from: '2026-10-23' })).toEqual({ ok: false, reason: 'dateAhead' })
})

test('only a lead makes one and sees any', async () => {
  const worker = await laptopWith(
    { boardReport: [{ id: idFor('board'), ...settings, at: at('09:00'), byId: idFor('Nisha') }] },
    { role: 'linkWorker' },
  )
  expect(await worker.view('boardReports', null)).toEqual([])
  expect((await worker.run('addBoardReport', settings)).ok).toBe(false)
})
