import type { Entity } from '../../src/shared/records/index.ts'
import { codedEventIdOf, episodeIdOf } from '../../src/shared/std/ids.ts'
import { at, idFor, type Known } from '../support/builders.ts'
import { withClosedPlan, withPlan } from './plans.ts'

const marcus = idFor('Marcus Bright')
const written = (time: string, date: string) => ({ at: at(time, date), byId: marcus })
const caseOf = (name: string) => ({ personId: idFor(name), episodeId: episodeIdOf(idFor(name), 1) })

/** Whose first message was corrected, and the new one came back. */
export const withMessages = withPlan
/** Who does not want their practice to hear how it goes. */
export const whoObjects = withClosedPlan
export const replacedMessage = idFor('first message')
export const returnedMessage = idFor('second message')

function aMessage(id: string, date: string, more: Partial<Entity<'practiceMessage'>>): Entity<'practiceMessage'> {
  return {
    ...{ id, ...caseOf(withMessages), kind: 'first', share: 'all', practice: 'Old Mill Surgery', odsCode: 'M84002' },
    ...{ summary: 'Referred to social prescribing. She would like to get out of the house again.', actions: 'Please review her hip.' },
    attendance: [{ group: 'Walk and Talk', dates: ['2026-06-04', '2026-06-11', '2026-06-18'] }],
    codes: [{ code: '871731000000106', term: 'Referral to social prescribing service', on: '2026-05-20' }],
    ...written('14:00', date),
    ...more,
  }
}

function aCode(name: string, code: string): Entity<'codedEvent'> {
  const of = caseOf(name)
  return { id: codedEventIdOf(of.episodeId, code), ...of, code, on: '2026-05-20', ...written('09:05', '2026-05-20') }
}

function anExport(nth: number, more: Partial<Entity<'exportLog'>>): Entity<'exportLog'> {
  const date = `2026-10-${10 + nth}`
  return {
    id: idFor(`export ${nth}`),
    report: 'withoutContact',
    groupId: null,
    rows: 4 + nth,
    why: 'To call them',
    format: 'csv',
    ...written('12:10', date),
    ...more,
  }
}

/** Messages to a practice, and reports that were saved as files, as the surgery has them. */
export function messagesAndExports(): Known {
  const sent = { sentOn: '2026-06-22', sentHow: 'printed', sentBy: marcus } as const
  return {
    codedEvent: [aCode(withMessages, 'referred'), aCode(withMessages, 'planAgreed'), aCode(whoObjects, 'referred')],
    practiceMessage: [
      aMessage(replacedMessage, '2026-06-20', sent),
      aMessage(returnedMessage, '2026-06-30', {
        supersedes: replacedMessage,
        actions: 'Please review her left hip.',
        ...sent,
        ...{ sentOn: '2026-06-30', returnedOn: '2026-07-03', returnedBecause: 'She is with Riversley Road Surgery now' },
      }),
    ],
    exportLog: [
      anExport(1, {}),
      anExport(2, { notSaved: true }),
      anExport(3, {
        ...{ report: 'attendance', groupId: idFor('Walk and Talk'), from: '2026-07-13', to: '2026-10-12', format: 'xlsx' },
        why: 'For the board on Monday: how many come to the walk, and how many came for the first time',
      }),
    ],
  }
}
