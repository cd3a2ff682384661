import type { Role } from '../records/colleague.ts'
import { records, type Entity, type FieldsOf } from '../records/index.ts'

/** Parts of the core form that are asked for and never block joining (house 10.1, domain 10.2). */
export const corePieces = ['familyName', 'birth', 'phone', 'postcode', 'practice', 'emergencyContact'] as const
export type CorePiece = (typeof corePieces)[number]

/** Which field of a person tells whether a piece is there. */
const fieldOf: Partial<Record<CorePiece, keyof FieldsOf<'person'>>> = {
  familyName: 'familyName', birth: 'bornOn', phone: 'phone', postcode: 'address', practice: 'practice',
}

/**
 * What is still missing of the core form, in its order. A piece that does not go to laptops of this role is never called
 * missing there: the laptop cannot know. @param contacts how many emergency contacts are known
 */
export function missingPieces(person: Entity<'person'>, contacts: number, role: Role): CorePiece[] {
  const has: Record<CorePiece, boolean> = {
    familyName: Boolean(person.familyName),
    birth: person.bornOn !== undefined || Boolean(person.ageBand),
    phone: person.phone !== undefined,
    postcode: Boolean(person.address?.postcode),
    practice: Boolean(person.practice),
    emergencyContact: contacts > 0,
  }
  return corePieces.filter((piece) => !has[piece] && mayKnow(piece, role))
}

function mayKnow(piece: CorePiece, role: Role): boolean {
  const field = fieldOf[piece]
  return field === undefined || (records.person.goes[field] as readonly string[]).includes(role)
}
