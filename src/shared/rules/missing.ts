import type { Entity } from '../records/index.ts'

/** Parts of the core form that are asked for and never block joining (house 10.1, domain 10.2). */
export const corePieces = ['familyName', 'birth', 'phone', 'postcode', 'practice', 'emergencyContact'] as const
export type CorePiece = (typeof corePieces)[number]

/** What is still missing of the core form, in its order. @param contacts how many emergency contacts are known */
export function missingPieces(person: Entity<'person'>, contacts: number): CorePiece[] {
  const has: Record<CorePiece, boolean> = {
    familyName: Boolean(person.familyName),
    birth: person.bornOn !== undefined || Boolean(person.ageBand),
    phone: person.phone !== undefined,
    postcode: Boolean(person.address?.postcode),
    practice: Boolean(person.practice),
    emergencyContact: contacts > 0,
  }
  return corePieces.filter((piece) => !has[piece])
}
