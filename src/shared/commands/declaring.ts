import { z } from 'zod'
import { declaration } from '../records/declaration.ts'
import { person } from '../records/person.ts'
import { declarationState, latestDeclaration } from '../rules/declarations.ts'
import { needsWords, questionsVersion } from '../rules/healthQuestions.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft } from './command.ts'
import { given } from './given.ts'
import { idOf, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const declaring = z.object({
  personId: idSchema,
  session: whichSession.optional(),
  ...declaration.schema.pick({ answers: true, outcome: true, words: true, weeksSinceBirth: true, checkDone: true, signedAs: true }).shape,
  /** What they carry and use goes to their own page: it is wanted at every session. */
  facts: person.schema.pick({ medicine: true, mobility: true }).optional(),
})

/** Writes down what somebody said about their health and what was agreed (story 7). Never a clearance. */
export const declareHealth = defineCommand({
  input: declaring,
  needs: ({ personId }) => [{ record: 'person', id: personId }],
  decide(rows, { personId, session, words, facts = {}, ...said }, context) {
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    if (needsWords(said.outcome) && !words?.trim()) return fail('wordsNeeded')
    const row = context.newId()
    const fields = given({
      personId,
      sessionId: session && idOf(session),
      questions: questionsVersion,
      ...said,
      words: words?.trim() || undefined,
      at: context.now,
      byId: context.actor,
    })
    const known = given(facts)
    const person: Draft[] = Object.keys(known).length > 0 ? [{ record: 'person', row: personId, fields: known }] : []
    return ok({ drafts: [{ record: 'declaration', row, fields }, ...person], answer: { declarationId: row } })
  },
  undo: (_, answer) => ({ name: 'voidDeclaration', input: answer }),
})

const unchanged = z.object({ personId: idSchema, session: whichSession.optional() })

/** "Anything changed since last time?" answered with no: one tap, dated; the answers of the last one hold on. */
export const nothingChangedHealth = defineCommand({
  input: unchanged,
  needs: ({ personId }) => [{ record: 'declaration', where: 'personId', is: personId }],
  decide(rows, { personId, session }, context) {
    const last = latestDeclaration(rows.all('declaration', 'personId', personId))
    if (!last || declarationState(last, dateOf(context.now)) === 'ended') return fail('noDeclaration')
    const { questions, answers, outcome, words, weeksSinceBirth, checkDone, signedAs } = last
    const row = context.newId()
    const fields = given({
      personId,
      sessionId: session && idOf(session),
      questions,
      answers,
      outcome,
      words,
      weeksSinceBirth,
      checkDone,
      unchanged: true,
      askedAt: last.askedAt ?? last.at,
      signedAs,
      at: context.now,
      byId: context.actor,
    })
    return ok({ drafts: [{ record: 'declaration', row, fields }], answer: { declarationId: row } })
  },
  undo: (_, answer) => ({ name: 'voidDeclaration', input: answer }),
})

const taking = z.object({ declarationId: idSchema })

/** Written down for the wrong person. */
export const voidDeclaration = defineCommand({
  input: taking,
  needs: ({ declarationId }) => [{ record: 'declaration', id: declarationId }],
  decide(rows, { declarationId }) {
    const found = rows.get('declaration', declarationId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'declaration', row: declarationId, fields: { voidedBecause: 'a mistake' } }], answer: null })
  },
})
