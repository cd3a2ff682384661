import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { daysFromDue, isInWindow } from './measuresDue.ts'

/** One person's answers to one questionnaire in one version: the first, and the one that it is held against. */
export interface Paired {
  personId: string
  first: number
  firstOn: PlainDate
  /** None: nobody has asked again, or not all was answered. */
  then: { value: number; on: PlainDate; inWindow: boolean } | null
}

type Asked = Pick<Entity<'measure'>, 'id' | 'personId' | 'scores' | 'on' | 'at'>

interface Scored {
  personId: string
  value: number
  on: PlainDate
  sort: string
  case: string
}

/**
 * What one person said, once (domain 5.10): the first whole answer of a case, and the one in the window that lies nearest to twelve weeks
 * later; where there is none in it, the last one outside. Of several cases the latest that has a pair, best one in the window; of two that
 * began on one day, of somebody who was joined say, the one that was asked last.
 * @param own their answers to one questionnaire in one version, those that stand @param caseOf of which case each is
 * @returns null where no answer was whole
 */
export function pairedOf<Measure extends Asked>(own: readonly Measure[], score: string, caseOf: (one: Measure) => string): Paired | null {
  const scored = own.flatMap((one): Scored[] => {
    const value = one.scores[score]
    if (typeof value !== 'number') return []
    return [{ personId: one.personId, value, on: one.on, sort: `${one.on} ${one.at} ${one.id}`, case: caseOf(one) }]
  })
  const cases = [...grouped(scored, (one) => one.case)].sort(([a], [b]) => compareTexts(a, b)).map(([, answers]) => pairedInCase(answers))
  return cases.length > 0 ? bestOf(cases) : null
}

function pairedInCase(answers: readonly Scored[]): Paired {
  const [first, ...later] = [...answers].sort((a, b) => compareTexts(a.sort, b.sort))
  if (!first) throw new Error('impossible: a case of no answers')
  const after = later.filter((one) => one.on > first.on)
  const inside = after.filter((one) => isInWindow(first.on, one.on))
  const nearest = inside.reduce<Scored | null>(
    (best, one) => (best && daysFromDue(first.on, best.on) <= daysFromDue(first.on, one.on) ? best : one),
    null,
  )
  const then = nearest ?? after.at(-1) ?? null
  return {
    personId: first.personId,
    first: first.value,
    firstOn: first.on,
    then: then && { value: then.value, on: then.on, inWindow: then === nearest },
  }
}

function bestOf(cases: readonly Paired[]): Paired {
  const rank = (one: Paired) => `${!one.then ? 0 : one.then.inWindow ? 2 : 1} ${one.firstOn} ${one.then?.on ?? ''}`
  return cases.reduce((best, one) => (rank(one) >= rank(best) ? one : best))
}
