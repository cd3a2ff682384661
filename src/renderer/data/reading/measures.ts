import type { MeasureDefinition } from '../../../shared/measures/definition.ts'
import { definitionIn, definitionOf, measureDefinitions } from '../../../shared/measures/index.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { availabilityOf, needsProtocol, notAskedYet, worded, wordingSlots, type Availability } from '../../../shared/rules/measures.ts'
import { measuresDue, type MeasureDue } from '../../../shared/rules/measuresDue.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { LicencesView, LicenceView, MeasuresView, MeasureToAsk, MeasureView, ToolView } from '../../workerLink/planViews.ts'
import type { ViewContext } from './context.ts'
import { caseOf } from './planCase.ts'

/** The licence of this site for a questionnaire: the one recorded last that was not ended. */
function licenceOf(context: ViewContext, questionnaire: string): Entity<'measureLicence'> | null {
  const standing = context.store.memory.list('measureLicence').filter((one) => one.questionnaire === questionnaire && !one.voidedBecause)
  return standing.sort(newestFirst)[0] ?? null
}

function teamOf(context: ViewContext): Entity<'team'> | undefined {
  return context.store.memory.get('team', context.store.opened.identity.team.id)
}

function availability(context: ViewContext, definition: MeasureDefinition): Availability {
  return availabilityOf(definition, licenceOf(context, definition.id), context.today(), teamOf(context)?.phq4On ?? false)
}

/** What was asked of somebody, what is due and what can be asked. */
export function measuresView(context: ViewContext, personId: string): MeasuresView | null {
  const { memory } = context.store
  const person = memory.get('person', personId)
  if (!person) return null
  const asked = memory.linked('measure', 'personId', personId)
  const one = caseOf(context, personId)
  const due = one ? measuresDue(one, asked, context.today()) : []
  const tools = measureDefinitions().map((definition) => toolView(context, definition, asked, due))
  return { personId, name: nameOf(person), today: context.today(), tools }
}

function toolView(context: ViewContext, definition: MeasureDefinition, asked: readonly Entity<'measure'>[], due: readonly MeasureDue[]): ToolView {
  const its = asked
    .filter((one) => one.questionnaire === definition.id)
    .sort((a, b) => (`${a.on} ${a.at} ${a.id}` < `${b.on} ${b.at} ${b.id}` ? -1 : 1))
  const next = due.find((one) => one.questionnaire === definition.id)
  return {
    questionnaire: definition.id,
    version: definition.version,
    title: definition.title,
    note: definition.note,
    scores: definition.scores,
    availability: availability(context, definition),
    due: next ? { point: next.point, dueOn: next.dueOn, until: next.until, late: next.late } : null,
    asked: its.map(measureView),
  }
}

function measureView(one: Entity<'measure'>): MeasureView {
  const definition = definitionIn(one.questionnaire, one.version)
  return {
    measureId: one.id,
    questionnaire: one.questionnaire,
    version: one.version,
    on: one.on,
    how: one.how,
    answeredBy: one.answeredBy ?? null,
    helpedBy: one.helpedBy || null,
    scores: one.scores,
    partial: definition ? notAskedYet(definition, one.items).length > 0 : false,
    voidedBecause: one.voidedBecause ?? null,
    protocolOpen: isProtocolOpen(definition, one),
  }
}

function isProtocolOpen(definition: MeasureDefinition | undefined, one: Entity<'measure'>): boolean {
  return Boolean(definition && !one.voidedBecause && !one.protocolDone && needsProtocol(definition, one.items))
}

/** A questionnaire as it is put to one person; its questions only where they may be shown. */
export function measureToAskView(context: ViewContext, personId: string, questionnaire: string): MeasureToAsk | null {
  const { memory } = context.store
  const [person, definition] = [memory.get('person', personId), definitionOf(questionnaire)]
  if (!person || !definition) return null
  const licence = licenceOf(context, questionnaire)
  const may = availability(context, definition)
  const team = teamOf(context)
  const asked = memory.linked('measure', 'personId', personId).filter((one) => one.questionnaire === questionnaire && !one.voidedBecause)
  const open = asked.sort(newestFirst).find((one) => isProtocolOpen(definition, one))
  const one = caseOf(context, personId)
  return {
    personId,
    episodeId: one && !one.closedOn ? one.id : null,
    name: nameOf(person),
    called: person.knownAs || person.givenName,
    today: context.today(),
    availability: may,
    licenceId: licence?.id ?? null,
    definition: may === 'ready' ? worded(definition, licence) : { ...definition, items: [], answers: {} },
    askedOn: asked.map((other) => other.on).sort(),
    dutyPhone: team?.dutyPhone || null,
    safeguarding: team?.safeguarding?.phone ? team.safeguarding : null,
    protocolOpen: open ? { measureId: open.id, on: open.on } : null,
  }
}

/** Every questionnaire with what the site has a licence for. */
export function licencesView(context: ViewContext): LicencesView {
  return {
    phq4On: teamOf(context)?.phq4On ?? false,
    mayEdit: context.store.role() === 'lead',
    licences: measureDefinitions().map((one) => licenceView(context, one)),
  }
}

function licenceView(context: ViewContext, definition: MeasureDefinition): LicenceView {
  const licence = licenceOf(context, definition.id)
  return {
    questionnaire: definition.id,
    title: definition.title,
    holder: definition.licence.holder,
    evidence: definition.licence.evidence,
    source: definition.source,
    licensed: definition.licence.status === 'licensed',
    availability: availability(context, definition),
    slots: wordingSlots(definition),
    items: definition.items.map((one) => one.id),
    licence: licence && {
      licenceId: licence.id,
      holder: licence.holder,
      number: licence.number,
      until: licence.until ?? null,
      wording: licence.wording,
    },
  }
}
