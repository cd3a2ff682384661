import type { CorePiece } from '../../../shared/rules/missing.ts'

/** The field that a missing piece leads to. */
export const fieldOf: Record<CorePiece, string> = {
  familyName: 'core-familyName',
  birth: 'core-bornOn',
  guardian: 'core-guardianName',
  phone: 'core-phone',
  postcode: 'core-postcode',
  practice: 'core-practice',
  emergencyContact: 'core-contactName',
  declaration: 'core-health',
}

/** Goes to a field and shows it under what sticks to the top. */
export function goToField(piece: CorePiece): void {
  const field = document.getElementById(fieldOf[piece])
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
