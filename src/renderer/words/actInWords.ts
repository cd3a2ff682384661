import type { ActView } from '../desk/views.ts'
import { en, type MessageId } from './en.ts'
import type { Words } from './useWords.ts'

/** Names said before "and 12 more". */
const mostNames = 3

/** One waiting or held act as a sentence; `bold` wraps what it is about. */
export function actInWords(act: Pick<ActView, 'by' | 'command' | 'subjects'>, words: Words): string {
  const by = act.by || words.say('act.somebody')
  return words.say(messageFor('act', act.command), { by, names: namesOf(act.subjects, words) })
}

/** The act as it is named after "Undid:". */
export function undoneInWords(undone: { command: string; subjects: string[] }, words: Words): string {
  const names = namesOf(undone.subjects, words)
  return words.say('undo.done', { act: words.say(messageFor('undid', undone.command), { names }) })
}

function messageFor(kind: 'act' | 'undid', command: string): MessageId {
  const id = `${kind}.${command}`
  return Object.hasOwn(en, id) ? (id as MessageId) : `${kind}.other`
}

function namesOf(subjects: readonly string[], words: Words): string {
  if (subjects.length === 0) return words.say('act.something')
  if (subjects.length <= mostNames) return words.list(subjects)
  const names = subjects.slice(0, mostNames).join(', ')
  return words.say('act.more', { names, count: subjects.length - mostNames })
}
