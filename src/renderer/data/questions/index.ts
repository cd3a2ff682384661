import { alarms } from './alarms.ts'
import { calling } from './calling.ts'
import { cards } from './cards.ts'
import { closing } from './closing.ts'
import { concerns } from './concerns.ts'
import { emergency } from './emergency.ts'
import { emergencySheet } from './emergencySheet.ts'
import { emergencyWho } from './emergencyWho.ts'
import { firstSessions } from './firstSessions.ts'
import { forLead } from './forLead.ts'
import { group } from './group.ts'
import { groups } from './groups.ts'
import { headCount } from './headCount.ts'
import { health } from './health.ts'
import { importUndo } from './importUndo.ts'
import { incidents } from './incidents.ts'
import { kioskRequests } from './kioskRequests.ts'
import { me } from './me.ts'
import { mustKnow } from './mustKnow.ts'
import { newcomer } from './newcomer.ts'
import { numbers } from './numbers.ts'
import { office } from './office.ts'
import { paper } from './paper.ts'
import { people } from './people.ts'
import { person } from './person.ts'
import { pinned } from './pinned.ts'
import { register } from './register.ts'
import { registerSheet } from './registerSheet.ts'
import { report } from './report.ts'
import { rota } from './rota.ts'
import { setUp } from './setUp.ts'
import { status } from './status.ts'
import { surgery } from './surgery.ts'
import { takeAlong } from './takeAlong.ts'
import { team } from './team.ts'
import { today } from './today.ts'
import type { ViewContext } from '../reading/context.ts'
import type { Keepers, Question } from './defineQuestion.ts'

/** Every live question there is, by name. */
export const questions = {
  alarms, calling, cards, closing, concerns, emergency, emergencySheet, emergencyWho, firstSessions,
  forLead, group, groups, headCount, health, importUndo, incidents, kioskRequests, me, mustKnow, newcomer, numbers, office, paper,
  people, person, pinned, register, registerSheet, report, rota, setUp, status, surgery, takeAlong, team, today,
} as const

export type QuestionName = keyof typeof questions
type Types = { [Name in QuestionName]: (typeof questions)[Name] extends Question<infer Params, infer Answer> ? { params: Params; answer: Answer } : never }
/** What a question is asked with. */
export type QuestionParams<Name extends QuestionName> = Types[Name]['params']
/** What the window is told. */
export type QuestionAnswer<Name extends QuestionName> = Types[Name]['answer']

/** Answers a live question. */
export async function answerQuestion<Name extends QuestionName>(
  context: ViewContext, keepers: Keepers, name: Name, params: QuestionParams<Name>,
): Promise<QuestionAnswer<Name>> {
  const { answer } = questionOf(name)
  return answer(context, params, keepers)
}

/** A question by its name, with its types. */
export function questionOf<Name extends QuestionName>(name: Name): Question<QuestionParams<Name>, QuestionAnswer<Name>> {
  return questions[name] as unknown as Question<QuestionParams<Name>, QuestionAnswer<Name>>
}

/** Whether an answer may have changed with these records. */
export function touches(name: QuestionName, records: ReadonlySet<string>): boolean {
  const { madeOf } = questionOf(name)
  return madeOf === undefined || madeOf.some((record) => records.has(record))
}

/** Whether the answer to a question waits for a connection once the lease is over. */
export function waitsForConnection<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): boolean {
  const { afterLease } = questionOf(name)
  return !(typeof afterLease === 'function' ? afterLease(params) : afterLease)
}
