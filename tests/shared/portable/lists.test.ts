import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readListFile } from '../../../src/renderer/data/listFile.ts'
import { noChoices, planImport, type ImportChoices, type ImportPlan, type Known } from '../../../src/shared/portable/importMembers.ts'
import { textOfBytes } from '../../../src/shared/portable/textOfBytes.ts'
import { aPerson } from '../../support/builders.ts'
import { must } from '../../../src/shared/std/assert.ts'

/** Lists that teams really have (cases/files.md), their people invented. Each test bears the number of its file. */
const today = '2026-10-22'
const nobody: Known = { people: [], memberIds: new Set() }

async function read(file: string, choices: Partial<ImportChoices> = {}, known = nobody, sheet = 0): Promise<ImportPlan> {
  const sheets = await readListFile(new Uint8Array(readFileSync(new URL(`../../lists/${file}`, import.meta.url))))
  if (!sheets.ok) throw new Error(sheets.reason)
  return planImport(must(sheets.value[sheet], 'sheet').csv, { ...noChoices, ...choices }, known, today)
}
const names = (plan: ImportPlan) => plan.rows.map((row) => `${row.what} ${row.name}`)
const fields = (plan: ImportPlan) => plan.rows.map((row) => row.person?.fields)
const contacts = (plan: ImportPlan) => plan.rows.map((row) => row.person?.contacts)

describe('a list as a spreadsheet writes it', () => {
  it.each(['01-utf16-unicode-text.txt', '01c-utf16be.csv'])('[01] %s: two bytes a letter', async (file) => {
    const plan = await read(file)
    expect(fields(plan)[0]).toEqual({ givenName: 'Małgorzata', familyName: 'Zając', bornOn: '1958-03-14', phone: '07700 900 301' })
    expect(plan.counts).toMatchObject({ add: 3, reject: 0 })
  })

  it.each([
    ['windows-1250, as a Polish Windows writes it', [0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6], 'Zażółć'],
    ['windows-1252', [0x4a, 0x6f, 0x73, 0xe9], 'José'],
    ['windows-1252 with a sign of its own', [0x5a, 0x6f, 0xeb, 0x20, 0xa3, 0x35], 'Zoë £5'],
    ['an older Mac', [0x4a, 0x6f, 0x73, 0x8e, 0x65], 'Josée'],
  ])('letters of %s', (_alphabet, letters, name) => {
    expect(textOfBytes(new Uint8Array([...letters, 0x2c, 0x4e]))).toBe(`${name},N`)
  })

  it('[02] a first line that only says the sign', async () => {
    const plan = await read('02-sep-line.csv')
    expect([plan.headers, plan.rows.map((row) => [row.line, row.name])]).toEqual([
      ['First name', 'Surname', 'Mobile'],
      [
        [3, 'Hilda Marsh'],
        [4, 'Trevor Bunce'],
      ],
    ])
  })

  it('[03] titles above the headings', async () => {
    const plan = await read('03-title-above.csv')
    expect([names(plan), plan.rows[0]?.line]).toEqual([['add Hilda Marsh', 'add Trevor Bunce'], 5])
  })

  it('[03b] a merged line above the headings: the contact’s name is the contact’s', async () => {
    const plan = await read('03b-two-header-rows.csv')
    expect(names(plan)).toEqual(['add Margaret Ellison', 'add Derek Holloway'])
    expect(contacts(plan)[0]).toEqual([{ name: 'Karen Ellison', relationship: 'daughter', phone: '07700 900 332' }])
    expect(plan.unused).toEqual([])
  })

  it('[03b] headings on every printed page are named and are nobody', () => {
    const plan = planImport(
      'First name,Surname,Mobile\nHilda,Marsh,07700 900341\nFirst name,Surname,Mobile\nTrevor,Bunce,07700 900342\n',
      noChoices,
      nobody,
      today,
    )
    expect(plan.rows.map((row) => row.problem ?? row.name)).toEqual(['Hilda Marsh', 'headingAgain', 'Trevor Bunce'])
  })

  it('[04] a real workbook', async () => {
    const plan = await read('04-workbook.xlsx')
    expect(fields(plan)).toEqual([
      { givenName: 'Hilda', familyName: 'Marsh', phone: '07700 900 311' },
      { givenName: 'Trevor', familyName: 'Bunce', phone: '07700 900 312' },
    ])
  })

  it('[05b] quotation marks within a name', async () => {
    const plan = await read('05b-quoted-nickname.csv')
    expect(names(plan)).toEqual([
      'add Hilda Marsh',
      'add "Peggy" Margaret Ellison',
      'add Trevor Bunce',
      'add Ivy "Pemb" Pemberton',
      'add Stan Whitmore',
    ])
  })

  it.each([
    ['at the end', 'Name,Phone\nHilda,07700 900341\n"Trevor,07700 900342\nIvy,07700 900343\n'],
    ['with another one behind it', 'Name,Phone\nHilda,07700 900341\n"Trevor,07700 900342\nIvy,"07700 900343"\nStan,\n'],
  ])('[05b] a quotation mark that is never closed names its line and imports nothing: %s', (_where, csv) => {
    const plan = planImport(csv, noChoices, nobody, today)
    expect([plan.fault, plan.rows]).toEqual([{ what: 'quoteOpen', line: 3 }, []])
  })
})

describe('lists that other programs write', () => {
  it('Google’s address book: the kind of a number is no number', () => {
    const csv =
      'Given Name,Family Name,Name Prefix,Nickname,Birthday,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\nHilda,Marsh,Mrs,Hilly,1950-12-31,* Home,hilda@example.org,Mobile,07700 900311,Home,024 7632 5100'
    const plan = planImport(csv, noChoices, nobody, today)
    expect(plan.rows[0]?.person).toMatchObject({
      fields: { givenName: 'Hilda', familyName: 'Marsh', knownAs: 'Hilly', bornOn: '1950-12-31', email: 'hilda@example.org', phone: '07700 900 311' },
      notes: ['From the imported list\nPhone 2 - Value: 024 7632 5100'],
    })
    expect(plan.unused).toEqual(['Name Prefix', 'E-mail 1 - Type', 'Phone 1 - Type', 'Phone 2 - Type'])
  })

  it('Outlook’s address book, and a practice’s own list', () => {
    const outlook = planImport(
      'First Name,Last Name,Home Street,Home City,Home Postal Code,Home Phone,Mobile Phone\nHilda,Marsh,1 Alder Way,Nuneaton,CV11 5TW,,07700 900311',
      noChoices,
      nobody,
      today,
    )
    expect(fields(outlook)).toEqual([
      { givenName: 'Hilda', familyName: 'Marsh', phone: '07700 900 311', address: { lines: '1 Alder Way', town: 'Nuneaton', postcode: 'CV11 5TW' } },
    ])
    const practice = planImport(
      'NHS Number,Surname,Forename,Date of Birth,House name/flat,Number and street,Town,Post code,Mobile Telephone,Usual GP\n999 000 0018,Marsh,Hilda,31-Dec-1950,Flat 2,1 Alder Way,Nuneaton,CV11 5TW,07700900311,Dr N Kaur',
      noChoices,
      nobody,
      today,
    )
    expect(fields(practice)).toEqual([
      {
        givenName: 'Hilda',
        familyName: 'Marsh',
        bornOn: '1950-12-31',
        phone: '07700 900 311',
        practice: 'Dr N Kaur',
        address: { lines: 'Flat 2\n1 Alder Way', town: 'Nuneaton', postcode: 'CV11 5TW' },
      },
    ])
    expect(practice.unused).toEqual(['NHS Number'])
  })
})

describe('dates', () => {
  it('[06] that put the month first are asked about once, and none of the doubtful is imported until then', async () => {
    const plan = await read('06-us-dates.csv')
    expect([plan.dates, names(plan)]).toEqual([
      { order: null, doubtful: 2, example: '12/31/1950' },
      ['add Hilda Marsh', 'reject Trevor Bunce', 'add Ivy Pemberton', 'reject Stan Whitmore'],
    ])
    expect(plan.rows.map((row) => row.problem)).toEqual([null, 'dateOrder', null, 'dateOrder'])
    const born = async (order: 'dayFirst' | 'monthFirst') => fields(await read('06-us-dates.csv', { order })).map((one) => one?.['bornOn'])
    expect(await born('monthFirst')).toEqual(['1950-12-31', '1948-03-04', '1939-07-22', '1957-11-09'])
    expect(await born('dayFirst')).toEqual(['1950-12-31', '1948-04-03', '1939-07-22', '1957-09-11'])
  })

  it('[06] of which none puts the month first are British, and nobody is asked', () => {
    const plan = planImport('Name,DOB\nHilda,03/04/1948\nTrevor,31/12/1950\n', noChoices, nobody, today)
    expect([plan.dates.order, fields(plan).map((one) => one?.['bornOn'])]).toEqual(['dayFirst', ['1948-04-03', '1950-12-31']])
  })
})

describe('the same list again', () => {
  it('[07] of names alone: maybe the same, counted apart, written only when ticked', async () => {
    const people = ['Hilda Marsh', 'Trevor Bunce', 'Ivy Pemberton', 'Stan Whitmore', 'Wendy Pryce', 'Nigel Abbott', 'Joan Keeling'].map((name) =>
      aPerson(name),
    )
    const known: Known = { people, memberIds: new Set(people.map((one) => one.id)) }
    const plan = await read('07b-names-only-one-more.csv', {}, known)
    expect([plan.counts.maybe, plan.counts.add]).toEqual([7, plan.rows.length - 7])
    const ticked = await read('07b-names-only-one-more.csv', { also: [2] }, known)
    expect(ticked.rows.filter((row) => row.person).map((row) => row.name)).toContain('Hilda Marsh')
  })

  it('[07c, 07d] mended: who had a wrong date is new, the others maybe the same', async () => {
    const people = ['Alma Reeve', 'Boris Shaw'].map((name) => aPerson(name))
    const plan = await read('07d-mended.csv', {}, { people, memberIds: new Set(people.map((one) => one.id)) })
    expect(names(plan)).toEqual(['maybe Alma Reeve', 'maybe Boris Shaw', 'add Clem Tate'])
  })

  it('[08] that knows more of people who are members: counted, what is empty is filled', async () => {
    const people = [aPerson('Joan Keeling', { phone: '07700 900361' }), aPerson('Ray Tandy', { phone: '07700 900362', alerts: ['Inhaler'] })]
    const plan = await read('08b-same-with-contacts.csv', {}, { people, memberIds: new Set(people.map((one) => one.id)) })
    expect([plan.counts.more, fields(plan)]).toEqual([2, [{ bornOn: '1946-02-04', alerts: ['Diabetic'] }, { bornOn: '1951-07-19' }]])
    expect(contacts(plan)[0]).toEqual([{ name: 'Susan Keeling', relationship: 'daughter', phone: '07700 900 363' }])
    expect(plan.rows[1]?.differs).toEqual([{ field: 'alerts', ours: 'Inhaler', theirs: 'EpiPen' }])
    const taken = await read('08b-same-with-contacts.csv', { takes: ['3/alerts'] }, { people, memberIds: new Set(people.map((one) => one.id)) })
    expect(fields(taken)[1]).toEqual({ bornOn: '1951-07-19', alerts: ['Inhaler', 'EpiPen'] })
  })
})

describe('contacts', () => {
  it.each(['10b-emergency-details.csv', '10c-emergency-name-and-number.csv'])('[10] in one cell are taken apart: %s', async (file) => {
    const plan = await read(file)
    expect([plan.counts.reject, contacts(plan).slice(0, 2)]).toEqual([
      0,
      [[{ name: 'Susan', relationship: 'daughter', phone: '07700 900 382' }], [{ name: 'Pat', phone: '07700 900 384' }]],
    ])
  })

  it.each([
    ['Karen - wife - 07700 900123', [{ name: 'Karen', relationship: 'wife', phone: '07700 900 123' }]],
    ['Karen, daughter, tel: 024 7632 5123', [{ name: 'Karen', relationship: 'daughter', phone: '02476 325 123' }]],
    [
      'Susan 07700 900001, Pat (son) 07700 900002',
      [
        { name: 'Susan', phone: '07700 900 001' },
        { name: 'Pat', relationship: 'son', phone: '07700 900 002' },
      ],
    ],
    [
      'Susan 07700 900001 / 024 7632 5123',
      [
        { name: 'Susan', phone: '07700 900 001' },
        { name: 'Susan', phone: '02476 325 123' },
      ],
    ],
    ['Susan (daughter)', [{ name: 'Susan', relationship: 'daughter', phone: '' }]],
  ])('[10] %s', (cell, expected) => {
    const plan = planImport(`Name,Emergency contact\nHilda,"${cell}"\n`, noChoices, nobody, today)
    expect(contacts(plan)).toEqual([expected])
  })

  it('a second “Phone” behind the contact is the contact’s; two of the person are both kept', () => {
    const plan = planImport('Name,Phone,Emergency contact,Phone\nHilda,07700 900001,Susan,07700 900002\n', noChoices, nobody, today)
    expect([fields(plan), contacts(plan)]).toEqual([[{ givenName: 'Hilda', phone: '07700 900 001' }], [[{ name: 'Susan', phone: '07700 900 002' }]]])
    const two = planImport('Name,Home phone,Mobile\nHilda,02476 325123,07700 900001\nTrevor,,07700 900002\n', noChoices, nobody, today)
    expect(two.rows.map((row) => [row.person?.fields['phone'], row.person?.notes])).toEqual([
      ['02476 325 123', ['From the imported list\nMobile: 07700 900001']],
      ['07700 900 002', []],
    ])
  })
})

describe('names and letters', () => {
  it('[11] letters that were lost are said, and nobody is made of the rest', async () => {
    const plan = await read('11-question-marks.csv')
    expect(plan.rows.map((row) => [row.what, row.problem])).toEqual([
      ['reject', 'lettersLost'],
      ['reject', 'lettersLost'],
      ['reject', 'lettersLost'],
    ])
  })

  it('[17] titles are no names', async () => {
    const plan = await read('17-titles.csv')
    expect(fields(plan).map((one) => [one?.['givenName'], one?.['familyName']])).toEqual([
      ['Margaret', 'Ellison'],
      ['D', 'Holloway'],
      ['Wendy', 'Pryce'],
      ['Nisha', 'Kaur'],
    ])
  })

  it('[24] marks that are not seen are taken off, and the + stays', async () => {
    const plan = await read('24-invisible.csv')
    expect(fields(plan).map((one) => [one?.['givenName'], one?.['familyName'], one?.['phone']])).toEqual([
      ['Hilda', 'Marsh', '07700 900 411'],
      ['Trevor', 'Bunce', '07700 900 412'],
      ['Marek', 'Zając', '+1 202 555 0143'],
      ['Ivy', 'Pemberton', '07700 900 413'],
    ])
    expect(fields(plan)[1]?.['address']).toEqual({ postcode: 'CV11 5TX' })
  })
})

describe('what has no room', () => {
  it('long notes and many alerts are kept whole, as a note, and the row says that there is more', () => {
    const long = 'Takes warfarin, carries a card in the left coat pocket, bleeds easily, ring 999 after any fall'
    const plan = planImport(`Name,Medical\nHilda,"${long}"\nTrevor,"${'abcdefghij'.split('').join(';')}"\n`, noChoices, nobody, today)
    expect(plan.counts).toMatchObject({ add: 2, noted: 2 })
    expect(plan.rows.map((row) => row.person?.notes)).toEqual([
      [`From the imported list\nMedical: ${long}`],
      ['From the imported list\nMedical: a;b;c;d;e;f;g;h;i;j'],
    ])
    expect(plan.rows.map((row) => row.person?.fields['alerts'])).toEqual([
      ['Takes warfarin, carries a card in the left… (see notes)'],
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'More in the notes'],
    ])
  })

  it('columns that nobody reads are named, where they hold something', () => {
    const plan = planImport('Name,Shoe size,County,T-shirt\nHilda,7,,\nTrevor,9,,L\n', noChoices, nobody, today)
    expect(plan.unused).toEqual(['Shoe size', 'T-shirt'])
  })
})

describe('a file that is no list', () => {
  it.each([
    ['fileEmpty', new Uint8Array()],
    ['fileEmpty', new TextEncoder().encode('\uFEFF \r\n')],
    ['fileUnreadable', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 2, 3])],
    ['fileUnreadable', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4])],
    ['fileTooLarge', new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('is told apart: %s', async (reason, bytes) => {
    expect(await readListFile(bytes)).toEqual({ ok: false, reason })
  })
})
