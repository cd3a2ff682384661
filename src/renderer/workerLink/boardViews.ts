import type { FieldsOf } from '../../shared/records/index.ts'
import type { PlainDate } from '../../shared/std/dates.ts'

/** A report for a board as it was set up. */
export interface BoardReportView extends Pick<FieldsOf<'boardReport'>, 'name' | 'groupIds' | 'parts' | 'from' | 'words' | 'every'> {
  boardReportId: string
  /** It was due on that day, and nobody has dealt with it since. */
  due: PlainDate | null
}
