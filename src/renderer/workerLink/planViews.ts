import type { FieldsOf } from '../../shared/records/index.ts'
import type { PlanText } from '../../shared/records/plan.ts'
import type { MeasureDefinition, MeasureScore } from '../../shared/measures/definition.ts'
import type { Availability, Scores } from '../../shared/rules/measures.ts'
import type { MeasureDue } from '../../shared/rules/measuresDue.ts'
import type { PlanState } from '../../shared/rules/plans.ts'
import type { Kept } from './views.ts'

type PlanFields = FieldsOf<'plan'>
type Given<Name extends keyof PlanFields> = { [Field in Name]: NonNullable<PlanFields[Field]> | null }

/** A goal as the plan shows it. */
export interface GoalView {
  goalId: string
  words: Kept<string>
  priority: number | null
  targetOn: string | null
  confidence: number | null
  outcome: FieldsOf<'planGoal'>['outcome']
  outcomeWords: string
}

/** Something to do. */
export interface ActionView {
  actionId: string
  goalId: string | null
  what: Kept<string>
  who: string
  dueOn: string | null
  state: FieldsOf<'planAction'>['state']
}

/** A plan as it was agreed. */
export type VersionView = Pick<FieldsOf<'planVersion'>, 'number' | 'texts' | 'goals' | 'actions' | 'agreedOn' | 'agreedWith' | 'agreedAs'> & {
  versionId: string
}

/** How sure somebody was, each time they were asked. */
export type SureView = Pick<FieldsOf<'planConfidence'>, 'value' | 'on'> & { asked: FieldsOf<'planConfidence'>['asked'] | 'cafe' }

/** The plan of one case, begun or not. */
export interface PlanOfCase extends Given<
  | 'writtenWith'
  | 'cardAgreed'
  | 'maySee'
  | 'sharedOn'
  | 'agreedOn'
  | 'agreedWith'
  | 'agreedAs'
  | 'copyGivenOn'
  | 'copyAs'
  | 'reviewOn'
  | 'reviewedOn'
  | 'closedOn'
  | 'closedAs'
> {
  episodeId: string
  planId: string
  state: PlanState
  /** Closed: read and not written. */
  readOnly: boolean
  texts: Record<PlanText, Kept<string>>
  goals: GoalView[]
  /** How sure they were that they can do it, the first time asked first. */
  sure: SureView[]
  actions: ActionView[]
  versions: VersionView[]
  /** It says something else than what was agreed last. */
  changedSince: boolean
}

/** Somebody with their plan; without a case there is none. */
export interface PlanView {
  personId: string
  name: string
  /** Preferred language, as a tag. */
  language: string | null
  today: string
  plan: PlanOfCase | null
}

/** One time that a measure was answered. */
export interface MeasureView {
  measureId: string
  questionnaire: string
  version: string
  on: string
  how: FieldsOf<'measure'>['how']
  answeredBy: FieldsOf<'measure'>['answeredBy'] | null
  helpedBy: string | null
  scores: Scores
  /** Broken off: kept and not scored. */
  partial: boolean
  voidedBecause: string | null
  /** The answers ask for something to be done, and nobody has written down what was. */
  protocolOpen: boolean
}

/** A questionnaire, and whether it can be asked. */
export interface ToolView {
  questionnaire: string
  version: string
  title: string
  note: string | null
  scores: MeasureScore[]
  availability: Availability
  due: Pick<MeasureDue, 'point' | 'dueOn' | 'until' | 'late'> | null
  /** Times it was answered, the first one first. */
  asked: MeasureView[]
}

/** All measures of somebody. */
export interface MeasuresView {
  personId: string
  name: string
  today: string
  tools: ToolView[]
}

/** A questionnaire as it is put to one person. */
export interface MeasureToAsk {
  personId: string
  episodeId: string | null
  name: string
  /** What they are called. */
  called: string
  today: string
  availability: Availability
  licenceId: string | null
  /** With the words of the licence; empty of questions where it may not be shown. */
  definition: MeasureDefinition
  /** Days on which it was answered. */
  askedOn: string[]
  /** Numbers to call when the answers ask for it. */
  dutyPhone: string | null
  safeguarding: { name: string; phone: string } | null
  /** The last answers that ask for something to be done, of which nobody wrote down what was. */
  protocolOpen: { measureId: string; on: string } | null
}

/** A questionnaire with the site's licence for it. */
export interface LicenceView {
  questionnaire: string
  title: string
  holder: string
  evidence: string
  source: string
  licensed: boolean
  availability: Availability
  /** Names of the words that only a licence gives, in the order of the questions. */
  slots: string[]
  /** Ids of the questions, for the names of the words. */
  items: string[]
  licence: { licenceId: string; holder: string; number: string; until: string | null; wording: Record<string, string> } | null
}

export interface LicencesView {
  phq4On: boolean
  mayEdit: boolean
  licences: LicenceView[]
}
