import type { Role } from '../records/colleague.ts'
import { records, type Entity, type FieldsOf } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { isUnder18 } from './age.ts'
import type { DeclarationState } from './declarations.ts'

/** Parts of the core form that are asked for and never block joining (house 10.1, domain 10.2). */
export const corePieces = ['familyName', 'birth', 'guardian', 'phone', 'postcode', 'practice', 'emergencyContact', 'declaration'] as const
export type CorePiece = (typeof corePieces)[number]

/** Which field of a person tells whether a piece is there. */
const fieldOf: Partial<Record<CorePiece, keyof FieldsOf<'person'>>> = {
  familyName: 'familyName',
  birth: 'bornOn',
  phone: 'phone',
  postcode: 'address',
  practice: 'practice',
}

/** What is known beside the person's own row. Without `today` nobody is asked for a guardian. */
export interface KnownBeside {
  today?: PlainDate
  /** Where they stand with the health questions; missing or null where nobody asks them (a café, a list of people). */
  declaration?: DeclarationState | null
}

/**
 * What is still missing of the core form, in its order. "No phone", "no fixed address" and "nobody to ring, because" are
 * answers. A piece that does not go to laptops of this role is never called missing there: the laptop cannot know.
 * @param contacts how many emergency contacts can be called: a name without a number is none
 */
export function missingPieces(person: Entity<'person'>, contacts: number, role: Role, beside: KnownBeside = {}): CorePiece[] {
  const { today, declaration } = beside
  const has: Record<CorePiece, boolean> = {
    familyName: Boolean(person.familyName),
    birth: Boolean(person.bornOn) || Boolean(person.ageBand) || person.bornOn === null,
    guardian: today === undefined || !isUnder18(person, today) || Boolean(person.guardian),
    phone: Boolean(person.phone) || person.noPhone === true,
    postcode: Boolean(person.address?.postcode) || person.noFixedAbode === true,
    practice: Boolean(person.practice),
    emergencyContact: contacts > 0 || Boolean(person.noContactBecause),
    declaration: declaration !== 'missing' && declaration !== 'ended',
  }
  return corePieces.filter((piece) => !has[piece] && mayKnow(piece, role))
}

function mayKnow(piece: CorePiece, role: Role): boolean {
  const field = fieldOf[piece]
  return field === undefined || (records.person.goes[field] as readonly string[]).includes(role)
}
