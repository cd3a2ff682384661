import type { RecordName } from '../../../shared/records/index.ts'
import type { CorrectionsReply } from '../../../shared/sync/office.ts'
import type { PeopleAlike } from '../likeness.ts'
import type { MediaFiles } from '../media/files.ts'
import type { LastSeen } from '../lastSeen.ts'
import type { Office } from '../office.ts'
import type { StatusKeeper } from '../statusKeeper.ts'
import type { ViewContext } from '../reading/context.ts'

/** What is asked for answers that are not made of rows alone. */
export interface Keepers {
  status: StatusKeeper
  office: Office
  files: MediaFiles
  lastSeen: LastSeen
  /** What the surgery's log says was written of somebody; null where it cannot be asked. */
  askCorrections(personIds: readonly string[]): Promise<CorrectionsReply | null>
  /** Everybody by what people sound like, made when it is first asked for. */
  alike(): Promise<PeopleAlike>
}

/** One question, whole. Watched, the window is told again whenever its answer changes; asked, it is answered once. */
export interface Question<Params, Answer> {
  /** The records its answer is made of; without it, of any. A write to another one does not ask again (tests/data/madeOf.test.ts reads along). */
  madeOf?: readonly RecordName[]
  /** Can be answered before everybody is read: it needs those whom a register names, and nobody else. */
  early?: true
  /** Needed at a session, so answered also once the lease is over (SPEC SY28): registers, emergency contacts, and what is done there. */
  afterLease: boolean | ((params: Params) => boolean)
  /** What of an answer is left once the lease is over. */
  overLease?: (answer: Answer) => Answer
  answer(context: ViewContext, params: Params, keepers: Keepers): Promise<Answer> | Answer
}

/** Gives a question its types: parameters and answer are those of its function. */
export function defineQuestion<Params = null, Answer = never>(question: Question<Params, Answer>): Question<Params, Answer> {
  return question
}
