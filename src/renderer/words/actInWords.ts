import type { CommandName, UndoableName } from '../../shared/commands/index.ts'
import type { ActView } from '../workerLink/views.ts'
import { en, type MessageId } from './en.ts'
import type { Words } from './useWords.ts'

type Act = Pick<ActView, 'by' | 'command' | 'subjects'>

/** One waiting or held act as a sentence: "Priya signed in Mavis Oakes at Walk and Talk". */
export function actInWords(act: Act, words: Words): string {
  const { id, values } = actMessage(act, words)
  return words.say(id, values)
}

/** The act as it is named after "Undid:". */
export function undoneInWords(undone: { command: string; subjects: string[] }, words: Words): string {
  return words.say('undo.done', { act: words.say(messageFor('undid', undone.command), aboutWhom(undone.subjects, words)) })
}

/** The message of an act with its values; what it is about stands in <b>. */
export function actMessage(act: Act, words: Words) {
  const by = act.by || words.say('act.somebody')
  return { id: messageFor('act', act.command), values: { by, ...aboutWhom(act.subjects, words) } }
}

/** The worker names the person first, then the group: a sentence about one person at one group says `first` and `at`, any other `names`. */
function aboutWhom(subjects: readonly string[], words: Words): { names: string; first: string; at: string; hasAt: 'yes' | 'no' } {
  const [first = words.say('act.something'), at = ''] = subjects
  return { names: subjects.length > 0 ? words.list(subjects) : first, first, at, hasAt: at ? 'yes' : 'no' }
}

// Of every command there is a sentence, and of every one that a key takes back another: without it this does not compile.
en satisfies Record<`act.${CommandName}` | `undid.${UndoableName}`, string>

/** The sentence of a command; a newer app's has none here. */
function messageFor(kind: 'act' | 'undid', command: string): MessageId {
  const id = `${kind}.${command}`
  return Object.hasOwn(en, id) ? (id as MessageId) : `${kind}.other`
}
