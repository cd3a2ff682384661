import { boardDueOn } from '../../../../shared/rules/boardDue.ts'
import { aTask, type TaskSource } from './source.ts'

/** Board reports that are due: their figures stand ready, and a lead looks at them and prints them. */
export const fromBoard: TaskSource = {
  madeOf: ['boardReport', 'colleague'],
  tasks(context) {
    if (context.store.role() !== 'lead') return []
    return context.store.memory.list('boardReport').flatMap((one) => {
      const due = boardDueOn(one, context.today())
      return due ? [{ ...aTask(context, one.id, { kind: 'board', key: one.id, place: `boardReport/${one.id}`, due }), name: one.name }] : []
    })
  },
}
