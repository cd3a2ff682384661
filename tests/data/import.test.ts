import { beforeEach, describe, expect, test } from 'vitest'
import { noChoices, type ImportPlan } from '../../src/shared/portable/importMembers.ts'
import { membershipIdOf } from '../../src/shared/std/ids.ts'
import { aChange, aGroup, aMembership, aPerson, aSession, aSignIn, idFor, sessionId, stampAt, thursday, which } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const groupId = idFor('Walk and Talk')
const walk = which('Walk and Talk')
const known: Known = {
  group: [aGroup('Walk and Talk'), aGroup('Pain Café')],
  person: [
    aPerson('Jean Oakes', { bornOn: '1950-12-31' }),
    aPerson('Ray Oakes', { bornOn: '1948-02-29' }),
    aPerson('Ewa Nowak', { bornOn: '1955-05-05' }),
  ],
  membership: [aMembership('Walk and Talk', 'Ray Oakes'), aMembership('Walk and Talk', 'Ewa Nowak', { endedOn: '2026-01-01' })],
}
const csv =
  'Name,DOB,Phone,Emergency contact,Emergency phone\nPrakash,,01632 960003,Mina,07700 900002\nNisha Kaur,1/1/1960,,,\nJean Oakes,31/12/1950,,,\nRay Oakes,29/02/1948,,,\nEwa Nowak,5/5/1955,,,\nNobody,32/1/1960,,,\n'

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith(known)
})
const planned = (text = csv): Promise<ImportPlan> => laptop.view('importPlan', { csv: text, groupId, choices: noChoices })
const goodRows = (plan: ImportPlan) => plan.rows.flatMap((row) => row.person ?? [])
const doImport = async (text?: string) => laptop.does('importMembers', { groupId, since: thursday, people: goodRows(await planned(text)) })
const members = async () => (await laptop.view('group', { groupId }))?.people.map((one) => one.name)
const undoView = (importId: string) => laptop.view('importUndo', { importId })
const idOf = async (name: string) => (await laptop.view('people', { text: name, most: 1 })).shown[0]!.personId

describe('an import', () => {
  test('is planned against who is here, without writing anything', async () => {
    const plan = await planned()
    expect([plan.counts, plan.rows.map((row) => [row.line, row.name, row.what, row.problem])]).toEqual([
      { add: 2, join: 2, more: 0, already: 1, maybe: 0, reject: 1, noted: 0 },
      [
        [2, 'Prakash', 'add', null],
        [3, 'Nisha Kaur', 'add', null],
        [4, 'Jean Oakes', 'join', null],
        [5, 'Ray Oakes', 'already', 'alreadyMember'],
        [6, 'Ewa Nowak', 'join', null],
        [7, 'Nobody', 'reject', 'birthDateUnreadable'],
      ],
    ])
    expect([laptop.host.journal.length, await members()]).toEqual([0, ['Ray Oakes']])
  })

  test('is one act: people, contacts and memberships, whole', async () => {
    expect(await doImport()).toMatchObject({ added: 2, joined: 4 })
    expect([
      await members(),
      laptop.host.journal.length,
      (await laptop.view('surgery', null)).waiting.map((act) => [act.command, act.changes]),
    ]).toEqual([['Nisha Kaur', 'Ewa Nowak', 'Jean Oakes', 'Ray Oakes', 'Prakash'], 1, [['importMembers', 7]]])
    expect((await laptop.view('person', { personId: await idOf('Prakash') }))?.contacts.map((one) => [one.name, one.phone.value])).toEqual([
      ['Mina', '07700 900 002'],
    ])
  })

  test('that the disk has no room for is not there at all', async () => {
    const people = goodRows(await planned())
    laptop.host.journalTrouble = 'diskFull'
    expect(await laptop.run('importMembers', { groupId, since: thursday, people })).toEqual({
      ok: false,
      reason: 'diskFull',
    })
    expect(await members()).toEqual(['Ray Oakes'])
  })

  test('repeated adds nobody twice', async () => {
    await doImport()
    const again = await planned()
    expect(again.counts).toEqual({ add: 0, join: 0, more: 0, already: 5, maybe: 0, reject: 1, noted: 0 })
  })

  test('of names alone, repeated, says who is maybe there already and adds them only when they are ticked', async () => {
    await doImport('Name\nPrakash\n')
    const again = await planned('Name\nPrakash\n')
    expect([again.counts.add, again.rows.map((row) => [row.what, row.problem, row.person])]).toEqual([0, [['maybe', 'maybeSame', null]]])
    const ticked = await laptop.view('importPlan', { csv: 'Name\nPrakash\n', groupId, choices: { ...noChoices, also: [2] } })
    await laptop.does('importMembers', { groupId, since: thursday, people: goodRows(ticked) })
    expect(await members()).toEqual(['Ray Oakes', 'Prakash', 'Prakash'])
  })

  test('of people who are known fills what is empty, offers the rest, and is done once', async () => {
    await doImport('Name,Phone\nJoan Keeling,07700 900361\n')
    const more = 'Name,Phone,DOB,Emergency contact,Emergency phone,Alerts\nJoan Keeling,07700 900361,04/02/1946,Susan Keeling,07700 900363,Diabetic\n'
    expect((await planned(more)).counts).toMatchObject({ add: 0, more: 1, already: 0 })
    expect(await doImport(more)).toMatchObject({ added: 0, joined: 0, filled: 1 })
    const joan = await laptop.view('person', { personId: await idOf('Joan Keeling') })
    expect([joan?.bornOn, joan?.alerts, joan?.contacts.map((one) => one.name)]).toEqual(['1946-02-04', ['Diabetic'], ['Susan Keeling']])
    const other = await planned(more.replace('Diabetic', 'EpiPen').replace('07700 900363', '07700 900999'))
    expect(other.rows.map((row) => [row.what, row.person, row.differs.map((one) => one.field)])).toEqual([['more', null, ['alerts', 'contact']]])
    expect((await planned(more)).counts).toMatchObject({ more: 0, already: 1 })
  })

  test('keeps a contact of whom the list has no number, and goes on asking for one', async () => {
    await doImport('Name,Emergency contact\nHilda Marsh,Susan (daughter)\n')
    const hilda = await laptop.view('person', { personId: await idOf('Hilda Marsh') })
    expect([hilda?.contacts.map((one) => [one.name, one.relationship, one.phone.value]), hilda?.missing]).toEqual([
      [['Susan', 'daughter', '']],
      expect.arrayContaining(['emergencyContact']),
    ])
  })

  test('keeps a long note whole, on the page of the person', async () => {
    const long = 'Takes warfarin, carries a card in the left coat pocket. '.repeat(30).trim()
    await doImport(`Name,Medical\nHilda Marsh,"${long}"\n`)
    const hilda = await laptop.view('person', { personId: await idOf('Hilda Marsh') })
    expect(hilda?.notes.map((one) => one.text)).toEqual([`From the imported list\nMedical: ${long}`])
  })

  test('of 5,000 rows is written at once and sent in batches, to the last', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `Person Number${at},${1 + (at % 28)}/${1 + (at % 12)}/1950`)
    const parts: number[] = []
    const { writing } = laptop.laptop.store
    const { onCount } = writing
    writing.onCount = () => {
      onCount()
      parts.push(writing.part ?? 2)
    }
    await doImport(['Name,DOB', ...rows].join('\n'))
    const status = async () => (await laptop.view('status', null)).pending
    expect([await status(), (await laptop.view('group', { groupId }))?.members]).toEqual([10_000, 5_001])
    expect([parts.length, parts.at(-1), parts.every((part, at) => part > (parts[at - 1] ?? 0))]).toEqual([101, 2, true]) // counted to the end, and then no more
    await laptop.exchange()
    expect([await status(), laptop.surgery.received.length]).toEqual([0, 10_000])
  })
})

describe('undoing an import', () => {
  test('takes back its people and memberships, and nobody else’s', async () => {
    const { importId } = await doImport()
    const view = await undoView(importId)
    expect([view?.people.length, view?.memberships.length, view?.touched]).toEqual([2, 4, []])
    await laptop.does('undoImport', { people: view!.people, memberships: view!.memberships, endedOn: thursday })
    expect([await members(), (await laptop.view('people', { text: '', most: 9 })).shown.map((one) => one.name), await undoView(importId)]).toEqual([
      ['Ray Oakes'],
      ['Ewa Nowak', 'Jean Oakes', 'Ray Oakes'],
      null,
    ])
  })

  test('is offered on the group’s page for a month, with how many are left of it', async () => {
    const { importId } = await doImport()
    const imports = async () => (await laptop.view('group', { groupId }))?.imports
    expect(await imports()).toEqual([{ importId, on: thursday, people: 4 }])
    laptop.ports.time += 31 * 86_400_000
    await laptop.exchange()
    laptop.laptop.context.touched({ records: new Set(), keys: [] })
    expect(await imports()).toEqual([])
    laptop.ports.time -= 31 * 86_400_000
    const view = await undoView(importId)
    await laptop.does('undoImport', { people: view!.people, memberships: view!.memberships, endedOn: thursday })
    expect(await imports()).toEqual([])
  })

  test('after it was sent and brought back by a restart is the same', async () => {
    const { importId } = await doImport()
    await laptop.exchange()
    await laptop.restart()
    expect([(await undoView(importId))?.people.length, (await undoView(importId))?.memberships.length]).toEqual([2, 4])
  })

  test.each([
    [
      'signed in',
      async (personId: string) => {
        await laptop.does('signInPerson', { session: walk, personId })
      },
    ],
    [
      'written about',
      async (personId: string) => {
        await laptop.does('addNote', { aboutId: personId, text: 'Knee' })
      },
    ],
    [
      'edited',
      async (personId: string) => {
        await laptop.does('editPerson', { personId, fields: { practice: 'Larkfield' } })
      },
    ],
    [
      'given another number',
      async (personId: string) => {
        await laptop.does('editPerson', { personId, fields: { phone: '01632 960009' } })
      },
    ],
    [
      'given a contact',
      async (personId: string) => {
        await laptop.does('addEmergencyContact', { personId, name: 'Karen', phone: '07700 900001' })
      },
    ],
    [
      'marked absent',
      async (personId: string) => {
        await laptop.does('markPerson', { session: walk, personId, state: 'absent' })
      },
    ],
    [
      'asked about their health',
      async (personId: string) => {
        await laptop.does('declareHealth', { personId, answers: {}, outcome: 'takingPart', signedAs: 'Prakash' })
      },
    ],
    [
      'named in an incident',
      async (personId: string) => {
        await laptop.does('reportIncident', {
          session: walk,
          kind: 'fall',
          happenedAt: '2026-10-22T09:45:00Z',
          personIds: [personId],
          what: 'Slipped',
          ambulance: false,
        })
      },
    ],
    [
      'put into another group',
      async (personId: string) => {
        await laptop.does('addMember', { groupId: idFor('Pain Café'), personId, since: thursday })
      },
    ],
  ])('leaves who has been %s since, and lists them', async (_what, touch) => {
    const { importId } = await doImport()
    laptop.ports.set('10:45')
    const prakash = await idOf('Prakash')
    await touch(prakash)
    const view = await undoView(importId)
    expect([
      view?.touched,
      view?.people.includes(prakash),
      view?.memberships.includes(membershipIdOf(groupId, prakash)),
      view?.people.length,
    ]).toEqual([[{ personId: prakash, name: 'Prakash' }], false, false, 1])
  })

  test.each([
    ['card', (personId: string) => ({ personId, token: 'bcdfghjkmnpqrstv', madeAt: '2026-10-22T09:45:00Z', byId: idFor('Tom Ashby') })],
    ['rotaDuty', (personId: string) => ({ sessionId: sessionId(walk), personId, role: 'leader', state: 'asked' })],
    ['companion', (personId: string) => ({ sessionId: sessionId(walk), withId: personId, kind: 'guest', number: 1 })],
    ['headCount', (personId: string) => ({ sessionId: sessionId(walk), moment: 'back', counted: 3, expected: 4, missingIds: [personId] })],
    ['sessionCall', (personId: string) => ({ sessionId: sessionId(walk), personId, how: 'reached' })],
    ['kioskRequest', (personId: string) => ({ sessionId: sessionId(walk), personId, kind: 'help' })],
    ['concern', (personId: string) => ({ personId, what: 'Bruises', told: 'Nisha' })],
  ] as const)('leaves who is named in a %s since', async (record, fieldsOf) => {
    laptop = await laptopWith({ ...known, session: [aSession(walk)] })
    const { importId } = await doImport()
    await laptop.exchange()
    const prakash = await idOf('Prakash')
    const from = { stamp: stampAt('10:45', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') }
    laptop.surgery.tells(aChange(record, idFor('a row'), { at: '2026-10-22T09:45:00Z', byId: idFor('Nisha Kaur'), ...fieldsOf(prakash) }, from))
    await laptop.exchange()
    expect((await undoView(importId))?.touched.map((one) => one.name)).toEqual(['Prakash'])
  })

  test('lists who was touched on another laptop', async () => {
    const { importId } = await doImport()
    await laptop.exchange()
    const prakash = await idOf('Prakash')
    laptop.surgery.tells(
      aChange('person', prakash, { practice: 'Larkfield' }, { stamp: stampAt('10:45', 'Nisha’s laptop'), device: idFor('Nisha’s laptop') }),
    )
    await laptop.exchange()
    expect((await undoView(importId))?.touched.map((one) => one.name)).toEqual(['Prakash'])
  })

  test('ends the membership of somebody known before, however long they had been coming elsewhere', async () => {
    const past = which('Pain Café', '2026-10-15')
    laptop = await laptopWith({
      ...known,
      session: [aSession(past), aSession(which('Walk and Talk', '2025-10-16'))],
      signIn: [
        aSignIn('Jean Oakes', '10:30', { sessionId: sessionId(past) }),
        aSignIn('Ewa Nowak', '10:30', { sessionId: sessionId(which('Walk and Talk', '2025-10-16')) }),
      ],
    })
    const { importId } = await doImport()
    const view = await undoView(importId)
    expect([
      view?.touched,
      view?.memberships.includes(membershipIdOf(groupId, idFor('Jean Oakes'))),
      view?.memberships.includes(membershipIdOf(groupId, idFor('Ewa Nowak'))),
      view?.people.includes(idFor('Jean Oakes')),
    ]).toEqual([[], true, true, false])
  })

  test('leaves the membership of somebody known before who has come to the group since', async () => {
    const { importId } = await doImport()
    laptop.ports.set('10:45')
    await laptop.does('signInPerson', { session: walk, personId: idFor('Jean Oakes') })
    await laptop.does('editPerson', { personId: idFor('Ewa Nowak'), fields: { practice: 'Larkfield' } })
    const view = await undoView(importId)
    expect([view?.touched, view?.memberships.includes(membershipIdOf(groupId, idFor('Ewa Nowak')))]).toEqual([
      [{ personId: idFor('Jean Oakes'), name: 'Jean Oakes' }],
      true,
    ])
  })

  test('of an import nobody knows is nothing', async () => {
    expect(await undoView(idFor('none'))).toBeNull()
  })
})
