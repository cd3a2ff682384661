import type { PlainDate } from '../../shared/std/dates.ts'

/** The list of a practice as far as it is known. */
export interface ListSizeView {
  odsCode: string
  name: string | null
  all: number | null
  on: PlainDate | null
  /** Whether it is known how many of them are men and women, and of which ages. */
  bySex: boolean
  byAge: boolean
  /** What was written of it. */
  ids: string[]
}

export interface ListSizesView {
  today: PlainDate
  /** By which index and of how many postcodes it is known how deprived they are; null: of none. */
  deprived: { index: '2019' | '2025'; postcodes: number; ids: string[] } | null
  practices: ListSizeView[]
  /** Practices from which people come, and whose list is not known. */
  missing: { odsCode: string; name: string }[]
}
