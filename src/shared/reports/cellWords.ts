import { masked, type Masked } from '../rules/smallNumbers.ts'

/** Words that may stand in a cell: a closed list, each with its sentence `reportWord.<word>` in words/en/reports.ts; of genders the words that the form has. */
export const cellWords = [
  'fewer',
  'notShown',
  'allGroups',
  'everybody',
  'notKnown',
  'noVenue',
  'elsewhere',
  'gender.1',
  'gender.2',
  'gender.3',
  'gender.4',
  'gender.Z',
  'team',
  'inWindow',
  'outsideWindow',
  'allMonths',
  'contact',
  'conversation',
  'attendance',
  'nobody',
  'notClosed',
  'nothingWritten',
  'countDiffers',
  'notCounted',
  'incident',
  'nearMiss',
  'closed',
  'followUpWritten',
  'noFollowUp',
  'underRatio',
  'noSecondAdult',
  'noRota',
  'declarationEnded',
  'declarationMissing',
  'training',
  'dbs',
  'firstAid',
  'riskAssessment',
  'insurance',
  'laptop',
  'missing',
  'ended',
  'endsSoon',
  'noneFound',
  'nothingKnown',
  'quiet',
  'explained',
  'notExplained',
  'assessed',
  'noticeboard',
  'website',
  'press',
  'national',
  'pictures',
  'quote',
  'story',
  'notNamed',
  'picture',
  'video',
  'sound',
] as const
export type CellWord = (typeof cellWords)[number]

/** Words that only reports say. */
export type OwnWord = Exclude<CellWord, `gender.${string}`>

/** A word in a cell. */
export interface Said {
  says: CellWord
}

/** A cell that says this word. */
export function said(word: CellWord): Said {
  return { says: word }
}

/** A count of people, or that it is not shown. */
export function shownOr(count: Masked): number | Said {
  return count ?? said('notShown')
}

/** A count of people that stands for itself: only a count of one to four is not shown, and that is said. */
export function countOf(count: number): number | Said {
  return masked(count) ?? said('fewer')
}

/** What stands under figures so that nobody reads more into them than they say: `reportNote.<note>` in words/en/reports.ts. */
export const reportNotes = [
  'noControl',
  'whoAnswered',
  'tenPairs',
  'interval',
  'direction',
  'versions',
  'window',
  'ons4',
  'small',
  'groupsOverlap',
  'clocks',
  'percentile',
  'waitingNow',
  'ownersCovered',
  'neverAllWell',
  'ninetyDays',
  'noExpiryKept',
  'laptopsKnown',
  'confidenceAsked',
  'registered',
  'deciles',
] as const
export type ReportNote = (typeof reportNotes)[number]
