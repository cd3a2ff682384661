import type { MeasureDefinition } from '../../../shared/measures/definition.ts'
import type { Answer } from '../../../shared/rules/measures.ts'
import type { InputOf } from '../../../shared/commands/index.ts'
import type { MeasureToAsk } from '../../workerLink/planViews.ts'

/** What is filled in of a questionnaire before it is saved. */
export interface MeasureForm {
  items: Record<string, Answer>
  how: 'asked' | 'paper' | 'self'
  answeredBy: 'person' | 'withHelp' | 'forThem'
  helpedBy: string
  on: string
  again: boolean
}

/** A form that nobody has touched. */
export function freshForm(today: string): MeasureForm {
  return { items: {}, how: 'asked', answeredBy: 'person', helpedBy: '', on: today, again: false }
}

/** The answers with one of them changed, or taken away. */
export function withAnswer(items: Readonly<Record<string, Answer>>, id: string, answer: Answer | undefined): Record<string, Answer> {
  const { [id]: _, ...others } = items
  return answer === undefined ? others : { ...others, [id]: answer }
}

/** What `recordMeasure` is told. A laptop that was handed over has no date of another day. */
export function recordInput(view: MeasureToAsk, form: MeasureForm): InputOf<'recordMeasure'> {
  const { id, version, language } = view.definition
  return {
    personId: view.personId,
    episodeId: view.episodeId,
    questionnaire: id,
    version,
    language,
    items: form.items,
    on: form.how === 'self' ? view.today : form.on,
    how: form.how,
    answeredBy: form.answeredBy,
    licenceId: view.licenceId,
    ...(form.answeredBy !== 'person' && form.helpedBy.trim() ? { helpedBy: form.helpedBy.trim() } : {}),
    ...(form.again ? { againConfirmed: true } : {}),
  }
}

/** The last day less than four weeks before or after the one of the form on which it was answered. */
export function lately(askedOn: readonly string[], on: string): string | null {
  const days = (day: string) => Math.abs(Date.parse(day) - Date.parse(on)) / 86_400_000
  return askedOn.filter((day) => days(day) < 28).at(-1) ?? null
}

/** Ways of answering that a questionnaire allows. */
export function waysOf({ handOver }: MeasureDefinition): MeasureForm['how'][] {
  return handOver ? ['asked', 'paper', 'self'] : ['asked', 'paper']
}
