import { nameOf, sortKey } from '../../../shared/rules/names.ts'
import type { Apart } from '../../../shared/rules/apart.ts'
import { bySort } from '../../../shared/std/order.ts'
import { apartFor, apartOfIds } from './apart.ts'
import type { ViewContext } from './context.ts'
import type { OpenRegister } from './register.ts'

/** Somebody who is to be drawn, told apart from others of the same name; `sort` is what a list goes by. */
export interface Named {
  personId: string
  name: string
  apart?: Apart
  sort: string
}

/** These people by family name. One whose record has not arrived is among them: counted, so also listed. */
export function named(context: ViewContext, ids: readonly string[]): Named[] {
  const apart = apartOfIds(context, ids)
  return ids
    .map((personId) => {
      const person = context.store.memory.get('person', personId)
      if (person) return { personId, name: nameOf(person), ...apartFor(apart, personId), sort: sortKey(person) }
      return { personId, name: '…', sort: `~${personId}` }
    })
    .sort(bySort)
}

/** The same without what it was sorted by. */
export const plainly = ({ sort: _, ...one }: Named) => one

/** Who is in one of these states of the register. */
export function idsIn(open: OpenRegister, states: readonly string[]): string[] {
  return [...open.attendance.values()].filter((one) => states.includes(one.state)).map((one) => one.personId)
}
