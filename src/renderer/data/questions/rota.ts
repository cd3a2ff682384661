import type { Entity } from '../../../shared/records/index.ts'
import { attendanceOf, came } from '../../../shared/rules/attendance.ts'
import { byName, nameOf } from '../../../shared/rules/names.ts'
import { ratioOf, type Ratio } from '../../../shared/rules/ratio.ts'
import { inChargeOf, papersOf, ratioHere, standingDuties, type InCharge } from '../../../shared/rules/rota.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { partsOf } from '../../../shared/rules/templates.ts'
import type { DutyRow, RotaView } from '../../workerLink/sheetViews.ts'
import type { ViewContext } from '../reading/context.ts'
import { headOf, phonesOf } from '../reading/sheetHead.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Who does what at a session. */
export const rota = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => rotaView(context, sessionId),
})

/** Who helps at a session, and whether they are enough (story 37). */
async function rotaView(context: ViewContext, sessionId: string): Promise<RotaView | null> {
  const { store } = context
  const one = context.agenda.find(sessionId, context.today())
  const group = one && store.memory.get('group', one.groupId)
  if (!one || !group) return null
  const duties = await store.linked('rotaDuty', 'sessionId', sessionId)
  const inCharge = inChargeOf(duties, one.leaderId)
  const { peoplePerLeader } = partsOf(group)
  const {
    here,
    ratio: { people, leaders, short, secondAdult },
  } = await ratioAt(context, one, inCharge, peoplePerLeader)
  return {
    ...headOf(context, one),
    duties: [...planned(context, one, duties), ...standingDuties(duties).map((duty) => dutyRow(context, one, duty))],
    ratio: { people, here, leaders, short, peoplePerLeader, secondAdult },
    colleagues: store.memory
      .list('colleague')
      .filter((colleague) => !colleague.leftOn || colleague.leftOn >= one.date)
      .sort(byName)
      .map(({ id, name }) => ({ id, name })),
  }
}

/** Of who is here once somebody is, else of who is expected. */
async function ratioAt(
  context: ViewContext,
  one: Occurrence,
  inCharge: InCharge,
  peoplePerLeader: number | null,
): Promise<{ ratio: Ratio; here: boolean }> {
  const [signIns, companions] = await Promise.all([
    context.store.linked('signIn', 'sessionId', one.sessionId),
    context.store.linked('companion', 'sessionId', one.sessionId),
  ])
  const attendance = attendanceOf(signIns)
  if (attendance.some(came)) return { ratio: ratioHere(inCharge, attendance, companions, peoplePerLeader), here: true }
  const { leaders, adults } = inCharge
  const members = context.membersOf(one.groupId, one.date).filter(({ personId }) => !leaders.has(personId))
  return { ratio: ratioOf(members.length, leaders.size, peoplePerLeader, adults.size), here: false }
}

/** The leader it was planned with, while the rota says nothing of them. */
function planned(context: ViewContext, one: Occurrence, duties: readonly Entity<'rotaDuty'>[]): DutyRow[] {
  const leader = one.leaderId ? context.store.memory.get('colleague', one.leaderId) : undefined
  const mentioned = standingDuties(duties).some((duty) => duty.role === 'leader' && duty.colleagueId === one.leaderId)
  if (!leader || mentioned) return []
  return [
    {
      dutyId: null,
      role: 'leader',
      colleagueId: leader.id,
      personId: null,
      name: leader.name,
      phone: leader.phone ?? null,
      state: 'planned',
      takesPart: false,
      papers: papersOf(leader, 'leader', one.date),
    },
  ]
}

function dutyRow(context: ViewContext, one: Occurrence, duty: Entity<'rotaDuty'>): DutyRow {
  const colleague = duty.colleagueId ? context.store.memory.get('colleague', duty.colleagueId) : undefined
  const person = duty.personId ? context.store.memory.get('person', duty.personId) : undefined
  const comes = duty.state === 'asked' || duty.state === 'yes'
  return {
    dutyId: duty.id,
    role: duty.role,
    colleagueId: duty.colleagueId ?? null,
    personId: duty.personId ?? null,
    name: colleague?.name ?? (person ? nameOf(person) : '…'),
    phone: colleague?.phone ?? (person ? (phonesOf(context, 'person', person.id)[0] ?? null) : null),
    state: duty.state,
    takesPart: Boolean(duty.personId),
    papers: colleague && comes ? papersOf(colleague, duty.role, one.date) : [],
  }
}
