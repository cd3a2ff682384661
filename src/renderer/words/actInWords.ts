import type { ActView } from '../desk/views.ts'
import { en, type MessageId } from './en.ts'
import type { Words } from './useWords.ts'

type Act = Pick<ActView, 'by' | 'command' | 'subjects'>

// Acts about one person at one group: the worker names the person first, then the group.
const oneAtGroup = new Set([
  'signInPerson', 'voidSignIns', 'restoreSignIns', 'leaveEarly', 'comeBack', 'changeArrival', 'addSomeoneNew', 'removeNewcomer', 'addMember',
  'endMembership', 'addPerson',
])

/** One waiting or held act as a sentence: "Priya signed in Mavis Oakes at Walk and Talk". */
export function actInWords(act: Act, words: Words): string {
  const { id, values } = actMessage(act, words)
  return words.say(id, values)
}

/** The act as it is named after "Undid:". */
export function undoneInWords(undone: { command: string; subjects: string[] }, words: Words): string {
  const { names } = aboutWhom(undone.command, undone.subjects, words)
  return words.say('undo.done', { act: words.say(messageFor('undid', undone.command), { names }) })
}

/** The message of an act with its values; what it is about stands in <b>. */
export function actMessage(act: Act, words: Words) {
  const by = act.by || words.say('act.somebody')
  return { id: messageFor('act', act.command), values: { by, ...aboutWhom(act.command, act.subjects, words) } }
}

function aboutWhom(command: string, subjects: readonly string[], words: Words): { names: string; at: string; hasAt: 'yes' | 'no' } {
  const [first, at] = subjects
  if (first === undefined) return { names: words.say('act.something'), at: '', hasAt: 'no' }
  if (oneAtGroup.has(command)) return { names: first, at: at ?? '', hasAt: at ? 'yes' : 'no' }
  return { names: words.list(subjects), at: '', hasAt: 'no' }
}

function messageFor(kind: 'act' | 'undid', command: string): MessageId {
  const id = `${kind}.${command}`
  return Object.hasOwn(en, id) ? (id as MessageId) : `${kind}.other`
}
