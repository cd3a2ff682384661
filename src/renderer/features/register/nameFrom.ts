/** A typed text as a name: the first word, then the rest, each with a capital. */
export function nameFrom(text: string): { givenName: string; familyName: string } {
  const [givenName = '', ...rest] = text.trim().split(/\s+/).map((word) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1))
  return { givenName, familyName: rest.join(' ') }
}
