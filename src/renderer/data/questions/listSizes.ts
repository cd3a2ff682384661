import { namesOfCodes } from '../../../shared/reports/whoTheyAre.ts'
import { indexOf } from '../../../shared/rules/deprivation.ts'
import { listsOn } from '../../../shared/rules/listSizes.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import type { ListSizesView } from '../../workerLink/listSizeViews.ts'
import { defineQuestion } from './defineQuestion.ts'

/** How many patients practices have on their lists, and whose list is not known though people come from there: for leads. */
export const listSizes = defineQuestion({
  madeOf: ['listSize', 'deprivation', 'person', 'samePerson', 'colleague'],
  afterLease: false,
  answer: (context): ListSizesView | null => {
    const [{ store }, today] = [context, context.today()]
    if (store.role() !== 'lead') return null
    const rows = store.memory.list('listSize')
    const names = namesOfCodes(store.memory.list('person').filter((one) => !one.removedBecause))
    const practices = listsOn(rows, today).map(({ odsCode, name, all, on, men, women, byAge }) => ({
      ...{ odsCode, name: names.get(odsCode) ?? name, all, on, bySex: men !== null && women !== null, byAge: byAge !== null },
      ids: rows.flatMap((one) => (one.odsCode === odsCode && !one.voidedBecause ? one.id : [])),
    }))
    const known = new Set(practices.map((one) => one.odsCode))
    const missing = [...names].flatMap(([odsCode, name]) => (known.has(odsCode) ? [] : { odsCode, name }))
    const tables = store.memory.list('deprivation').filter((one) => !one.voidedBecause)
    const index = indexOf(tables)
    const deprived = index && {
      index,
      postcodes: tables.reduce((sum, one) => sum + (one.index === index ? Object.keys(one.deciles).length : 0), 0),
      ids: tables.map((one) => one.id),
    }
    return { today, deprived, practices, missing: missing.sort((a, b) => compareTexts(a.name, b.name)) }
  },
})
