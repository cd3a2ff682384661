/** As many letters as a name may have (records/person.ts). */
export const longestName = 100

/** A typed text as a name: the first word, then the rest, each with a capital. What is too long is left off, and the form says so. */
export function nameFrom(text: string): { givenName: string; familyName: string } {
  const [givenName = '', ...rest] = text.trim().split(/\s+/).map((word) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1))
  return { givenName: givenName.slice(0, longestName), familyName: rest.join(' ').slice(0, longestName) }
}
