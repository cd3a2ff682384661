import { planImport, type ImportChoices, type ImportPlan, type Known } from '../../shared/portable/importMembers.ts'
import type { ViewContext } from './reading/context.ts'

/** What importing a list would do here. People known already are looked up a second time with what is known beside them: contacts and notes are not in memory. */
export async function planList(context: ViewContext, csv: string, choices: ImportChoices, groupId: string): Promise<ImportPlan> {
  const { memory } = context.store
  const today = context.today()
  const known: Known = { people: memory.list('person'), memberIds: new Set(context.membersOf(groupId, today).map((one) => one.personId)) }
  const first = planImport(csv, choices, known, today)
  const named = first.knownIds
  if (named.length === 0) return first
  await Promise.all([context.store.load('emergencyContact', 'personId', named), context.store.load('note', 'aboutId', named)])
  const beside = (personId: string) => ({
    contacts: memory.linked('emergencyContact', 'personId', personId).filter((one) => !one.removedBecause),
    notes: memory
      .linked('note', 'aboutId', personId)
      .filter((one) => !one.voidedBecause)
      .map((one) => one.text),
  })
  return planImport(csv, choices, { ...known, beside }, today)
}
