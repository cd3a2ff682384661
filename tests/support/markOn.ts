import { NumberMark } from '../../src/shared/journal/numberMark.ts'

/** The highest number of a device, kept in memory that outlives restarts as a file would. */
export function markOn(bytes: Uint8Array): NumberMark {
  return new NumberMark({ write: (part, at) => bytes.set(part, at), flush: () => {}, close: () => {} }, bytes)
}
