/** Words that may stand in a cell: a closed list, each with its sentence `reportWord.<word>` in words/en/reports.ts. */
export const cellWords = [
  'fewer',
  'notShown',
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
  'notKnown',
  'quiet',
  'explained',
  'notExplained',
  'assessed',
] as const
export type CellWord = (typeof cellWords)[number]

/** A word in a cell. */
export interface Said {
  word: CellWord
}

/** A cell that says this word. */
export function said(word: CellWord): Said {
  return { word }
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
] as const
export type ReportNote = (typeof reportNotes)[number]
