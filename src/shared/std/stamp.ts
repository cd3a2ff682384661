/**
 * A hybrid clock value that orders changes: "<milliseconds, base 36, 9 digits>.<counter, base 36, 4 digits>.<device>".
 * Plain string comparison orders stamps; the device breaks ties, so two stamps are never equal by accident.
 */
export type Stamp = string

/** What a stamp is made of. `ms` is wall time in milliseconds since 1970. */
export interface StampParts {
  ms: number
  counter: number
  device: string
}

/** The shape of a stamp on the wire. */
export const stampPattern = /^[0-9a-z]{9}\.[0-9a-z]{4}\.[0-9a-f-]{36}$/

/** The stamp before all others. */
export const zeroStamp: Stamp = '000000000.0000.00000000-0000-0000-0000-000000000000'

const highestCounter = 36 ** 4 - 1

/** Writes the parts as one string that sorts. Times before 1970 (a flat clock battery) count as 1970. */
export function makeStamp({ ms, counter, device }: StampParts): Stamp {
  const time = Math.max(0, Math.floor(ms)).toString(36).padStart(9, '0')
  return `${time}.${counter.toString(36).padStart(4, '0')}.${device}`
}

/** Reads a stamp. Throws on anything that `stampPattern` does not match: the wire was checked before. */
export function readStamp(stamp: Stamp): StampParts {
  const [time, counter, device] = stamp.split('.')
  if (!time || !counter || !device) throw new Error('impossible: not a stamp')
  return { ms: Number.parseInt(time, 36), counter: Number.parseInt(counter, 36), device }
}

/** The next stamp of this device: never behind `last`, whatever the wall clock says. */
export function tick(last: Stamp, nowMs: number, device: string): Stamp {
  const before = readStamp(last)
  if (Math.floor(nowMs) > before.ms) return makeStamp({ ms: nowMs, counter: 0, device })
  if (before.counter < highestCounter) return makeStamp({ ms: before.ms, counter: before.counter + 1, device })
  return makeStamp({ ms: before.ms + 1, counter: 0, device })
}

/** The later of two stamps: moves the clock past what others wrote. */
export function later(a: Stamp, b: Stamp): Stamp {
  return a > b ? a : b
}
