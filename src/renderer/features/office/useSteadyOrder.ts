import { useRef } from 'react'

/**
 * Things in the order in which they were first seen, new ones behind: nothing moves under the hand. What has gone stays where
 * it was while it is among `kept`, so that the next one's button does not slide under a second press.
 */
export function useSteadyOrder<Thing extends { id: string }>(things: readonly Thing[], kept: ReadonlySet<string>): Thing[] {
  const seen = useRef<readonly Thing[]>([])
  const now = new Map(things.map((one) => [one.id, one]))
  const before = seen.current.flatMap((one) => now.get(one.id) ?? (kept.has(one.id) ? one : []))
  const known = new Set(before.map((one) => one.id))
  const all = [...before, ...things.filter((one) => !known.has(one.id))]
  seen.current = all
  return all
}
