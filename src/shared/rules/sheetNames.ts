import type { Entity } from '../records/index.ts'
import { plain } from '../std/text.ts'
import { kioskName } from './names.ts'

type OnSheet = Pick<Entity<'person'>, 'id' | 'givenName' | 'familyName' | 'knownAs' | 'bornOn'>

/** A line of a printed sheet. */
export interface SheetName {
  personId: string
  /** First name and initial; as many letters more as two people need to be told apart. */
  name: string
  /** Only where even the whole name is the same: day and month, "04-03". */
  birthday: string | null
}

/** The names of a printed sheet, sorted as they are read: no more of a name than it takes to tell people apart (stories 4, 15). */
export function sheetNames(people: readonly OnSheet[]): SheetName[] {
  const alike = new Map<string, OnSheet[]>()
  for (const one of people) alike.set(kioskName(one), [...(alike.get(kioskName(one)) ?? []), one])
  return people
    .map((one) =>
      sheetName(
        one,
        (alike.get(kioskName(one)) ?? []).filter((other) => other.id !== one.id),
      ),
    )
    .sort((a, b) => (`${plain(a.name)} ${a.personId}` < `${plain(b.name)} ${b.personId}` ? -1 : 1))
}

function sheetName(one: OnSheet, others: readonly OnSheet[]): SheetName {
  const lengths = Array.from({ length: one.familyName?.trim().length ?? 0 }, (_, at) => at + 1)
  const enough = lengths.find((length) => others.every((other) => shortName(other, length) !== shortName(one, length)))
  const same = others.some((other) => shortName(other, whole) === shortName(one, whole))
  return { personId: one.id, name: shortName(one, enough ?? whole), birthday: same ? (one.bornOn?.slice(5) ?? null) : null }
}

/** More letters than a name has. */
const whole = 200

/** "Jean O.", "Jean Oa.", and the whole name when the letters run out. */
function shortName(person: OnSheet, letters: number): string {
  if (letters <= 1) return kioskName(person)
  const family = (person.familyName?.trim() ?? '').normalize('NFC')
  const first = person.knownAs?.trim() || person.givenName
  const shown = [...family].slice(0, letters).join('')
  return [first, shown && (shown === family ? family : `${shown}.`)].filter(Boolean).join(' ')
}
