import type { Entity } from '../records/index.ts'
import { plain } from '../std/text.ts'

type Named = Pick<Entity<'person'>, 'givenName' | 'familyName' | 'knownAs'>

/** The name as people gave it: what they like to be called, then the family name. */
export function nameOf(person: Named): string {
  return [person.knownAs?.trim() || person.givenName, person.familyName].filter(Boolean).join(' ')
}

/** What may be seen on a kiosk: first name and the first letter of the last ("Nisha K."). */
export function kioskName(person: Named): string {
  const last = person.familyName?.trim()
  return [person.knownAs?.trim() || person.givenName, last ? `${[...last][0]}.` : ''].filter(Boolean).join(' ')
}

/** Text that sorts people by family name, then given name, without regard to accents and case. */
export function sortName(person: Named): string {
  return plain(`${person.familyName ?? person.givenName} ${person.givenName}`)
}

/** First word of a colleague's name: "10:24 · Tom". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
