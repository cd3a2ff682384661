import type { Change } from '../../shared/changes/change.ts'
import { stampsOf, type Row } from '../../shared/changes/row.ts'
import { later, tick, zeroStamp, type Stamp } from '../../shared/std/stamp.ts'
import type { OwnChange } from './store.ts'

/**
 * Own changes as they are drawn over the server's side. The server may have moved the stamps of what this laptop wrote
 * before (SPEC SY12); what waits was written since and is later all the same, field by field, or the person who typed it
 * would not see it.
 */
export function afterOwn(base: Row | null, shown: readonly OwnChange[]): readonly Change[] {
  if (!base) return shown.map(({ change }) => change)
  const lasts = new Map<string, Stamp>()
  const laterThanOwn = ({ device, stamp }: Change, field: string): Stamp => {
    const own = stampsOf(base, field).filter((one) => one.endsWith(device))
    const last = lasts.get(field) ?? own.reduce(later, zeroStamp)
    const drawn = stamp > last ? stamp : tick(last, 0, device)
    lasts.set(field, drawn)
    return drawn
  }
  const byField = (change: Change) =>
    Object.entries(change.fields).map(([field, value]) => ({ ...change, fields: { [field]: value }, stamp: laterThanOwn(change, field) }))
  return [...shown]
    .sort((a, b) => a.change.sequence - b.change.sequence)
    .flatMap(({ entry, change }) => (entry.state === 'pending' ? byField(change) : [change]))
}
