import { expect, test } from 'vitest'
import { apartInWords, fullName } from '../../src/renderer/words/apartInWords.ts'
import { words } from './words.ts'

test('What tells two people of one name apart is said as one asks for it at the gate', () => {
  expect(apartInWords({ kind: 'birthday', on: '1948-04-03' }, words)).toBe('born 3 April')
  expect(apartInWords({ kind: 'born', on: '1948-04-03' }, words)).toBe('born 3 April 1948')
  expect(apartInWords({ kind: 'practice', practice: 'Manor Court' }, words)).toBe('practice: Manor Court')
  expect(apartInWords({ kind: 'since', on: '2026-05-03' }, words)).toBe('signed up 3 May 2026')
  expect(apartInWords({ kind: 'number', number: 1, of: 2 }, words)).toBe('number 1 of 2 with this name')
})

test('A name in a sentence carries what tells it apart, and stays as it is where nobody else has it', () => {
  expect(fullName({ name: 'Jean Oakes', apart: { kind: 'birthday', on: '1948-04-03' } }, words)).toBe('Jean Oakes (born 3 April)')
  expect(fullName({ name: 'Ray Ellison' }, words)).toBe('Ray Ellison')
})
