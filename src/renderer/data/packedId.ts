const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A random id as nine characters instead of 36: eight of 15 bits, and one for their highest bits. No character is half of a pair. Null for what is none. */
export function packedId(id: string): { parts: string; high: number } | null {
  if (!isId.test(id)) return null
  const digits = id.replaceAll('-', '')
  let [parts, high] = ['', 0]
  for (let at = 0; at < 32; at += 4) {
    const part = Number.parseInt(digits.slice(at, at + 4), 16)
    parts += String.fromCharCode(part & 0x7fff)
    high = (high << 1) | (part >>> 15)
  }
  return { parts, high }
}

/** The id that was packed so. */
export function unpackedId(parts: string, high: number): string {
  let digits = ''
  for (let at = 0; at < 8; at++) {
    const part = parts.charCodeAt(at) | (((high >>> (7 - at)) & 1) << 15)
    digits += part.toString(16).padStart(4, '0')
  }
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`
}
