import { makeStamp, readStamp, tick, type Stamp } from '../shared/std/stamp.ts'

/** A clock is right within this; beyond, its time is moved by the measured offset (SPEC SY12). Milliseconds. */
const toleratedMs = 60_000
/**
 * Nothing counts as later than this much after the server's now, or one wrong clock would win for years.
 * Milliseconds.
 */
const futureMs = 60_000

/** What is measured when a laptop calls: the server's clock, and how far the laptop's is behind it (milliseconds). */
export interface Clocks {
  now: number
  offset: number
}

/**
 * The stamp that orders a change, for everyone: the laptop's, moved and capped (SPEC SY12). What is moved or capped still
 * keeps its order among the device's own. @param last the latest effective stamp of this device before
 */
export function effectiveOf(stamp: Stamp, clocks: Clocks, last: Stamp): Stamp {
  const { ms, counter, device } = readStamp(stamp)
  const moved = Math.abs(clocks.offset) > toleratedMs ? ms + clocks.offset : ms
  const capped = Math.min(moved, clocks.now + futureMs)
  if (capped === ms) return stamp
  const made = makeStamp({ ms: capped, counter, device })
  return made > last ? made : tick(last, capped, device)
}

/** The effective stamps of a device's changes, given in the order it wrote them. @param last its latest before */
export function effectiveStamps(stamps: readonly Stamp[], clocks: Clocks, last: Stamp): { stamps: Stamp[]; last: Stamp } {
  const inOrder = stamps.map((stamp, place) => ({ stamp, place })).sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  const made: Stamp[] = []
  let latest = last
  for (const { stamp, place } of inOrder) {
    const effective = effectiveOf(stamp, clocks, latest)
    made[place] = effective
    if (effective > latest) latest = effective
  }
  return { stamps: made, last: latest }
}
