import type { PlainDate } from '../../shared/std/dates.ts'
import { exportableCode } from '../../shared/rules/codes.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { sampleId } from './data.ts'
import { onDay, type Referred } from './referred.ts'

/** One closed case in nine has not told its practice yet: those of the last weeks are on My day. */
const oneInNot = 9

/** The last message to the practice of a case that was closed, sent on the same day; none of a few. */
export function closingMessageOf(one: Referred, episodeId: string, closed: PlainDate): DatedDraft[] {
  const { personId, practice, says, number } = one
  if (number % oneInNot === 0) return []
  const code = exportableCode('referred')
  const draft = onDay(one, closed, 'practiceMessage', sampleId('message', episodeId), {
    ...{ personId, episodeId, kind: 'closing', share: 'all', practice: practice.name, odsCode: practice.odsCode },
    summary: `${says.reason} We met, made a plan, and the case is closed.`,
    outcome: one.member ? `${says.goal} (done)` : `${says.goal} (changed their mind)`,
    codes: code ? [{ code: code.code, term: code.term, on: closed }] : [],
    ...{ sentOn: closed, sentHow: number % 2 === 0 ? 'email' : 'printed' },
  })
  return [{ ...draft, fields: { ...draft.fields, sentBy: draft.actor ?? null } }]
}
