import type { Reason } from '../../../shared/commands/reasons.ts'
import type { Instant } from '../../../shared/std/dates.ts'
import type { Result } from '../../../shared/std/result.ts'
import type { HereRow } from '../../workerLink/views.ts'
import { fullName } from '../../words/apartInWords.ts'
import type { Outcomes } from './outcomes.ts'
import type { RegisterPorts } from './registerPorts.ts'

/** What one can do about somebody who is here. The same functions as long as the register is open, so that rows are not drawn again for nothing. */
export interface RowActs {
  undo: (row: HereRow) => Promise<void>
  leave: (row: HereRow) => Promise<void>
  comeBack: (row: HereRow) => Promise<void>
  arrivedAt: (row: HereRow, arrived: Instant) => Promise<void>
}

type Because = { because?: string }

/** Makes them. */
export function createRowActs(ports: RegisterPorts, outcomes: Outcomes): RowActs {
  const { worker } = ports
  const change = async (row: HereRow, act: (because: Because) => Promise<Result<unknown, Reason>>, done: string): Promise<void> => {
    const why = ports.register().closed ? await ports.askWhy(fullName(row, ports.words())) : undefined
    if (why === null) return
    const result = await act(why ? { because: why } : {})
    if (result.ok) return outcomes.tell({ tone: 'plain', text: done })
    outcomes.failed(result.reason, () => void change(row, act, done))
  }
  const named = (row: HereRow) => ({ name: fullName(row, ports.words()) })
  const say = (...message: Parameters<ReturnType<RegisterPorts['words']>['say']>) => ports.words().say(...message)
  return {
    undo(row) {
      ports.toSearch() // the row goes, and the button that was pressed with it
      return change(row, (because) => worker.run('voidSignIns', { signInIds: row.signInIds, ...because }), say('register.undid', named(row)))
    },
    leave(row) {
      const done = say('register.leftNow', { ...named(row), time: ports.words().clock(ports.now()) })
      return change(row, (because) => worker.run('leaveEarly', { signInIds: row.signInIds, ...because }), done)
    },
    comeBack: (row) =>
      change(row, (because) => worker.run('comeBack', { signInIds: row.signInIds, ...because }), say('register.backNow', named(row))),
    arrivedAt(row, arrivedAt) {
      const [signInId = ''] = row.signInIds // the earliest that stands: it is the one whose time is shown
      const done = say('register.arrivalNow', { ...named(row), time: ports.words().clock(arrivedAt) })
      return change(row, (because) => worker.run('changeArrival', { signInId, arrivedAt, ...because }), done)
    },
  }
}
