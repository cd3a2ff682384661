import { growthOfEach, type GrowthLine } from '../../../shared/reports/growth.ts'
import { reportsFor } from '../../../shared/reports/index.ts'
import { groupsByName } from '../../../shared/reports/registers.ts'
import { masked } from '../../../shared/rules/smallNumbers.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { reportReader } from '../reading/reportReader.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One group, and who came to it month by month since its first session. */
export interface GroupGrowth {
  groupId: string
  name: string
  /** People by month; null: fewer than five, and not told. */
  people: { month: PlainDate; people: number | null }[]
}

/** The growth of each group (shared/reports/growth.ts), so that they can be drawn beside each other on one scale. */
export const growthEach = defineQuestion({
  madeOf: ['colleague', 'group', 'session', 'signIn', 'membership', 'person', 'samePerson'],
  afterLease: false,
  answer: async (context): Promise<GroupGrowth[]> => {
    if (!reportsFor(context.store.role()).includes('growth')) return []
    const reader = reportReader(context.store)
    const groups = await groupsByName(reader)
    const each = await growthOfEach(
      reader,
      groups.map((one) => one.id),
      context.today(),
    )
    const shown = (line: GrowthLine) => ({ month: line.month, people: masked(line.people.length) })
    return groups.map(({ id, name }, at) => ({ groupId: id, name, people: (each[at] ?? []).map(shown) }))
  },
})
