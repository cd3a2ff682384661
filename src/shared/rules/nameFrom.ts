import { longest } from '../records/longest.ts'
import { person } from '../records/person.ts'

/** A typed text as a name: the first word, then the rest, each with a capital. What is too long for the record is left off, and the form says so. */
export function nameFrom(text: string): { givenName: string; familyName: string } {
  const [givenName = '', ...rest] = text
    .trim()
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1))
  return { givenName: givenName.slice(0, longest(person, 'givenName')), familyName: rest.join(' ').slice(0, longest(person, 'familyName')) }
}
