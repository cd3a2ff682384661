import { expect, test } from 'vitest'
import { actInWords, undoneInWords } from '../../src/renderer/words/actInWords.ts'
import { commands } from '../../src/shared/commands/index.ts'
import { en } from '../../src/renderer/words/en.ts'
import { words } from './words.ts'

const act = (command: string, subjects: string[], by = 'Priya') => actInWords({ by, command, subjects }, words)

test.each([
  ['Priya signed in Mavis Oakes at Walk and Talk', 'signInPerson', ['Mavis Oakes', 'Walk and Talk']],
  ['Priya signed in Mavis Oakes', 'signInPerson', ['Mavis Oakes']],
  ['Priya undid Len Cartwright: not here after all', 'voidSignIns', ['Len Cartwright', 'Walk and Talk']],
  ['Priya added Kasia Wrona, new, and signed them in', 'addSomeoneNew', ['Kasia Wrona', 'Walk and Talk']],
  ['Priya counted heads at Walk and Talk', 'recordHeadCount', ['Walk and Talk']],
  ['Priya made Ivy Pemberton a member of Pain Café', 'addMember', ['Ivy Pemberton', 'Pain Café']],
  ['Priya changed something', 'somethingNewer', []],
])('%s', (sentence, command, subjects) => {
  expect(act(command, subjects)).toBe(sentence)
})

test('somebody whose name is not known is somebody', () => {
  expect(act('signInPerson', ['Mavis Oakes'], '')).toBe('Somebody signed in Mavis Oakes')
})

test('what was undone is named', () => {
  expect(undoneInWords({ command: 'signInPerson', subjects: ['Derek Holloway', 'Walk and Talk'] }, words)).toBe('Undid: Derek Holloway signed in')
  expect(undoneInWords({ command: 'importedByANewerApp', subjects: ['Derek Holloway'] }, words)).toBe('Undid: Derek Holloway')
})

test('every command has a sentence of its own', () => {
  for (const name of Object.keys(commands)) expect(Object.keys(en), name).toContain(`act.${name}`)
})
