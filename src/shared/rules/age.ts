import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'

/** Ages somebody may choose instead of a birth date. The first is under the age from which nobody else answers for them. */
export const ageBands = ['under 18', '18 to 29', '30 to 39', '40 to 49', '50 to 59', '60 to 69', '70 to 79', '80 to 89', '90 or over'] as const

export type AgeBand = (typeof ageBands)[number]

/** From here on nobody else answers for somebody. Years. */
const grownUp = 18

/** Whole years on a day. Born on 29 February, one is a year older on 1 March where there is no 29th. */
export function ageOn(bornOn: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** The band somebody is in on a day: by their date of birth, else the one they chose; null where neither is known. */
export function ageBandOn({ bornOn, ageBand }: Pick<Entity<'person'>, 'bornOn' | 'ageBand'>, day: PlainDate): AgeBand | null {
  if (!bornOn) return ageBands.find((one) => one === ageBand) ?? null
  return bandOfAge(ageOn(bornOn, day))
}

/** The band of an age in whole years. */
export function bandOfAge(age: number): AgeBand {
  const tens = Math.floor(age / 10)
  return age < grownUp ? ageBands[0] : (ageBands[Math.min(ageBands.length - 1, Math.max(1, tens - 1))] ?? ageBands[0])
}

/** Whether somebody is known to be under 18; who gives neither date nor age is not called a child. */
export function isUnder18({ bornOn, ageBand }: Pick<Entity<'person'>, 'bornOn' | 'ageBand'>, day: PlainDate): boolean {
  return bornOn ? ageOn(bornOn, day) < grownUp : ageBand === ageBands[0]
}
