import type { Slot } from '../../../shared/records/group.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { readRule, writeRule, type Weekday } from '../../words/slotInWords.ts'

/** One weekly time as it is typed. */
export interface TypedSlot {
  /** The number it had, 0 for a new one. */
  slot: number
  /** Empty while nobody has chosen one: a weekday that was only preset is not noticed when it is wrong. */
  day: Weekday | ''
  every: 1 | 2
  start: string
  end: string
  from: PlainDate
}

/** The times that still hold, for the form. A rule that the form cannot edit is left as it is and not among them. */
export function typedSlots(slots: readonly Slot[], today: PlainDate): TypedSlot[] {
  return slots.flatMap((slot) => {
    const rule = readRule(slot.rule)
    const over = slot.until !== null && slot.until < today
    return !rule || over ? [] : [{ slot: slot.slot, day: rule.day, every: rule.every, start: slot.start, end: slot.end, from: slot.from }]
  })
}

/**
 * The schedule to write: a time that changed ends yesterday and goes on under a new number from today, so that past sessions
 * keep their day and hour (commands/groups.ts); one that was taken out only ends.
 */
export function writtenSlots(before: readonly Slot[], typed: readonly TypedSlot[], today: PlainDate): Slot[] {
  let next = Math.max(0, ...before.map((slot) => slot.slot)) + 1
  const editable = new Set(typedSlots(before, today).map((slot) => slot.slot))
  const kept = before.flatMap((slot): Slot[] => {
    const same = typed.find((one) => one.slot === slot.slot)
    if (!editable.has(slot.slot) || (same && unchanged(slot, same))) return [slot]
    return slot.from >= today ? [] : [{ ...slot, until: dayBefore(today) }]
  })
  const fresh = typed.flatMap((one): Slot[] => {
    const was = before.find((slot) => slot.slot === one.slot)
    if (one.day === '' || (was && unchanged(was, one))) return []
    const from = was && one.from < today ? today : one.from
    return [{ slot: next++, rule: writeRule(one.day, one.every), start: one.start, end: one.end, from, until: null }]
  })
  return [...kept, ...fresh]
}

function unchanged(slot: Slot, typed: TypedSlot): boolean {
  return (
    typed.day !== '' &&
    slot.rule === writeRule(typed.day, typed.every) &&
    slot.start === typed.start &&
    slot.end === typed.end &&
    slot.from === typed.from
  )
}

function dayBefore(date: PlainDate): PlainDate {
  return new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
