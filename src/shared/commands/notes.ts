import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { ok } from '../std/result.ts'
import { defineCommand, type Context, type Draft } from './command.ts'
import { idSchema } from '../std/schemas.ts'

const noting = z.object({ aboutId: idSchema, text: z.string().trim().min(1).max(4000) })

/** Adds a note to a session or a person. */
export const addNote = defineCommand({
  input: noting,
  needs: () => [],
  decide(_rows, { aboutId, text }, context) {
    const draft = noteDraft(aboutId, text, context)
    return ok({ drafts: [draft], answer: { noteId: draft.row } })
  },
})

/** A note, signed and dated. */
export function noteDraft(aboutId: string, text: string, context: Context, kind?: Entity<'note'>['kind']): Draft {
  const fields = { aboutId, text, at: context.now, byId: context.actor, ...(kind ? { kind } : {}) }
  return { record: 'note', row: context.newId(), fields }
}
