import type { Entity } from '../records/index.ts'

import type { Instant } from '../std/dates.ts'
import { partIdOf } from '../std/ids.ts'
import { entriesOf, patientOf, to, type Resource } from './fhirOut.ts'
import { referralCode, systems } from './fhirShapes.ts'

type Message = Entity<'practiceMessage'>

/** Who wrote it, for which team, and the headings of its parts as they stand on the printed sheet. */
export interface MessageWriter {
  name: string
  team: { id: string; name: string }
  says: Record<'title' | 'summary' | 'attendance' | 'outcome' | 'actions' | 'codes', string>
}

/**
 * A message to the practice as a FHIR R4 document (domain 8): a Composition with its sections, the ServiceRequest with what became of it,
 * an Encounter for each day at a group and an Observation for each score, as far as the person lets the practice know. Pure. Of the
 * person only what finds them: no address, phone, language or ethnicity. @param at when the file is made
 */
export function messageBundleOf(one: Message, episode: Entity<'episode'>, person: Entity<'person'>, writer: MessageWriter, at: Instant): Resource {
  const refers = one.share === 'all' || (one.codes ?? []).some((code) => code.code === referralCode)
  const resources = [
    compositionOf(one, writer),
    whoOf(person, one),
    { resourceType: 'Practitioner', id: partIdOf(one.id, 'writer'), name: [{ text: writer.name }] },
    { resourceType: 'Organization', id: writer.team.id, name: writer.team.name },
    practiceOf(one),
    ...(refers ? [requestOf(one, episode)] : []),
    ...encountersOf(one),
    ...observationsOf(one),
  ]
  const identifier = { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${one.id}` }
  return { resourceType: 'Bundle', identifier, type: 'document', timestamp: at, entry: entriesOf(resources) }
}

function compositionOf(one: Message, { team, says }: MessageWriter): Resource {
  return {
    resourceType: 'Composition',
    id: one.id,
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${one.id}` },
    status: 'final',
    type: { text: says.title },
    subject: to(one.personId),
    date: one.at,
    author: [to(partIdOf(one.id, 'writer'))],
    title: says.title,
    custodian: to(team.id),
    ...(one.supersedes
      ? { relatesTo: [{ code: 'replaces', targetIdentifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${one.supersedes}` } }] }
      : {}),
    ...(one.codes?.length ? { event: one.codes.map(eventOf) } : {}),
    section: sectionsOf(one, says),
  }
}

function eventOf({ code, term, on }: NonNullable<Message['codes']>[number]): Resource {
  return { code: [{ coding: [{ system: systems.snomed, code, display: term }] }], period: { start: on } }
}

/** Each part that the message has, as words that any reader shows. */
function sectionsOf(one: Message, says: MessageWriter['says']): Resource[] {
  const parts: [keyof MessageWriter['says'], string[]][] = [
    ['summary', linesIn(one.summary)],
    ['attendance', (one.attendance ?? []).map(({ group, dates }) => `${group}: ${dates.length} (${dates.join(', ')})`)],
    ['outcome', linesIn(one.outcome)],
    ['actions', linesIn(one.actions)],
    ['codes', (one.codes ?? []).map(({ code, term, on }) => `${term} (${code}), ${on}`)],
  ]
  return parts.flatMap(([part, lines]) => (lines.length > 0 ? [{ title: says[part], text: narrative(lines) }] : []))
}

const linesIn = (text: string | undefined) => (text ?? '').split('\n').filter((line) => line.trim())

function narrative(lines: readonly string[]): Resource {
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>` }
}

/** A text as XHTML, without the marks that XML does not take at all. */
function escaped(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  const kept = [...text].filter((letter) => letter >= ' ' || letter === '\t').join('')
  return kept.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

/** What a practice finds somebody by, and no more. */
function whoOf(person: Entity<'person'>, one: Message): Resource {
  const { resourceType, id, identifier, name, birthDate } = patientOf({ ...person, id: one.personId })
  const known = { ...(identifier === undefined ? {} : { identifier }), ...(birthDate === undefined ? {} : { birthDate }) }
  return {
    resourceType: resourceType ?? 'Patient',
    id: id ?? one.personId,
    name: name ?? [],
    ...known,
    generalPractitioner: [to(partIdOf(one.id, 'practice'))],
  }
}

function practiceOf(one: Message): Resource {
  const ods = one.odsCode ? { identifier: [{ system: systems.ods, value: one.odsCode }] } : {}
  return { resourceType: 'Organization', id: partIdOf(one.id, 'practice'), ...ods, name: one.practice }
}

/** What became of the referral. */
function requestOf(one: Message, { closedOn, closedAs, openedOn }: Entity<'episode'>): Resource {
  const declined = closedAs === 'declined' || closedAs === 'unsuitable'
  return {
    resourceType: 'ServiceRequest',
    id: partIdOf(one.id, 'request'),
    status: closedOn ? (declined ? 'revoked' : 'completed') : 'active',
    intent: 'order',
    code: { coding: [{ system: systems.snomed, code: referralCode, display: 'Referral to social prescribing service' }] },
    subject: to(one.personId),
    authoredOn: openedOn,
    performer: [to(partIdOf(one.id, 'writer'))],
  }
}

function encountersOf(one: Message): Resource[] {
  const ambulatory = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' }
  const days = (one.attendance ?? []).flatMap(({ group, dates }) => dates.map((date) => ({ group, date })))
  return days.map(({ group, date }, nth) => ({
    resourceType: 'Encounter',
    id: partIdOf(one.id, `encounter ${nth}`),
    status: 'finished',
    class: ambulatory,
    subject: to(one.personId),
    serviceType: { text: group },
    period: { start: date, end: date },
  }))
}

function observationsOf(one: Message): Resource[] {
  const asked = (one.scores ?? []).flatMap(({ title, before, beforeOn, after, afterOn }) => [
    { title, value: before, on: beforeOn },
    { title, value: after, on: afterOn },
  ])
  return asked.map(({ title, value, on }, nth) => ({
    resourceType: 'Observation',
    id: partIdOf(one.id, `observation ${nth}`),
    status: 'final',
    code: { text: title },
    subject: to(one.personId),
    effectiveDateTime: on,
    valueQuantity: { value },
  }))
}
