import type { FieldsOf } from '../../shared/records/index.ts'
import type { Instant, PlainDate } from '../../shared/std/dates.ts'

/** One report that was saved as a file. */
export interface ExportRow {
  exportId: string
  at: Instant
  by: string
  /** A name of shared/reports; a newer app may know others. */
  report: string
  group: string | null
  /** The picture or film of which a copy was saved. */
  media: string | null
  from: PlainDate | null
  to: PlainDate | null
  /** By what it was told apart, a name of shared/reports/whoTheyAre.ts. */
  apartBy: string | null
  rows: number
  why: string
  format: FieldsOf<'exportLog'>['format']
  saved: boolean
}

/** The log of exports, the latest first. */
export interface ExportsView {
  rows: ExportRow[]
  total: number
}
