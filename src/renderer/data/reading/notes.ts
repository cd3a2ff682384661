import type { NoteView } from '../../workerLink/views.ts'
import type { ViewContext } from './context.ts'
import { newestFirst } from '../../../shared/std/order.ts'

/** Notes about a session or a person, newest first. */
export async function notesAbout(context: ViewContext, aboutId: string): Promise<NoteView[]> {
  const notes = await context.store.linked('note', 'aboutId', aboutId)
  return notes
    .filter((note) => !note.voidedBecause)
    .sort(newestFirst)
    .map((note) => ({ id: note.id, kind: note.kind ?? null, text: note.text, at: note.at, by: context.colleagueName(note.byId) ?? '' }))
}
