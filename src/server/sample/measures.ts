import { definitionOf } from '../../shared/measures/index.ts'
import type { MeasureDefinition, MeasureItem } from '../../shared/measures/definition.ts'
import { scoresOf } from '../../shared/rules/measures.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { sampleId } from './data.ts'
import { onDay, type Referred } from './referred.ts'
import type { Chance } from './random.ts'

/** Asked at the first meeting and about twelve weeks later (domain 5.10); of who comes to the Pain Café PEG too, of who walks or plays how active. */
export function measuresOf(one: Referred, episodeId: string, met: PlainDate, chance: Chance): DatedDraft[] {
  const more = one.member?.group === 'P' ? ['peg'] : one.member && 'WFA'.includes(one.member.group) ? ['activity'] : []
  const asked = ['ons4', 'loneliness', ...more].flatMap((id) => definitionOf(id) ?? [])
  const before = asked.map((definition) => answered(one, episodeId, definition, met, 0.35 + chance() * 0.1, chance))
  const later = addDays(met, 84 + Math.floor(chance() * 14) - 7)
  const comes = one.member !== null
  if (later > one.today || chance() < (comes ? 0.2 : 0.5)) return before // not asked again, as it happens
  return [...before, ...asked.map((definition) => answered(one, episodeId, definition, later, comes ? 0.58 + chance() * 0.12 : 0.4, chance))]
}

/** One questionnaire. @param well how well they are, 0 to 1 */
function answered(one: Referred, episodeId: string, definition: MeasureDefinition, on: PlainDate, well: number, chance: Chance): DatedDraft {
  const items = Object.fromEntries(definition.items.map((item) => [item.id, answerTo(definition, item, well, chance)]))
  const { id: questionnaire, version, language } = definition
  const fields = { personId: one.personId, episodeId, questionnaire, version, language, items, scores: scoresOf(definition, items), on, how: 'asked' }
  return onDay(one, on, 'measure', sampleId('measure', episodeId, questionnaire, on), fields)
}

function answerTo(definition: MeasureDefinition, item: MeasureItem, well: number, chance: Chance): number {
  const values = valuesOf(definition, item)
  const isBetterHigh = definition.scores.find((score) => 'item' in score.rule && score.rule.item === item.id)?.better ?? definition.scores[0]?.better
  const share = Math.min(0.999, Math.max(0, (isBetterHigh === 'lower' ? 1 - well : well) + (chance() - 0.5) * 0.3))
  return values[Math.floor(share * values.length)] as number
}

function valuesOf(definition: MeasureDefinition, item: MeasureItem): number[] {
  if (item.kind === 'choice') return (definition.answers[item.answers] ?? []).map((one) => one.value).sort((a, b) => a - b)
  if (item.kind === 'text') throw new Error('no words are invented')
  return Array.from({ length: item.to - item.from + 1 }, (_, at) => item.from + at)
}
