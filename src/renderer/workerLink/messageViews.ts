import type { FieldsOf } from '../../shared/records/index.ts'
import type { Attended, MessageCode, MessageState, Practice, ScoreChange } from '../../shared/rules/practiceMessage.ts'
import type { Instant, PlainDate } from '../../shared/std/dates.ts'
import type { ClosedAs } from './caseViews.ts'

/** What the screens of messages to the practice draw. Only ever on laptops of link workers and leads. */

export type MessageKind = FieldsOf<'practiceMessage'>['kind']
export type MessageShare = FieldsOf<'practiceMessage'>['share']
export type SentHow = NonNullable<FieldsOf<'practiceMessage'>['sentHow']>

/** What stands on the sheet: of a message that is final, or of one that is being written. */
export interface MessageContent {
  name: string
  bornOn: PlainDate | null
  nhsNumber: string | null
  team: string
  by: string
  on: PlainDate
  kind: MessageKind
  share: MessageShare
  practice: string
  odsCode: string | null
  practiceBefore: string | null
  summary: string
  outcome: string
  actions: string
  attendance: Attended[]
  codes: MessageCode[]
  /** It replaces an earlier one, of that day. */
  replaces: PlainDate | null
}

/** One message that is final. */
export interface MessageView extends MessageContent {
  messageId: string
  episodeId: string
  personId: string
  state: MessageState
  /** Whether scores went with it as figures. */
  figures: boolean
  at: Instant
  sent: { on: PlainDate; how: SentHow; by: string } | null
  returned: { on: PlainDate; because: string } | null
  /** The one that replaced it. */
  replacedBy: { messageId: string; on: PlainDate } | null
}

/** The messages of a case, and what the next one is made of. */
export interface MessagesView {
  episodeId: string
  personId: string
  name: string
  bornOn: PlainDate | null
  nhsNumber: string | null
  team: string
  me: string
  today: PlainDate
  openedOn: PlainDate
  closedOn: PlainDate | null
  closedAs: ClosedAs | null
  /** null where nobody has written it down. */
  practice: Practice | null
  practiceBefore: string | null
  /** They do not want their practice to hear how it goes. */
  objects: boolean
  kind: MessageKind
  goals: { words: string; outcome: FieldsOf<'planGoal'>['outcome']; outcomeWords: string | null }[]
  attendance: Attended[]
  scores: ScoreChange[]
  codes: (MessageCode & { eventId: string })[]
  /** The latest first. */
  messages: MessageView[]
}
