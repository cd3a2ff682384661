import { describe, expect, test } from 'vitest'
import { byName, firstName, kioskName, nameOf, sortName } from '../../../src/shared/rules/names.ts'
import { nicknamesOf } from '../../../src/shared/rules/nicknames.ts'
import { missingPieces } from '../../../src/shared/rules/missing.ts'
import { belongs } from '../../../src/shared/rules/belongs.ts'
import { mayWrite } from '../../../src/shared/rules/policies.ts'
import { recordNames } from '../../../src/shared/records/index.ts'
import { aPerson } from '../../support/builders.ts'

describe('names', () => {
  test.each([
    [{ givenName: 'Margaret', familyName: 'Ellison', knownAs: 'Peggy' }, 'Peggy Ellison', 'Peggy E.', 'ellison margaret'],
    [{ givenName: 'Prakash' }, 'Prakash', 'Prakash', 'prakash prakash'],
    [{ givenName: 'Prakash', familyName: '' }, 'Prakash', 'Prakash', 'prakash prakash'],
    [{ givenName: 'Prakash', familyName: '  ', knownAs: ' ' }, 'Prakash', 'Prakash', 'prakash prakash'],
    [{ givenName: 'Łucja', familyName: 'S\u0301cibor' }, 'Łucja S\u0301cibor', 'Łucja Ś.', 'scibor lucja'],
    [{ givenName: 'Siân', familyName: '𝒜dams' }, 'Siân 𝒜dams', 'Siân 𝒜.', 'adams sian'],
    [{ givenName: 'Kate', familyName: 'O’Brien' }, 'Kate O’Brien', 'Kate O.', 'obrien kate'],
  ])('%j', (person, name, kiosk, sort) => {
    expect([nameOf(person), kioskName(person), sortName(person)]).toEqual([name, kiosk, sort])
  })

  test('a kiosk shows one letter of the family name and never more', () => {
    expect(kioskName({ givenName: 'Anne', familyName: 'de la Tour' })).toBe('Anne d.')
  })

  test('of colleagues are shortened to the first word', () => {
    expect(['Tom Ashby', ' Priya  Nair', 'Jo', ''].map(firstName)).toEqual(['Tom', 'Priya', 'Jo', ''])
  })

  test('of groups sort as people look for them, and never jump', () => {
    const names = ['Zumba', 'buggy Talk', 'Élan', 'Walk and Talk', 'Walk and Talk'].map((name, at) => ({
      name,
      id: `${9 - at}`,
    }))
    expect([...names].sort(byName)).toEqual([...names].reverse().sort(byName))
    expect([...names].sort(byName).map((one) => one.name)).toEqual(['buggy Talk', 'Élan', 'Walk and Talk', 'Walk and Talk', 'Zumba'])
  })

  test('people answer to others, both ways, and never to themselves', () => {
    expect(nicknamesOf('margaret')).toEqual(expect.arrayContaining(['peggy', 'maggie']))
    expect(nicknamesOf('peggy')).toEqual(expect.arrayContaining(['margaret']))
    expect(nicknamesOf('pat')).toEqual(expect.arrayContaining(['patricia', 'patrick', 'paddy']))
    expect([nicknamesOf('pat').includes('pat'), nicknamesOf('xanthippe'), nicknamesOf('constructor')]).toEqual([false, [], []])
  })
})

describe('what is still missing', () => {
  const full = aPerson('Jean Oakes', {
    bornOn: '1950-12-31',
    phone: '01632 960001',
    address: { postcode: 'CV11' },
    practice: 'Larkfield Surgery',
  })

  test('is nothing of somebody complete', () => {
    expect(missingPieces(full, 1, 'lead')).toEqual([])
  })

  test('is everything but the name of a walk-in, in the order of the form', () => {
    expect(missingPieces(aPerson('Prakash'), 0, 'lead')).toEqual(['familyName', 'birth', 'phone', 'postcode', 'practice', 'emergencyContact'])
  })

  test('does not count a birth date somebody would rather not say, nor an age band', () => {
    expect(missingPieces({ ...full, bornOn: null }, 1, 'lead')).toEqual([])
    const { bornOn: _, ...noDate } = full
    expect(missingPieces({ ...noDate, ageBand: '70 to 79' }, 1, 'lead')).toEqual([])
  })

  test('never includes what does not go to this laptop', () => {
    expect(missingPieces(aPerson('Prakash'), 0, 'facilitator')).toEqual(['familyName', 'birth', 'phone', 'practice', 'emergencyContact'])
  })
})

describe('who may write what', () => {
  const named = [
    'team',
    'colleague',
    'device',
    'person',
    'emergencyContact',
    'venue',
    'group',
    'membership',
    'session',
    'signIn',
    'headCount',
    'note',
  ]
  const ofLeads: readonly string[] = ['retention', 'erasure', 'boardReport', 'listSize', 'deprivation'] // how long a record is kept, and what the board reads, is theirs alone
  const ofCases = recordNames.filter((name) => (belongs[name].by === 'case' || name === 'introduction') && !ofLeads.includes(name)) // nothing of a case is written at the door
  const atTheDoor = recordNames.filter((name) => !named.includes(name) && !ofCases.includes(name) && !ofLeads.includes(name)) // every other one happens at a session
  const may = (role: Parameters<typeof mayWrite>[0]) => new Set(recordNames.filter((record) => mayWrite(role, record)))

  test('facilitators write what happens at the door', () => {
    expect(may('facilitator')).toEqual(new Set(['person', 'emergencyContact', 'membership', 'session', 'signIn', 'headCount', 'note', ...atTheDoor]))
  })

  test('link workers also make groups and places', () => {
    expect(may('linkWorker')).toEqual(
      new Set(['person', 'emergencyContact', 'venue', 'group', 'membership', 'session', 'signIn', 'headCount', 'note', ...atTheDoor, ...ofCases]),
    )
  })

  test('the lead also decides about team and colleagues; devices are the server’s alone', () => {
    expect(may('lead')).toEqual(
      new Set([
        'team',
        'colleague',
        'person',
        'emergencyContact',
        'venue',
        'group',
        'membership',
        'session',
        'signIn',
        'headCount',
        'note',
        ...atTheDoor,
        ...ofCases,
        ...ofLeads,
      ]),
    )
  })
})
