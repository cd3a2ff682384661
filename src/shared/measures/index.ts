import activity from '../../../resources/measures/activity.json' with { type: 'json' }
import eq5d5l from '../../../resources/measures/eq5d5l.json' with { type: 'json' }
import loneliness from '../../../resources/measures/loneliness.json' with { type: 'json' }
import mycaw from '../../../resources/measures/mycaw.json' with { type: 'json' }
import ons4 from '../../../resources/measures/ons4.json' with { type: 'json' }
import pam from '../../../resources/measures/pam.json' with { type: 'json' }
import peg from '../../../resources/measures/peg.json' with { type: 'json' }
import phq4 from '../../../resources/measures/phq4.json' with { type: 'json' }
import swemwbs from '../../../resources/measures/swemwbs.json' with { type: 'json' }
import { definitionSchema, type MeasureDefinition } from './definition.ts'

/** Every questionnaire there is, in the order in which they are offered; each is checked as it is read. */
const files: readonly unknown[] = [ons4, loneliness, activity, peg, swemwbs, mycaw, eq5d5l, pam, phq4]

let read: readonly MeasureDefinition[] | null = null

/** The questionnaires, read when they are first asked for: the door needs none. */
export function measureDefinitions(): readonly MeasureDefinition[] {
  read ??= files.map((file) => definitionSchema.parse(file))
  return read
}

/** One of them, or undefined: a newer app may have written one that this one does not know. */
export function definitionOf(id: string): MeasureDefinition | undefined {
  return measureDefinitions().find((one) => one.id === id)
}

/** The same, only in the version that was answered: scores of two versions are never put together. */
export function definitionIn(id: string, version: string): MeasureDefinition | undefined {
  const found = definitionOf(id)
  return found?.version === version ? found : undefined
}
