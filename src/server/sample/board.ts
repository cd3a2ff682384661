import type { DatedDraft } from '../ownWriting.ts'
import { sampleId } from './data.ts'

const words =
  'Walk and Talk began in October 2023 in the park, with warm drinks and a quiz afterwards. People come from Nuneaton and from Bedworth. They told us what else they need, and six groups have come of it.'

/** The report of Walk and Talk for the board, on every first Monday (story 28). @param atMs when the lead set it up */
export function boardReportOf(atMs: number): DatedDraft {
  const lead = sampleId('colleague', 'anita')
  const fields = {
    name: 'Walk and Talk for the board',
    groupIds: [sampleId('group', 'W')],
    parts: ['growth', 'outcomes', 'confidence', 'waiting'],
    from: '2023-10-01',
    words,
    every: 'firstMonday',
    at: new Date(atMs).toISOString(),
    byId: lead,
  }
  return { record: 'boardReport', row: sampleId('boardReport', 'W'), fields, atMs, actor: lead }
}
