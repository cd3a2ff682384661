import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PeopleSearch, type Ranking } from '../../src/renderer/data/search.ts'
import { marksOf } from '../../src/renderer/data/searchMarks.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { anyText, naughtyStrings } from '../support/arbitraries.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type Known } from '../support/laptop.ts'

const nobody: Ranking = { known: () => [], isMember: () => false, isHere: () => false, came: () => 0 }
const indexOf = (...people: Entity<'person'>[]) => {
  const search = new PeopleSearch()
  search.update(people)
  const names = new Map(people.map((person) => [person.id, [person.givenName, person.familyName].filter(Boolean).join(' ')]))
  return (text: string, ranking = nobody, most = 20) => search.find(text, ranking, most).map((found) => names.get(found.personId))
}

describe('finding somebody', () => {
  const find = indexOf(
    aPerson('Margaret Ellison', { knownAs: 'Peggy', phone: '01632 960144' }),
    aPerson('Jean Oakes', { phone: '+44 7700 900123', nhsNumber: '9990000018' }),
    aPerson('Łucja Zając'),
    aPerson('Kate O’Brien'),
    aPerson('Anne-Marie Smith-Jones'),
    aPerson('William Ford'),
    aPerson('Siân Llŷr'),
    aPerson('Prakash'),
    aPerson('Maria de la Cruz'),
  )

  test.each([
    ['je', ['Jean Oakes']],
    ['J', ['Anne-Marie Smith-Jones', 'Jean Oakes']],
    ['oak', ['Jean Oakes']],
    ['oakes jean', ['Jean Oakes']],
    ['jean oakes', ['Jean Oakes']],
    ['  JEAN  ', ['Jean Oakes']],
    ['je oa', ['Jean Oakes']],
    ['oa je', ['Jean Oakes']],
  ])('by two letters, in any order of words: %j', (text, names) => {
    expect(find(text)).toEqual(names)
  })

  test.each([
    ['zajac', 'Łucja Zając'],
    ['Zając', 'Łucja Zając'],
    ['lucja', 'Łucja Zając'],
    ['sian', 'Siân Llŷr'],
    ['Sia\u0302n', 'Siân Llŷr'],
    ['llyr', 'Siân Llŷr'],
  ])('without accents and with: %j', (text, name) => {
    expect(find(text)).toEqual([name])
  })

  test.each(['obrien', "o'brien", 'o’brien', 'O‘Br', 'oʼb'])('with or without an apostrophe: %j', (text) => {
    expect(find(text)).toEqual(['Kate O’Brien'])
  })

  test.each(['smith', 'jones', 'smith-jones', 'smithjones', 'anne', 'marie', 'annemarie', 'anne-marie jo'])(
    'by either half of a double name, or the whole: %j',
    (text) => {
      expect(find(text)[0]).toBe('Anne-Marie Smith-Jones')
    },
  )

  test.each([
    ['van kirk', 'Bob VanKirk'],
    ['vankirk', 'Bob VanKirk'],
    ['bob van kirk', 'Bob VanKirk'],
    ['van kirk bob', 'Bob VanKirk'],
    ['van ki', 'Bob VanKirk'],
    ['ann marie', 'Annmarie Todd'],
    ['annmarie', 'Annmarie Todd'],
    ['ann marie todd', 'Annmarie Todd'],
    ['mac gregor', 'Rob Macgregor'],
    ['macgregor', 'Rob Macgregor'],
    ['delaney', 'Jo De Laney'],
    ['de laney', 'Jo De Laney'],
    ['mary ann', 'Mary Ann Wood'],
    ['maryann wood', 'Mary Ann Wood'],
    ['maryann', 'Mary Ann Wood'],
    ['van der berg', 'Sam Vanderberg'],
    ['vander berg', 'Sam Vanderberg'],
  ])('whether words are run together or not: %j', (text, name) => {
    const run = indexOf(
      aPerson('Bob VanKirk'),
      aPerson('Annmarie Todd'),
      aPerson('Rob Macgregor'),
      aPerson('Jo De Laney'),
      aPerson('Sam Vanderberg'),
      { id: idFor('Mary Ann'), givenName: 'Mary Ann', familyName: 'Wood' },
    )
    expect(run(text)).toEqual([name])
  })

  test('who is written as it is typed and who is not are both found', () => {
    const both = indexOf(aPerson('Bob VanKirk'), aPerson('Ann Van Kirk'))
    expect(both('van kirk')).toEqual(['Ann Van Kirk', 'Bob VanKirk'])
  })

  test.each([
    ['علی', 'علي'],
    ['علي', 'علی'],
    ['کریم', 'كريم'],
    ['فاطمہ', 'فاطمة'],
    ['فاطمه', 'فاطمہ'],
    ['احمد', 'أحمد'],
    ['مومن', 'مؤمن'],
    ['موسی', 'موسى'],
    ['محمد', 'محـمد'],
  ])('by either form of an Urdu or Arabic letter: %s finds %s', (text, name) => {
    expect(indexOf(aPerson(name))(text)).toEqual([name])
  })

  test.each(['Mar\u00adgaret', '\u200eMargaret', 'Mar\u200bgaret\u200f', '\ufeffMargaret'])('a mark that nobody sees hides no name: %j', (name) => {
    expect(indexOf(aPerson(name))('marg')).toEqual([name])
    expect(indexOf(aPerson('Margaret'))(name)).toEqual(['Margaret'])
  })

  test.each([
    ['peggy', 'Margaret Ellison'],
    ['maggie', 'Margaret Ellison'],
    ['meg', 'Margaret Ellison'],
    ['bill', 'William Ford'],
    ['bill ford', 'William Ford'],
    ['liam', 'William Ford'],
  ])('by what they are called: %j', (text, name) => {
    expect(find(text)).toEqual([name])
  })

  test.each([
    ['144', 'Margaret Ellison'],
    ['0144', 'Margaret Ellison'],
    ['960144', 'Margaret Ellison'],
    ['01632 960 144', 'Margaret Ellison'],
    ['01632', 'Margaret Ellison'],
    ['07700900123', 'Jean Oakes'],
    ['+44 7700 900123', 'Jean Oakes'],
    ['+447700900123', 'Jean Oakes'],
    ['7700900123', 'Jean Oakes'],
    ['0123', 'Jean Oakes'],
    ['jean 0123', 'Jean Oakes'],
    ['0123 oak', 'Jean Oakes'],
  ])('by a phone or its end: %j', (text, name) => {
    expect(find(text)).toEqual([name])
  })

  test.each([
    ['9990000018', ['Jean Oakes']],
    ['999 000 0018', ['Jean Oakes']],
    ['oakes 999 000 0018', ['Jean Oakes']],
    ['9990000026', []],
    ['99900000', []],
  ])('by a whole NHS number, and never by a part of one: %j', (text, names) => {
    expect(find(text)).toEqual(names)
  })

  test.each([
    ['Margret', 'Margaret Ellison'],
    ['elisonn', undefined],
    ['ellisn', 'Margaret Ellison'],
    ['jeen', 'Jean Oakes'],
    ['jeaan', 'Jean Oakes'],
    ['jaen', 'Jean Oakes'],
    ['prakahs', 'Prakash'],
    ['oakse', 'Jean Oakes'],
    ['paces', undefined],
  ])('with one slip of the finger from four letters on, swapped letters among them: %j', (text, name) => {
    expect(find(text)[0]).toBe(name)
  })

  test.each(['jan', 'oax', 'pxa'])('with a slip in three letters nobody is guessed: %j', (text) => {
    expect(find(text)).toEqual([])
  })

  test.each(['', ' ', '-', '…', '👟', '+', '\u202e'])('by nothing finds nobody: %j', (text) => {
    expect(find(text)).toEqual([])
  })

  test('all words must fit', () => {
    expect(find('jean 144')).toEqual([])
    expect([find('jean ellison'), find('jean oakes prakash')]).toEqual([[], []])
  })

  test('is not confused by whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(find(text).length).toBeLessThanOrEqual(9)
      }),
    )
    for (const text of naughtyStrings) expect(find(text).includes(undefined)).toBe(false)
  })

  test('finds whoever is called anything with a letter in it, by the first of it', () => {
    for (const name of naughtyStrings) {
      expect(indexOf(aPerson('x', { givenName: name }))(name).length).toBeLessThanOrEqual(1)
    }
    for (const name of ['Мария', 'محمد', 'מרים', '王秀英', '김민준', 'நிஷா', 'İpek', 'Ｊｅａｎ'])
      expect([name, indexOf(aPerson(name))(name)]).toEqual([name, [name]])
  })
})

describe('the index', () => {
  test('follows a name, a phone and a nickname that change', () => {
    const search = new PeopleSearch()
    const jean = aPerson('Jean Oakes', { phone: '01632 960001' })
    const find = (text: string) => search.find(text, nobody, 9).length
    search.update([jean])
    search.update([{ ...jean, familyName: 'Ellison', phone: '01632 960002', knownAs: 'Nell' }])
    expect(['oakes', '0001', 'ellison', '0002', 'nell', 'jean'].map(find)).toEqual([0, 0, 1, 1, 1, 1])
  })

  test('forgets who was removed, and remembers who was brought back', () => {
    const search = new PeopleSearch()
    const jean = aPerson('Jean Oakes')
    search.update([jean])
    search.update([{ ...jean, removedBecause: 'added by mistake' }])
    expect(search.find('jean', nobody, 9)).toEqual([])
    search.update([{ ...jean, removedBecause: null }])
    expect(search.find('jean', nobody, 9)).toEqual([{ personId: jean.id, tier: 0 }])
  })

  test('forgets who is no longer on this laptop, so that no ghost takes a place on the list', () => {
    const search = new PeopleSearch()
    search.update([aPerson('Jean Oakes'), aPerson('Jean Ellison')])
    search.forget([idFor('Jean Oakes'), idFor('nobody')])
    expect(search.find('jean', nobody, 1)).toEqual([{ personId: idFor('Jean Ellison'), tier: 0 }])
  })
})

describe('the order', () => {
  const [member, here, stranger] = ['Jean Oakes', 'Jean Ellison', 'Jean Smith'].map(idFor) as [string, string, string]
  const ranking: Ranking = {
    known: () => [member, here],
    isMember: (id) => id !== stranger,
    isHere: (id) => id === here,
    came: (id) => (id === member ? 3 : 0),
  }
  const find = indexOf(
    aPerson('Jean Smith'),
    aPerson('Jean Ellison'),
    aPerson('Jean Oakes'),
    aPerson('Jeannie Oakes'),
    aPerson('Eugene Jeens'),
    aPerson('Joan Jean'),
  )

  test('is members who are still to come, most regular first, then who is in, then strangers', () => {
    const only = indexOf(aPerson('Jean Smith'), aPerson('Jean Ellison'), aPerson('Jean Oakes'))
    expect(only('jean', ranking)).toEqual(['Jean Oakes', 'Jean Ellison', 'Jean Smith'])
  })

  test('puts a slip of the finger last, even of a member', () => {
    expect(
      find('jeen', {
        ...nobody,
        known: () => ['Jean Smith', 'Jean Ellison', 'Jean Oakes', 'Jeannie Oakes', 'Eugene Jeens', 'Joan Jean'].map(idFor),
        isMember: (id) => id !== idFor('Eugene Jeens'),
      })[0],
    ).toBe('Eugene Jeens')
  })

  test('puts a nickname after the name itself', () => {
    const only = indexOf(aPerson('William Ford'), aPerson('Bill Zebra'))
    expect(only('bill')).toEqual(['Bill Zebra', 'William Ford'])
  })

  test('is by name where nothing else tells, and shows as many as asked', () => {
    expect(find('jean', nobody, 2)).toEqual(['Jean Ellison', 'Jean Oakes'])
  })
})

describe('what is underlined', () => {
  test.each([
    ['Jean Oakes', 'je', [[0, 2]]],
    [
      'Jean Oakes',
      'oak je',
      [
        [0, 2],
        [5, 8],
      ],
    ],
    ['Kate O’Brien', 'obr', [[5, 9]]],
    ['Bob VanKirk', 'van ki', [[4, 9]]],
    ['Mar\u00adgaret Ellison', 'marg', [[0, 5]]],
    [
      'Łucja Zając',
      'lucja zaj',
      [
        [0, 5],
        [6, 9],
      ],
    ],
    ['Strauß', 'strauss', [[0, 6]]],
    ['Sia\u0302n', 'sia', [[0, 4]]],
    ['Jean Oakes', 'xyz', []],
    ['', 'je', []],
    ['Anne-Marie', 'mar', [[5, 8]]],
  ] as const)('%j for %j', (name, text, marks) => {
    expect(marksOf(name, text)).toEqual(marks)
  })

  test('lies within the name and cuts no letter in two', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, text) => {
        for (const [from, to] of marksOf(name, text.slice(0, 3))) {
          expect([
            from < to && to <= name.length,
            /^\p{M}/u.test(name.slice(to)),
            name.slice(from, to).isWellFormed() || !name.isWellFormed(),
          ]).toEqual([true, false, true])
        }
      }),
    )
  })
})

describe('Enter in the search', () => {
  const walk = which('Walk and Talk')
  const id = sessionId(walk)
  const known: Known = {
    group: [aGroup('Walk and Talk')],
    person: [aPerson('Jean Oakes'), aPerson('Jean Ellison'), aPerson('Ray Oakes')],
    membership: [aMembership('Walk and Talk', 'Jean Oakes'), aMembership('Walk and Talk', 'Jean Ellison')],
  }

  test('signs in the best match of what is typed', async () => {
    const laptop = await laptopWith(known)
    expect(await laptop.laptop.signInBest({ sessionId: id, text: 'jean' })).toEqual({
      ok: true,
      value: { personId: idFor('Jean Ellison'), name: 'Jean Ellison' },
    })
  })

  test('of a member who is here already says so, rather than sign a stranger of that name in', async () => {
    const laptop = await laptopWith({ ...known, membership: [aMembership('Walk and Talk', 'Jean Oakes')] })
    await laptop.does('signInPerson', { session: walk, personId: idFor('Jean Oakes') })
    expect(await laptop.laptop.signInBest({ sessionId: id, text: 'jean' })).toEqual({
      ok: true,
      value: { personId: idFor('Jean Oakes'), name: 'Jean Oakes', refused: 'alreadyHere' },
    })
  })

  test('goes on to the next of that name, and never undoes', async () => {
    const laptop = await laptopWith(known)
    const enter = async () => laptop.laptop.signInBest({ sessionId: id, text: 'jean' })
    expect([await enter(), await enter(), await enter()]).toEqual([
      { ok: true, value: { personId: idFor('Jean Ellison'), name: 'Jean Ellison' } },
      { ok: true, value: { personId: idFor('Jean Oakes'), name: 'Jean Oakes' } },
      { ok: true, value: { personId: idFor('Jean Ellison'), name: 'Jean Ellison', refused: 'alreadyHere' } },
    ])
    expect((await laptop.view('register', { sessionId: id }))?.hereCount).toBe(2)
  })

  test('pressed twice at once signs in two people of that name, or says so; nobody twice', async () => {
    const laptop = await laptopWith(known)
    await Promise.all([laptop.laptop.signInBest({ sessionId: id, text: 'ray' }), laptop.laptop.signInBest({ sessionId: id, text: 'ray' })])
    expect((await laptop.view('register', { sessionId: id }))?.here.map((row) => [row.name, row.signInIds.length])).toEqual([['Ray Oakes', 1]])
  })

  test('meets nobody, or no session', async () => {
    const laptop = await laptopWith(known)
    expect(await laptop.laptop.signInBest({ sessionId: id, text: 'xyz' })).toEqual({
      ok: true,
      value: { nobody: true },
    })
    expect(await laptop.laptop.signInBest({ sessionId: idFor('none'), text: 'jean' })).toEqual({
      ok: false,
      reason: 'noSuchSession',
    })
    expect(await laptop.laptop.searchIn({ sessionId: idFor('none'), text: 'jean' })).toEqual([])
  })

  test('on a closed register asks why first', async () => {
    const laptop = await laptopWith({
      ...known,
      session: [aSession(walk, { closedAt: at('12:05'), closedBy: idFor('Tom') })],
    })
    expect(await laptop.laptop.signInBest({ sessionId: id, text: 'jean' })).toEqual({
      ok: true,
      value: { personId: idFor('Jean Ellison'), name: 'Jean Ellison', refused: 'sessionClosed' },
    })
  })

  test('finds at once who was just added, and no longer who was removed', async () => {
    const laptop = await laptopWith(known)
    const hits = async (text: string) => (await laptop.laptop.searchIn({ sessionId: id, text })).map((hit) => hit.name)
    await laptop.does('addSomeoneNew', { session: walk, givenName: 'Prakash', member: false })
    await laptop.does('editPerson', { personId: idFor('Ray Oakes'), fields: { removedBecause: 'moved away' } })
    expect([await hits('prak'), await hits('ray')]).toEqual([['Prakash'], []])
  })

  test('shows who is here, who left and when', async () => {
    const laptop = await laptopWith({
      ...known,
      session: [aSession(walk)],
      signIn: [aSignIn('Jean Oakes', '10:31'), aSignIn('Jean Ellison', '10:32', { leftAt: at('11:00') })],
    })
    const hits = await laptop.laptop.searchIn({ sessionId: id, text: 'jean' })
    expect(hits.map((hit) => [hit.name, hit.state, hit.arrived, hit.marks])).toEqual([
      ['Jean Ellison', 'left', '10:32', [[0, 4]]],
      ['Jean Oakes', 'here', '10:31', [[0, 4]]],
    ])
  })
})
