import type { Slot } from '../../shared/records/group.ts'
import type { MessageId } from './en.ts'
import type { Words } from './useWords.ts'
import { present } from './present.ts'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** What the form can edit of a rule; null for a rule that somebody else made more clever. */
export function readRule(rule: string): { day: Weekday; every: 1 | 2 } | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
  const day = weekdays.find((one) => one === parts.get('BYDAY'))
  const every = parts.get('INTERVAL') ?? '1'
  const plain = [...parts.keys()].every((key) => ['FREQ', 'BYDAY', 'INTERVAL'].includes(key))
  if (!day || !plain || parts.get('FREQ') !== 'WEEKLY' || (every !== '1' && every !== '2')) return null
  return { day, every: every === '1' ? 1 : 2 }
}

export function writeRule(day: Weekday, every: 1 | 2): string {
  return every === 1 ? `FREQ=WEEKLY;BYDAY=${day}` : `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`
}

/** "Thursdays, 10:30 to 12:00" */
export function slotInWords(slot: Slot, words: Words): string {
  const rule = readRule(slot.rule)
  const times = { start: words.time(slot.start), end: words.time(slot.end) }
  if (!rule) return words.say('slot.other', times)
  const day = words.say(`weekday.${rule.day}` satisfies MessageId)
  return words.say(rule.every === 1 ? 'slot.weekly' : 'slot.everyOther', { day, ...times })
}

/** All times of a group that still hold. */
export function whenInWords(slots: readonly Slot[], words: Words): string {
  const today = words.dateOf(present())
  const held = slots.filter((slot) => slot.until === null || slot.until >= today)
  return held.length === 0 ? words.say('groups.noTime') : held.map((slot) => slotInWords(slot, words)).join('; ')
}
