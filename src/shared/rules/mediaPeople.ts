import type { Entity } from '../records/index.ts'

/** A baby in a picture: its first name, and with whom it comes. */
export interface BabyIn {
  withId: string
  name: string
}

/** The babies of a picture. One whose name has not come stays without: nobody may use the picture then. */
export function babiesIn({ babiesOf = [], babyNames = [] }: Pick<Entity<'media'>, 'babiesOf' | 'babyNames'>): BabyIn[] {
  return babiesOf.map((withId, nth) => ({ withId, name: babyNames[nth] ?? '' }))
}

/** Whether somebody has said who is in it: nobody who can be known counts. */
export function isSaidWho({ nobody, personIds = [], babiesOf = [] }: Pick<Entity<'media'>, 'nobody' | 'personIds' | 'babiesOf'>): boolean {
  return nobody === true || personIds.length + babiesOf.length > 0
}
