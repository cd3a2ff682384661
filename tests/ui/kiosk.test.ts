import { describe, expect, test } from 'vitest'
import { mayPass } from '../../src/renderer/kiosk/shield.ts'
import { called } from '../../src/renderer/kiosk/parts.ts'
import { languages, sayIn } from '../../src/renderer/kiosk/words/index.ts'
import { en, type KioskWord } from '../../src/renderer/kiosk/words/en.ts'

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

describe('what the kiosk says', () => {
  test.each(languages.map((one) => [one.language, one.words] as const))(
    '%s fills in the same places as English and leaves nothing out',
    (_language, words) => {
      for (const word of Object.keys(en) as KioskWord[]) {
        expect(words[word].trim(), word).not.toBe('')
        expect(places(words[word]), word).toEqual(places(en[word]))
      }
    },
  )

  test('each language is written in its own script', () => {
    expect(
      languages.map(({ words }) =>
        /\p{Script=Gurmukhi}/u.test(words.hello) ? 'Gurmukhi' : /\p{Script=Arabic}/u.test(words.hello) ? 'Arabic' : 'Latin',
      ),
    ).toEqual(['Latin', 'Latin', 'Gurmukhi', 'Arabic'])
  })

  test('a sentence begins with a capital, and a name in Urdu stands apart from the sentence', () => {
    expect(sayIn('en')('raised', { leader: 'the leader' })).toMatch(/^The leader will/)
    expect(sayIn('ur')('askFor', { leader: 'Priya' })).toContain('\u2068Priya\u2069')
  })

  test('a group without a leader: “Please see the leader.” is a sentence in every language', () => {
    const said = (leader: string | null) => languages.map(({ language }) => sayIn(language)('seeLeader', { leader }))
    expect(said(null)).toEqual([
      'Please see the leader.',
      'Prosimy podejść do osoby prowadzącej.',
      'ਕਿਰਪਾ ਕਰਕੇ ਗਰੁੱਪ ਲੀਡਰ ਨੂੰ ਮਿਲੋ।',
      'براہِ کرم \u2068گروپ لیڈر\u2069 سے ملیں۔',
    ])
    expect(said('Priya').slice(0, 2)).toEqual(['Please see Priya.', 'Prosimy podejść do osoby prowadzącej: Priya.'])
  })

  test('nobody leads yet: each sentence begins with a capital, and within one there is none', () => {
    expect(sayIn('en')('told', { name: 'Bogna', leader: null })).toBe('Thank you, Bogna. The leader knows and will come to you.')
    expect(sayIn('en')('askFor', { leader: null })).toBe('Ask for help from the leader')
    expect(sayIn('pl')('told', { name: 'Bogna', leader: null })).toBe('Dziękujemy, Bogna. Osoba prowadząca już wie i podejdzie do Ciebie.')
    expect(sayIn('pl')('anything', { leader: null })).toBe('Czy przekazać coś?')
  })

  test.each([
    ['Nisha K.', 'Nisha'],
    ['Prakash', 'Prakash'],
    ['Mary Ann O.', 'Mary Ann'],
    ['J. B.', 'J.'],
  ])('%s is called %s', (name, short) => {
    expect(called(name)).toBe(short)
  })
})

describe('keys at the kiosk', () => {
  const press = (key: string, held: string[] = []) =>
    mayPass({
      key,
      ctrlKey: held.includes('Control'),
      metaKey: held.includes('Meta'),
      altKey: held.includes('Alt'),
      getModifierState: (state) => held.includes(state),
    })

  test.each(['a', 'Ż', 'ਨ', 'ن', '1', ' ', 'Backspace', 'Enter', 'Escape', 'Tab'])('%s writes or moves', (key) => {
    expect(press(key)).toBe(true)
  })

  test('AltGr and Option write letters', () => {
    expect(press('ł', ['Control', 'Alt', 'AltGraph'])).toBe(true)
    expect(press('ł', ['Alt'])).toBe(true)
  })

  test.each([
    ['F12', []],
    ['F5', []],
    ['p', ['Control']],
    ['I', ['Control', 'Shift']],
    ['ArrowLeft', ['Alt']],
    ['l', ['Meta']],
    ['d', ['Alt']],
    ['ContextMenu', []],
  ])('%s with %j is refused', (key, held) => {
    expect(press(key, held)).toBe(false)
  })
})
