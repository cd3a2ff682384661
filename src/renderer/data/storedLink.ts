import { packedId } from './packedId.ts'

/**
 * A link as it lies on disk: eleven characters for "signIn.sessionId:…id…", which has fifty. IndexedDB writes two bytes a character, into the
 * row and into the index, and its store copies them again each time it tidies up: of a first load of 500,000 rows that was the larger part.
 *
 * The first two characters stand for record and field, the others for the id. Two fields that fell on one code would be read together, which
 * costs a moment and hides nothing. Links from before are not made new: `firstLong` and `afterLong` are the range in which all of them lie.
 */
export function storedLink(link: string): string {
  const colon = link.indexOf(':')
  const packed = packedId(link.slice(colon + 1))
  return packed ? codeOf(link.slice(0, colon)) + packed.parts + String.fromCharCode(packed.high) : link
}

/** Between these two lie all links as they were written until 0.1.0, and none of the short ones. */
export const [firstLong, afterLong] = ['A', '{']

const codes = new Map<string, string>()

function codeOf(field: string): string {
  const known = codes.get(field)
  if (known !== undefined) return known
  const hash = fnv(field)
  const code = String.fromCharCode(0x100 + (hash & 0x3fff), (hash >>> 14) & 0x7fff) // the first one above every letter that a long link begins with
  codes.set(field, code)
  return code
}

/** FNV-1a, 32 bits. */
function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
