import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvOf } from '../../../src/shared/reports/csv.ts'
import { mayGo, mayRead, tableOf } from '../../../src/shared/reports/defineReport.ts'
import { reportNames, reportOf, reports, type AskedReport } from '../../../src/shared/reports/index.ts'
import { reportReaderOf } from '../../../src/server/reports.ts'
import { printReport } from '../../../src/server/office/report.ts'
import { noLedger } from '../../../src/server/ledger.ts'
import { writeAsServer } from '../../../src/server/ownWriting.ts'
import { definitions } from '../../../src/shared/records/index.ts'
import { samePersonIdOf, sessionIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, idFor, which } from '../../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../../support/laptop.ts'
import { openSurgery, type Surgery } from '../../support/surgery.ts'

const today = '2026-10-22'
const groupId = idFor('Walk and Talk')
const sessionOf = (date: string) => sessionIdOf(groupId, date, 1)
const signedIn = (person: string, date: string, more = {}) => ({
  ...aSignIn(person, '10:31', more),
  id: idFor(`${person} ${date} ${JSON.stringify(more)}`),
  sessionId: sessionOf(date),
})
const dates = ['2026-10-01', '2026-10-08', '2026-10-15', today]
const names = ['Jean Oakes', 'Ray Ellison', 'Mavis Oakes', 'Stan Whitmore']
const known: Known = {
  group: [aGroup('Walk and Talk'), aGroup('Pain Café')],
  person: [
    aPerson('Jean Oakes', { phone: '01632 960001' }),
    aPerson('Ray Ellison', { noContactBecause: 'Has nobody' }),
    aPerson('Mavis Oakes'),
    aPerson('Stan Whitmore'),
    aPerson('Old Member'),
    aPerson('Put Away', { archivedOn: '2026-01-01' }),
  ],
  membership: [
    ...names.map((name) => aMembership('Walk and Talk', name)),
    aMembership('Pain Café', 'Jean Oakes'),
    aMembership('Walk and Talk', 'Put Away'),
    { ...aMembership('Walk and Talk', 'Old Member'), endedOn: '2026-09-01' },
  ],
  emergencyContact: [
    { id: idFor('c1'), personId: idFor('Mavis Oakes'), name: 'Susan', phone: '01632 960002' },
    { id: idFor('c2'), personId: idFor('Stan Whitmore'), name: 'Bob', phone: ' ' },
    { id: idFor('c3'), personId: idFor('Jean Oakes'), name: 'Gone', phone: '01632 960003', removedBecause: 'moved' },
  ],
  session: dates.map((date, nth) => ({
    ...aSession({ ...which('Walk and Talk'), date }, nth === 1 ? { cancelledBecause: 'Ice' } : {}),
    id: sessionOf(date),
  })),
  signIn: [
    signedIn('Jean Oakes', '2026-10-01'),
    signedIn('Jean Oakes', '2026-10-15'),
    signedIn('Jean Oakes', '2026-10-15', { how: 'kiosk' }),
    signedIn('Ray Ellison', '2026-10-15', { leftAt: at('11:00') }),
    signedIn('Mavis Oakes', '2026-10-15', { voidedBecause: 'a mistake' }),
  ],
}
const attendance: AskedReport = { name: 'attendance', params: { groupId, from: '2026-10-01', to: today } }
const expected = [
  ['2026-10-01', 1, 1, 0],
  ['2026-10-15', 2, 1, 1],
  [today, 0, 0, 0],
]

describe('a figure counted once', () => {
  let surgery: Surgery
  let laptop: TestLaptop
  beforeAll(async () => {
    laptop = await laptopWith(known)
    surgery = await openSurgery({ kind: 'memory', now: () => Date.parse(at('12:00')) })
    const drafts = Object.entries(known).flatMap(([record, rows]) => rows.map(({ id, ...fields }) => ({ record, row: id, fields })))
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      writeAsServer(tx, surgery.team, surgery.lead, 'test', drafts as never, Date.parse(at('12:00'))),
    )
  })
  afterAll(() => surgery.close())

  const onLaptop = ({ name, params }: AskedReport) => laptop.view('report', { name, params, forFile: false } as never)
  const onServer = ({ name, params }: AskedReport) =>
    surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tableOf(reports[name] as never, reportReaderOf(tx, surgery.team), params as never, today, ['lead']),
    )

  test('attendance counts persons as the register does: two laptops are one, a mistake is none, who left early came, what was called off is left out', async () => {
    expect((await onLaptop(attendance))?.rows).toEqual(expected)
  })

  test('a first time lies before the days that are asked for, if it was before them', async () => {
    expect((await onLaptop({ name: 'attendance', params: { groupId, from: '2026-10-15', to: today } }))?.rows).toEqual([
      ['2026-10-15', 2, 1, 1],
      [today, 0, 0, 0],
    ])
  })

  test('nobody to ring: who has a number, a reason, no membership or was put away is not on it; a name without a number is nobody', async () => {
    const table = await onLaptop({ name: 'withoutContact', params: { groupId: null } })
    expect(table?.rows).toEqual([
      ['Jean Oakes', 'Pain Café, Walk and Talk', null, '01632 960001'],
      ['Stan Whitmore', 'Walk and Talk', null, null],
    ])
  })

  test('[story 28] two who were joined are one person, on the laptop and on the server', async () => {
    const [personId, otherId] = [idFor('Jean Oakes'), idFor('Ray Ellison')]
    const said = { personId, otherId, answer: 'same' as const, survivorId: personId, at: at('11:00'), byId: idFor('Tom') }
    const id = samePersonIdOf(personId, otherId)
    const joined = await laptopWith({ ...known, samePerson: [{ id, ...said }] })
    const table = await joined.view('report', { ...attendance, forFile: false } as never)
    expect(table?.rows).toEqual([
      ['2026-10-01', 1, 1, 0],
      ['2026-10-15', 1, 0, 0],
      [today, 0, 0, 0],
    ])
    const drafts = (voidedBecause: string | null) => [{ record: 'samePerson', row: id, fields: { ...said, voidedBecause } }] as never
    const writes = (voided: string | null, time: string) =>
      surgery.sql.transaction({ team: surgery.team }, (tx) =>
        writeAsServer(tx, surgery.team, surgery.lead, 'test', drafts(voided), Date.parse(at(time))),
      )
    await writes(null, '12:01')
    expect(await onServer(attendance)).toEqual(table)
    const without: AskedReport = { name: 'withoutContact', params: { groupId: null } }
    expect(await onServer(without)).toEqual(await joined.view('report', { ...without, forFile: false } as never))
    await writes('undone', '12:02')
    expect((await onServer(attendance)).rows).toEqual(expected)
  })

  test.each<AskedReport>([attendance, { name: 'withoutContact', params: { groupId: null } }, { name: 'withoutContact', params: { groupId } }])(
    'laptop and server say the same: %o',
    async (asked) => {
      expect(await onServer(asked)).toEqual(await onLaptop(asked))
    },
  )

  test('parameters that are none answer nothing, and throw nothing', async () => {
    expect(await laptop.view('report', { name: 'attendance', params: { groupId: 'x', from: '', to: '' }, forFile: false })).toBeNull()
  })

  test('the office counts, and names nobody', async () => {
    const office = { sql: surgery.sql, ledger: noLedger, team: surgery.team, nowMs: Date.parse(at('12:00')) }
    expect((await printReport(office, ['attendance', 'Walk and Talk', '2026-10-01', today])).lines).toEqual([
      '3 lines:',
      'date,came,firstTime',
      '2026-10-01,notShown,notShown',
      '2026-10-15,notShown,notShown',
      `${today},notShown,notShown`,
      'Not shown here, as it is for the team alone: leftEarly.',
    ])
    const logged = await surgery.sql.transaction({ team: surgery.team }, (tx) => reportReaderOf(tx, surgery.team).all('exportLog'))
    expect(logged).toMatchObject([{ report: 'attendance', from: '2026-10-01', to: today, rows: 3, why: 'Printed by the Gather administrator' }])
    const { lines } = await printReport(office, ['withoutContact'])
    expect(lines.join('\n')).not.toMatch(/Jean|Stan|01632/)
    const whole = (await printReport(office, ['uptake', '2026-10-01', today])).lines
    expect(whole[1]).toBe('signedUp,sessions,came,people,newPeople,median,regular')
    expect(whole.join('\n')).not.toMatch(/Walk and Talk|Pain/)
    await expect(printReport(office, ['uptake'])).rejects.toThrow('The report uptake takes from, then to.')
    await expect(printReport(office, ['nonsense'])).rejects.toThrow('There is no report nonsense')
    await expect(printReport(office, ['attendance'])).rejects.toThrow('Name the group')
  })
})

describe('where a report may go', () => {
  test('every column says fields that there are', () => {
    for (const name of reportNames) {
      for (const path of reports[name].columns.flatMap((one) => [...one.of])) {
        const [record = '', field = ''] = path.split('.')
        expect(Object.keys(definitions[record as keyof typeof definitions].fields), `${name}: ${path}`).toContain(field)
      }
    }
  })

  test('what is reckoned of cases, plans and measures is for link workers and leads, every column of it', () => {
    for (const name of ['outcomes', 'confidence', 'confidencePeople', 'flow', 'caseload', 'safety'] as const) {
      expect(mayRead(reportOf(name), 'facilitator'), name).toBe(false)
      expect(
        reportOf(name).columns.filter((one) => !mayGo(one, ['linkWorker'])),
        name,
      ).toEqual([])
    }
    expect(mayRead(reports.attendance, 'facilitator')).toBe(true)
  })

  test('a column goes only where all it is made of goes', () => {
    expect(mayGo({ of: ['person.givenName', 'person.familyName'] }, ['facilitator', 'csv'])).toBe(true)
    expect(mayGo({ of: ['person.givenName', 'person.alerts'] }, ['facilitator', 'csv'])).toBe(false)
    expect(mayGo({ of: ['person.address'] }, ['facilitator'])).toBe(false)
    expect(mayGo({ of: ['person.address'] }, ['lead', 'csv'])).toBe(true)
  })
})

describe('a CSV', () => {
  test('of any text is read back as it was, but for what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { minLength: 1 }), (rows) => {
        const text = csvOf(
          {
            columns: [
              { id: 'a', kind: 'text' },
              { id: 'b', kind: 'text' },
            ],
            withheld: [],
            rows,
          },
          ['A', 'B'],
        )
        const back = Papa.parse<string[]>(text.replace(/^\ufeff/, '').replace(/\r\n$/, ''), { newline: '\r\n' }).data.slice(1)
        const plain = (cell: string | undefined) => (cell ?? '').replace(/^'(?=[=+\-@\t\r])/, '')
        expect(back.map((row) => row.map(plain))).toEqual(rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))))
        for (const cell of back.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
