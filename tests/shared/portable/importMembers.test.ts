import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessColumns, importColumns } from '../../../src/shared/portable/headings.ts'
import { noChoices, planImport, type ImportPlan, type Known, type PlannedRow } from '../../../src/shared/portable/importMembers.ts'
import { importProblems } from '../../../src/shared/portable/readPerson.ts'
import { fieldsAreValid } from '../../../src/shared/changes/entity.ts'
import { anyText, naughtyStrings } from '../../support/arbitraries.ts'
import { aPerson } from '../../support/builders.ts'
import { busyFor } from '../../support/cpu.ts'

const today = '2026-10-22'
const nobody: Known = { people: [], memberIds: new Set() }
const plan = (csv: string, known = nobody) => planImport(csv, noChoices, known, today)
const fieldsOf = (made: ImportPlan) => made.rows.map((row) => row.person?.fields)
const outcome = (row: PlannedRow) => [row.line, row.what, row.problem]
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('headings', () => {
  test.each([
    ['First name,Surname,DOB,Mobile,Post code', ['givenName', 'familyName', 'bornOn', 'phone', 'postcode']],
    ['FORENAME,Last Name,D.O.B.,Telephone number,Postcode', ['givenName', 'familyName', 'bornOn', 'phone', 'postcode']],
    ['Given names,Family-name,Date of Birth (dd/mm/yyyy),Tel. no.,Post Code', ['givenName', 'familyName', 'bornOn', 'phone', 'postcode']],
    ['Full name,Birth date,Phone,E-mail address,GP surgery', ['name', 'bornOn', 'phone', 'email', 'practice']],
    ['Participant name,Born,Home phone,Email,Registered GP', ['name', 'bornOn', 'phone', 'email', 'practice']],
    ['Member,Known as,Address line 1,Town/City,Medical notes', ['name', 'knownAs', 'addressLines', 'town', 'alerts']],
    ['Name,Emergency contact,Relationship,Emergency phone', ['name', 'contactName', 'contactRelationship', 'contactPhone']],
    ['Name,Next of kin,Relation to you,Next of Kin Tel No', ['name', 'contactName', 'contactRelationship', 'contactPhone']],
    ['Name,ICE name,ICE number', ['name', 'contactName', 'contactPhone']],
    ['Contact name,Contact phone,Phone,Name', ['contactName', 'contactPhone', 'phone', 'name']],
  ])('are guessed: %s', (headings, columns) => {
    const expected = Object.fromEntries(columns.map((column, at) => [column, at]))
    expect(guessColumns(headings.split(','))).toEqual(expected)
  })

  test('a contact number alone is the person’s own, not whom to ring in an emergency', () => {
    expect(guessColumns(['Name', 'Contact number'])).toEqual({ name: 0, phone: 1 })
    expect(guessColumns(['Name', 'Mobile', 'Contact number'])).toEqual({ name: 0, phone: 1 })
  })

  test('a number of something is no phone', () => {
    expect(guessColumns(['Number of sessions', 'Name', 'NHS number'])).toEqual({ name: 1 })
  })

  test('the first that fits wins, and what nobody knows is left alone', () => {
    expect(guessColumns(['Name', 'Phone', 'Phone 2', 'Phone 3', 'Shoe size', '', '👟'])).toEqual({ name: 0, phone: 1, otherPhone: 2 })
  })

  test('may be corrected by hand', () => {
    expect(fieldsOf(planImport('Who,Ring\nJean,01632 960001', { ...noChoices, columns: { name: 0, phone: 1 } }, nobody, today))).toEqual([
      { givenName: 'Jean', phone: '01632 960 001' },
    ])
  })

  test('are all on the list of columns', () => {
    expect(new Set(importColumns).size).toBe(importColumns.length)
  })
})

describe('a list of members', () => {
  test('is read whole', () => {
    const csv =
      'First name,Surname,Known as,DOB,Phone,Email,Address,Town,Postcode,GP,Emergency contact,Relationship,Emergency phone,Alerts\n' +
      'Margaret,Ellison,Peggy,31/12/1950,+44 1632 960001,peg@example.org,1 Alder Way,Nuneaton,cv115tw,Larkfield,Karen,daughter,07700 900001,Inhaler; Knee: short route\n'
    expect(plan(csv)).toMatchObject({
      headers: [
        'First name',
        'Surname',
        'Known as',
        'DOB',
        'Phone',
        'Email',
        'Address',
        'Town',
        'Postcode',
        'GP',
        'Emergency contact',
        'Relationship',
        'Emergency phone',
        'Alerts',
      ],
      columns: {
        givenName: 0,
        familyName: 1,
        knownAs: 2,
        bornOn: 3,
        phone: 4,
        email: 5,
        addressLines: 6,
        town: 7,
        postcode: 8,
        practice: 9,
        contactName: 10,
        contactRelationship: 11,
        contactPhone: 12,
        alerts: 13,
      },
      rows: [
        {
          line: 2,
          name: 'Margaret Ellison',
          what: 'add',
          problem: null,
          cells: [
            'Margaret',
            'Ellison',
            'Peggy',
            '31/12/1950',
            '+44 1632 960001',
            'peg@example.org',
            '1 Alder Way',
            'Nuneaton',
            'cv115tw',
            'Larkfield',
            'Karen',
            'daughter',
            '07700 900001',
            'Inhaler; Knee: short route',
          ],
          person: {
            line: 2,
            contacts: [{ name: 'Karen', phone: '07700 900 001', relationship: 'daughter' }],
            fields: {
              givenName: 'Margaret',
              familyName: 'Ellison',
              knownAs: 'Peggy',
              bornOn: '1950-12-31',
              phone: '01632 960 001',
              email: 'peg@example.org',
              practice: 'Larkfield',
              address: { lines: '1 Alder Way', town: 'Nuneaton', postcode: 'CV11 5TW' },
              alerts: ['Inhaler', 'Knee: short route'],
            },
          },
        },
      ],
      counts: { add: 1, join: 0, already: 0, reject: 0 },
    })
  })

  test.each([
    ['Margaret Ellison', { givenName: 'Margaret', familyName: 'Ellison' }],
    ['Ellison, Margaret', { givenName: 'Margaret', familyName: 'Ellison' }],
    ['Anne de la Tour', { givenName: 'Anne', familyName: 'de la Tour' }],
    ['Prakash', { givenName: 'Prakash' }],
    ['  Jean   Oakes ', { givenName: 'Jean', familyName: 'Oakes' }],
    ['Oakes,', { givenName: 'Oakes' }],
  ])('whose names stand in one column: %j', (name, fields) => {
    expect(fieldsOf(plan(`Name\n${quoted(name)}\n`))).toEqual([fields])
  })

  test('needs nothing but a name', () => {
    expect(fieldsOf(plan('First name,Surname,Phone\nJean,,\n,Oakes,\n'))).toEqual([{ givenName: 'Jean' }, { givenName: 'Oakes' }])
  })

  test.each([
    ['commas', 'Name,Phone\nJean,01632 960001\n'],
    ['semicolons', 'Name;Phone\nJean;01632 960001\n'],
    ['tabs', 'Name\tPhone\nJean\t01632 960001\n'],
    ['bars', 'Name|Phone\nJean|01632 960001\n'],
    ['semicolons, and commas in a heading', 'Name;Phone;Address, town\nJean;01632 960001;\n'],
    ['commas, and semicolons in a quoted heading', '"Name","Phone","Alerts; one; two; three"\nJean,01632 960001\n'],
    ['a blank first column', ',Name,Phone\n,Jean,01632 960001\n'],
    ['Windows line ends', 'Name,Phone\r\nJean,01632 960001\r\n'],
    ['old Mac line ends', 'Name,Phone\rJean,01632 960001\r'],
    ['a byte order mark', '\ufeffName,Phone\nJean,01632 960001'],
    ['quotes round everything', '"Name","Phone"\n"Jean","01632 960001"'],
    ['spaces round everything', ' Name , Phone \n Jean , 01632 960001 '],
    ['rows longer than the header', 'Name,Phone\nJean,01632 960001,,,\n'],
  ])('comes with %s', (_with, csv) => {
    expect(fieldsOf(plan(csv))).toEqual([{ givenName: 'Jean', phone: '01632 960 001' }])
  })

  test('keeps line breaks and quotes within a cell', () => {
    expect(fieldsOf(plan('Name,Address\n"Jean","1 Alder Way\nThe ""Old"" Mill"\n'))).toEqual([
      { givenName: 'Jean', address: { lines: '1 Alder Way\nThe "Old" Mill' } },
    ])
  })

  test('keeps what looks like a formula as the text it is', () => {
    expect(fieldsOf(plan('First name,Surname\n=1+1,@SUM(A1)\n-cmd|calc,+44\n'))).toEqual([
      { givenName: '=1+1', familyName: '@SUM(A1)' },
      { givenName: '-cmd|calc', familyName: '+44' },
    ])
  })

  test('of nothing, or of a header alone, is empty', () => {
    const none = { rows: [], counts: { add: 0, join: 0, already: 0, reject: 0 } }
    expect([plan(''), plan('\n\n'), plan('Name,Phone\n')]).toMatchObject([
      { headers: [], columns: {}, ...none },
      { headers: [], columns: {}, ...none },
      { headers: ['Name', 'Phone'], columns: { name: 0, phone: 1 }, ...none },
    ])
  })
})

describe('rows that cannot be imported', () => {
  test('are named by the line that a spreadsheet shows, blank rows counted', () => {
    const csv = 'Name,DOB,Phone\nJean,31/12/1950,\n,,\n\nRay,31/02/1950,\n"Nisha\nKaur",,12\n,,01632 960001\n'
    expect(plan(csv).rows.map(outcome)).toEqual([
      [2, 'add', null],
      [5, 'reject', 'birthDateUnreadable'],
      [6, 'reject', 'phoneUnreadable'],
      [7, 'reject', 'noName'],
    ])
  })

  test('a header that is not on the first line is found, and lines are counted from the top', () => {
    expect(plan('\n,,\nName,Phone\nJean,01632 960001\n').rows.map(outcome)).toEqual([[4, 'add', null]])
  })

  test.each([
    ['noName', 'Name,Phone\n,01632 960001'],
    ['birthDateUnreadable', 'Name,DOB\nJean,over 60'],
    ['birthDateUnreadable', 'Name,DOB\nJean,01/01/1900'],
    ['birthDateUnreadable', 'Name,DOB\nJean,23/10/2026'],
    ['phoneUnreadable', 'Name,Phone\nJean,4.477E+11'],
    ['phoneUnreadable', 'Name,Emergency phone\nJean,ask Karen'],
    ['postcodeUnreadable', 'Name,Postcode\nJean,Nuneaton'],
    ['tooLong', `Name,Practice\nJean,${'x'.repeat(201)}`],
    ['tooLong', `First name,Surname\nJean,${'x'.repeat(101)}`],
    ['tooLong', `Name,Address\nJean,${'x'.repeat(301)}`],
    ['tooLong', `Name,Town\nJean,${'x'.repeat(101)}`],
    ['tooLong', `Name,Emergency contact,Relationship,Emergency phone\nJean,Karen,${'x'.repeat(101)},07700 900001`],
  ])('%s', (problem, csv) => {
    const made = plan(csv)
    expect([made.rows.map((row) => [row.what, row.problem, row.person]), made.counts.reject]).toEqual([[['reject', problem, null]], 1])
    expect(importProblems).toContain(problem)
  })

  test('what fits a field is not too long', () => {
    expect(plan(`Name,Practice,Email\nJean,${'x'.repeat(200)},${'x'.repeat(200)}`).rows.map(outcome)).toEqual([[2, 'add', null]])
  })

  test('do not take the others with them', () => {
    expect(plan('Name,DOB\nJean,1/2/1950\nRay,rubbish\nNisha,3/4/1960').counts).toMatchObject({
      add: 2,
      join: 0,
      already: 0,
      reject: 1,
    })
  })

  test('say nothing half: a planned person would pass at the surgery, whatever the cells hold', () => {
    const cells = fc.array(fc.array(fc.oneof(anyText, fc.string({ maxLength: 400, minLength: 100 })), { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(cells, (rows) => {
        const csv = ['First name,Surname,Practice,Address,Alerts,Email', ...rows.map((row) => row.map(quoted).join(','))].join('\n')
        for (const { person } of plan(csv).rows) {
          if (person) expect([fieldsAreValid('person', person.fields), JSON.stringify(person.fields).isWellFormed()]).toEqual([true, true])
        }
      }),
    )
  })
})

describe('the same person', () => {
  const jean = aPerson('Jean Oakes', { bornOn: '1950-12-31', phone: '01632 960001' })
  const known: Known = {
    people: [
      jean,
      aPerson('Ray Oakes', { phone: '01632 960001' }),
      aPerson('Gone Girl', { bornOn: '1950-12-31', removedBecause: 'added by mistake' }),
    ],
    memberIds: new Set(),
  }

  test.each([
    ['by name and birth date', 'Jean Oakes,31.12.50,'],
    ['by name and phone, however it is written', 'Jean Oakes,,+44 1632 960 001'],
    ['whatever the case, accents and hyphens', 'jean oákes,31/12/1950,'],
  ])('is known %s', (_by, line) => {
    const [row] = plan(`Name,DOB,Phone\n${line}`, known).rows
    expect([row?.what, row?.person?.knownId]).toEqual(['join', jean.id])
  })

  test('is not known by the name alone', () => {
    expect(plan('Name\nJean Oakes', known).rows.map(outcome)).toEqual([[2, 'add', null]])
  })

  test('is not known by the phone alone: a couple shares it', () => {
    expect(plan('Name,Phone\nKaren Oakes,01632 960001', known).rows.map(outcome)).toEqual([[2, 'add', null]])
  })

  test('is not a father of the same name and phone with another birth date', () => {
    expect(plan('Name,DOB,Phone\nJean Oakes,1/1/1920,01632 960001', known).rows.map((row) => [row.what, row.person?.knownId])).toEqual([
      ['add', undefined],
    ])
    expect(plan('Name,DOB,Phone\nJohn Day,1/1/1950,01632 960009\nJohn Day,1/1/1980,01632 960009').counts).toMatchObject({
      add: 2,
      join: 0,
      already: 0,
      reject: 0,
    })
  })

  test('was removed and is known no more', () => {
    expect(plan('Name,DOB\nGone Girl,31/12/1950', known).rows.map(outcome)).toEqual([[2, 'add', null]])
  })

  test('is a member already', () => {
    expect(
      plan('Name,DOB\nJean Oakes,31/12/1950', { ...known, memberIds: new Set([jean.id]) }).rows.map((row) => [outcome(row), row.person]),
    ).toEqual([[[2, 'already', 'alreadyMember'], null]])
  })

  test('stands twice in the file', () => {
    expect(
      plan('Name,DOB,Phone\nJean Oakes,31/12/1950,\nJean  OAKES,31.12.1950,01632 960001\nJean Oakes,,01632 960001\nJean Oakes,,').rows.map(outcome),
    ).toEqual([
      [2, 'add', null],
      [3, 'reject', 'twiceInFile'],
      [4, 'maybe', 'maybeTwice'],
      [5, 'maybe', 'maybeTwice'],
    ])
  })
})

describe('a long list', () => {
  test('of 5,000 rows against 10,000 people is planned while one looks', async () => {
    const people = Array.from({ length: 10_000 }, (_, at) => aPerson(`Person Number${at}`, { bornOn: '1950-12-31' }))
    const csv = ['Name,DOB', ...Array.from({ length: 5_000 }, (_, at) => `Person Number${at * 2},31/12/1950`)].join('\n')
    const { ms, value } = await busyFor(() => plan(csv, { people, memberIds: new Set() }))
    expect(value.counts).toMatchObject({ add: 0, join: 5_000, already: 0, reject: 0 })
    expect(ms).toBeLessThan(3_000)
  })

  test('of people who share one name takes no longer', async () => {
    const csv = ['Name,DOB', ...Array.from({ length: 5_000 }, (_, at) => `Jean Oakes,${1 + (at % 28)}/${1 + (at % 12)}/${1920 + (at % 80)}`)].join(
      '\n',
    )
    expect((await busyFor(() => plan(csv))).ms).toBeLessThan(3_000)
  })

  test('of any cells at all is planned without breaking', () => {
    for (const text of naughtyStrings)
      expect(plan(`Name,DOB,Phone,Postcode\n${[text, text, text, text].map(quoted).join(',')}`).rows.length).toBeLessThanOrEqual(1)
  })
})
