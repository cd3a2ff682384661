import type { ViewName, Views } from '../../desk/views.ts'
import { firstSessions } from '../../../shared/rules/sessions.ts'
import type { StatusKeeper } from '../statusKeeper.ts'
import { attentionView } from './attention.ts'
import { cardsView } from './cards.ts'
import type { Office } from '../office.ts'
import type { ViewContext } from './context.ts'
import { alarmsView } from './alarms.ts'
import { doorAnswers } from './door.ts'
import { callingView } from './calling.ts'
import { closingView, emergencyView, headCountView } from './during.ts'
import { groupsView, groupView, teamView } from './groups.ts'
import { importUndoView } from './importUndo.ts'
import { emergencySheetView, emergencyWhoView, paperView, registerSheetView } from './paper.ts'
import { forLeadView, officeView } from './office.ts'
import { peopleView, personView } from './people.ts'
import { openRegisterOnce, registerView } from './register.ts'
import { rotaView } from './rota.ts'
import { setUpView } from './setUp.ts'
import { surgeryView } from './surgery.ts'
import { takeAlongView } from './takeAlong.ts'
import { todayView } from './today.ts'

/** What is asked for answers that are not made of rows alone. */
export interface Keepers {
  status: StatusKeeper
  office: Office
}

type Answers = {
  [Name in ViewName]: (context: ViewContext, params: Views[Name]['params'], keepers: Keepers) => Promise<Views[Name]['view']> | Views[Name]['view']
}

/** As many sessions of a new group are shown before it is saved. */
const mostFirst = 6

const answers: Answers = {
  ...doorAnswers,
  status: (_context, _params, { status }) => status.view(),
  me: (context) => meView(context),
  today: (context) => todayView(context),
  alarms: (context) => alarmsView(context),
  register: async (context, { sessionId }) => {
    const open = await openRegisterOnce(context, sessionId)
    return open && registerView(context, open)
  },
  headCount: (context, { sessionId }) => headCountView(context, sessionId),
  closing: (context, { sessionId }) => closingView(context, sessionId),
  emergency: (context, { sessionId }) => emergencyView(context, sessionId),
  people: (context, { text, most }) => peopleView(context, text, most),
  person: (context, { personId }) => personView(context, personId),
  groups: (context) => groupsView(context),
  group: (context, { groupId }) => groupView(context, groupId),
  firstSessions: (context, { schedule }) => firstSessions(schedule, context.today(), mostFirst),
  setUp: (context) => setUpView(context),
  surgery: (context, _params, { status }) => surgeryView(context, status),
  team: (context) => teamView(context),
  takeAlong: (context, _params, { status }) => takeAlongView(context, status),
  rota: (context, { sessionId }) => rotaView(context, sessionId),
  calling: (context, { sessionId }) => callingView(context, sessionId),
  paper: (context, { sessionId }) => paperView(context, sessionId),
  registerSheet: (context, { sessionId }) => registerSheetView(context, sessionId),
  emergencySheet: (context, params) => emergencySheetView(context, params),
  emergencyWho: (context, params) => emergencyWhoView(context, params),
  attention: (context, { sessionId }) => attentionView(context, sessionId),
  cards: (context, whose) => cardsView(context, whose),
  importUndo: (context, { importId }) => importUndoView(context, importId),
  office: (context, _params, { office }) => officeView(context, office),
  forLead: (_context, _params, { office }) => forLeadView(office),
}

/** Answers a live question. */
export async function answerView<Name extends ViewName>(
  context: ViewContext, keepers: Keepers, name: Name, params: Views[Name]['params'],
): Promise<Views[Name]['view']> {
  return answers[name](context, params, keepers)
}

/** Which records a view is made of; one that is not listed is made of all. */
const madeOf: Partial<Record<ViewName, readonly string[]>> = {
  firstSessions: [],
  attention: ['attention', 'person', 'membership', 'signIn'],
  cards: ['card', 'person', 'membership'],
  me: ['colleague', 'team', 'device'],
  team: ['colleague', 'team', 'device', 'venue'],
  numbers: ['team'],
  setUp: ['team', 'venue', 'group', 'membership', 'device', 'colleague'],
  forLead: ['colleague'],
}

/** Whether a view may have changed with these records. */
export function touches(name: ViewName, records: ReadonlySet<string>): boolean {
  const from = madeOf[name]
  return from === undefined || from.some((record) => records.has(record))
}

function meView(context: ViewContext): Views['me']['view'] {
  const { identity } = context.store.opened
  const colleague = context.store.memory.get('colleague', identity.colleague.id)
  return {
    colleagueId: identity.colleague.id,
    name: colleague?.name ?? identity.colleague.name,
    role: colleague?.role ?? identity.colleague.role,
    team: context.store.memory.get('team', identity.team.id)?.name ?? identity.team.name,
    deviceName: context.deviceName(),
  }
}
