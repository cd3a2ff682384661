import type { RowKey } from '../../shared/changes/row.ts'
import { packedId, unpackedId } from './packedId.ts'

/** The first character of a packed id: above every one that an id written out begins with. */
const packedFrom = 0x4000

/**
 * A row's key as it lies on disk: "signIn/" and nine characters, not 36. IndexedDB writes two bytes a character, into the row, into its list of
 * what exists and into each index, and moves all of them about as it tidies up (storedLink.ts). An id that is not random stays as it is.
 */
export function storedKey(key: RowKey): string {
  const slash = key.indexOf('/') + 1
  const packed = packedId(key.slice(slash))
  return packed ? key.slice(0, slash) + String.fromCharCode(packedFrom + packed.high) + packed.parts : key
}

/** The key that lies on disk so, packed or, as all were until 0.1.0, written out. */
export function keyFrom(stored: string): RowKey {
  const slash = stored.indexOf('/') + 1
  const first = stored.charCodeAt(slash)
  return first >= packedFrom ? stored.slice(0, slash) + unpackedId(stored.slice(slash + 1), first - packedFrom) : stored
}
