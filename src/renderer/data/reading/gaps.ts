import type { AskedPerson, GapLineView, GapsView } from '../../workerLink/gapViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { boardOf, filledOf, mayBeAsked, notCodedIn, type Survivor } from '../../../shared/rules/gaps.ts'
import { byName, nameOf } from '../../../shared/rules/names.ts'
import { plain } from '../../../shared/std/text.ts'
import type { ViewContext } from './context.ts'
import { wishesView } from './voices.ts'

/** Who a person is now: whoever is shown as one is counted as one, and nobody else is. */
export function survivors(context: ViewContext): Survivor {
  const { joins } = context.store.memory
  return (personId) => joins.survivorOf(personId)
}

/** The board, what is to be coded, and what was done. */
export function gapsView(context: ViewContext, months: number): GapsView {
  const { memory } = context.store
  const gaps = memory.list('gap')
  const survivor = survivors(context)
  const name = (id: string) => memory.get('group', id)?.name
  return {
    asAt: context.today(),
    lines: boardOf(gaps, context.today(), months, survivor),
    toCode: notCodedIn(gaps).map(({ id, place, on, wants }) => ({ gapId: id, place, on, wants: wants ?? '' })),
    wishes: wishesView(context),
    filled: filledOf(gaps, survivor).map((one) => ({ ...one, group: name(one.groupId) ?? '…' })),
    proposals: memory.list('proposal').filter((one) => !one.voidedBecause && (one.state === 'idea' || one.state === 'proposed')).length,
    groups: memory
      .list('group')
      .filter((one) => one.state !== 'closed')
      .sort(byName)
      .map((one) => ({ groupId: one.id, name: one.name })),
    places: placesIn(gaps),
  }
}

function placesIn(gaps: readonly Entity<'gap'>[]): string[] {
  const places = new Map(gaps.map(({ place }) => [plain(place.trim()), place.trim()]))
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place)
}

/** One line of the board, with who may be asked; null where it is on the board no longer. */
export function gapLineView(context: ViewContext, key: string, months: number): GapLineView | null {
  const gaps = context.store.memory.list('gap')
  const survivor = survivors(context)
  const line = boardOf(gaps, context.today(), months, survivor).find((one) => one.key === key)
  if (!line) return null
  const byId = new Map(gaps.map((one) => [one.id, one]))
  const me = context.store.opened.identity.colleague.id // those of all would count what is masked
  const behind = line.gapIds.flatMap((id) => byId.get(id) ?? [])
  return {
    line,
    mayAsk: peopleOf(context, mayBeAsked(line.gapIds, gaps, survivor)),
    wants: [...new Set(behind.flatMap((one) => (one.wants?.trim() ? [one.wants.trim()] : [])))],
    entries: behind.filter((one) => one.byId === me).map(({ id, on, barrier }) => ({ gapId: id, on, barrier })),
  }
}

/** People with their numbers; who asked not to be spoken to, has died or was removed is not among them. */
export function peopleOf(context: ViewContext, ids: readonly string[]): AskedPerson[] {
  return ids
    .flatMap((id) => context.store.memory.get('person', id) ?? [])
    .filter((one) => !one.removedBecause && !one.signInBlocked && !one.noContactBecause)
    .map((one) => ({ personId: one.id, name: nameOf(one), phone: one.phone || null }))
    .sort((a, b) => (plain(a.name) < plain(b.name) ? -1 : 1))
}
