import type { Row } from '../../shared/changes/row.ts'

/**
 * The same row, in less memory: fields that one change wrote have one stamp, and as they are read from JSON each would have a string of
 * its own. Of a person that is half a kilobyte.
 */
export function withSharedStamps(row: Row): Row {
  const { stamps } = row
  let last = ''
  for (const field in stamps) {
    const stamp = stamps[field]!
    if (stamp === last) stamps[field] = last
    else last = stamp
  }
  return row
}
