/**
 * A link as it lies on disk: eleven characters for "signIn.sessionId:…id…", which has fifty. IndexedDB writes two bytes a character, into the
 * row and into the index, and its store copies them again each time it tidies up: of a first load of 500,000 rows that was the larger part.
 *
 * The first two characters stand for record and field, the others for the id. Two fields that fell on one code would be read together, which
 * costs a moment and hides nothing. Links from before are not made new: `firstLong` and `afterLong` are the range in which all of them lie.
 */
export function storedLink(link: string): string {
  const colon = link.indexOf(':')
  const id = link.slice(colon + 1)
  return isId.test(id) ? codeOf(link.slice(0, colon)) + packedId(id) : link
}

/** Between these two lie all links as they were written until 0.1.0, and none of the short ones. */
export const [firstLong, afterLong] = ['A', '{']

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
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

/** Eight characters of 15 bits, and one for their highest bits: no character is half of a pair. */
function packedId(id: string): string {
  const digits = id.replaceAll('-', '')
  let [packed, high] = ['', 0]
  for (let at = 0; at < 32; at += 4) {
    const part = Number.parseInt(digits.slice(at, at + 4), 16)
    packed += String.fromCharCode(part & 0x7fff)
    high = (high << 1) | (part >>> 15)
  }
  return packed + String.fromCharCode(high)
}
