import { stateOfSession } from '../../../shared/rules/gotThere.ts'
import { addDays, type PlainDate } from '../../../shared/std/dates.ts'
import { dateSchema } from '../../../shared/std/schemas.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Sessions of a period that were before today, and of how many this laptop has no closed register: nobody has closed it, or it has not arrived. */
export interface OpenRegisters {
  open: number
  of: number
}

/** How many registers of a period are still open, as far as this laptop knows. Of days that are none: none. */
export const openRegisters = defineQuestion({
  afterLease: false,
  madeOf: ['group', 'session'],
  answer: (context, { from, to }: { from: PlainDate; to: PlainDate }): OpenRegisters => {
    if (!dateSchema.safeParse(from).success || !dateSchema.safeParse(to).success) return { open: 0, of: 0 }
    const yesterday = addDays(context.today(), -1)
    const held = context.agenda.between(from, to < yesterday ? to : yesterday).filter((one) => !one.session?.cancelledBecause)
    return { open: held.filter((one) => stateOfSession(one.session, true) === 'open').length, of: held.length }
  },
})
