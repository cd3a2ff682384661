import type { GroupTemplate } from '../../../shared/records/group.ts'
import type { FieldsOf } from '../../../shared/records/index.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import type { GroupView } from '../../workerLink/views.ts'
import type { Words } from '../../words/useWords.ts'
import { typedSlots, writtenSlots, type TypedSlot } from './slots.ts'

/** A group as it is typed. */
export interface GroupFormState {
  name: string
  organiser: string
  about: string
  venueId: string
  leaderId: string
  facilitatorIds: string[]
  counts: boolean
  template: GroupTemplate
  capacity: string
  peoplePerLeader: string
  secondVenueId: string
  state: GroupView['state']
  slots: TypedSlot[]
}

/** What is known of a group, to be changed; or a new one with a weekly time to begin with, of which nobody has said the day. */
export function groupFormOf(group: GroupView | null, today: PlainDate): GroupFormState {
  if (!group) {
    return {
      name: '',
      organiser: '',
      about: '',
      venueId: '',
      leaderId: '',
      facilitatorIds: [],
      counts: true,
      template: 'walk',
      capacity: '',
      peoplePerLeader: '',
      secondVenueId: '',
      state: 'running',
      slots: [newSlot(today)],
    }
  }
  return {
    name: group.name,
    organiser: group.organiser ?? '',
    about: group.about ?? '',
    venueId: group.venueId ?? '',
    leaderId: group.leaderId ?? '',
    facilitatorIds: group.facilitatorIds,
    counts: group.counts,
    template: group.template,
    capacity: group.capacity?.toString() ?? '',
    peoplePerLeader: group.peoplePerLeader?.toString() ?? '',
    secondVenueId: group.secondVenueId ?? '',
    state: group.state,
    slots: typedSlots(group.when, today),
  }
}

export function newSlot(today: PlainDate): TypedSlot {
  return { slot: 0, day: '', every: 1, start: '10:30', end: '12:00', from: today }
}

export interface GroupError {
  /** The id of the field. */
  field: string
  text: string
}

/** What must be said before a group can be saved, in the order of the form. */
export function groupErrors({ name, slots }: GroupFormState, words: Words): GroupError[] {
  const day = slots.findIndex((slot) => slot.day === '')
  return [
    ...(name.trim() ? [] : [{ field: 'group-name', text: words.say('form.nameMissing') }]),
    ...(day < 0 ? [] : [{ field: `group-day-${day}`, text: words.say('form.dayMissing') }]),
    ...(slots.some((slot) => slot.end <= slot.start) ? [{ field: 'group-slots', text: words.say('form.endFirst') }] : []),
  ]
}

/** The fields to write. */
export function groupInput(form: GroupFormState, group: GroupView | null, today: PlainDate): FieldsOf<'group'> {
  const { name, organiser, about, venueId, leaderId, facilitatorIds, counts, template, secondVenueId, state, slots } = form
  return {
    name: name.trim(),
    counts,
    template,
    state,
    capacity: numberIn(form.capacity),
    peoplePerLeader: numberIn(form.peoplePerLeader),
    facilitatorIds,
    schedule: writtenSlots(group?.when ?? [], slots, today),
    ...(organiser.trim() || group?.organiser ? { organiser: organiser.trim() } : {}),
    ...(about.trim() || group?.about ? { about: about.trim() } : {}),
    ...chosen('venueId', venueId, group),
    ...chosen('leaderId', leaderId, group),
    ...chosen('secondVenueId', secondVenueId, group),
  }
}

/** What was chosen; none takes back what was there, and says nothing where nothing was. */
function chosen(field: 'venueId' | 'leaderId' | 'secondVenueId', id: string, before: GroupView | null): { [Field in typeof field]?: string | null } {
  return id ? { [field]: id } : before?.[field] ? { [field]: null } : {}
}

/** A number of people, or none. */
function numberIn(text: string): number | null {
  const number = Number(text.replace(/\D/g, ''))
  return number > 0 ? number : null
}
