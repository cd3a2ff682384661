import type { PublishingView, PublishTyped } from '../../workerLink/publishingViews.ts'
import { factsOf, type PublicRows } from '../../../shared/openData/facts.ts'
import { missingForOpenActive, publicSessionsOf } from '../../../shared/openData/sessions.ts'
import { staffWordsOf } from '../../../shared/openData/staffWords.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { templateOf } from '../../../shared/rules/templates.ts'
import type { ViewContext } from './context.ts'

/** Sessions that are shown. */
const mostSessions = 3

/** Where the team's groups are published. */
export function openAddress({ store: { opened } }: ViewContext): string {
  return `${opened.identity.server.replace(/\/+$/, '')}/teams/${opened.identity.team.id}/sessions`
}

/** What everybody would read of a group with what is being typed; null where it is not on this laptop. The server tells the same by the same rules. */
export function publishingView(context: ViewContext, groupId: string, typed: PublishTyped | null): PublishingView | null {
  const { memory } = context.store
  const group = memory.get('group', groupId)
  if (!group) return null
  const rows = rowsOf(context, groupId)
  const asTyped: Entity<'group'> = typed ? { ...group, ...fieldsOf(typed) } : group
  const { facts, left } = factsOf(asTyped, rows, context.today())
  const venue = group.venueId ? memory.get('venue', group.venueId) : undefined
  return {
    name: group.name,
    saved: savedOf(group),
    teamOn: rows.team.openData ?? false,
    ended: group.state === 'closed',
    partner: templateOf(group) === 'partner',
    facts,
    sessions: publicSessionsOf(asTyped, facts, memory.linked('session', 'groupId', groupId), rows, context.today()).slice(0, mostSessions),
    left,
    missing: missingForOpenActive(facts),
    placeNotPublic: venue && !venue.isPublic ? venue.name : null,
    address: openAddress(context),
  }
}

function rowsOf({ store: { memory, opened } }: ViewContext, groupId: string): PublicRows {
  const team = memory.get('team', opened.identity.team.id)
  const details = memory.list('service').find((one) => one.groupId === groupId && !one.voidedBecause)
  return {
    team: team ?? { name: opened.identity.team.name },
    venue: (id) => memory.get('venue', id),
    details: () => details,
    holdsStaff: staffWordsOf(memory.list('colleague')),
  }
}

function savedOf({ published, publicContact, publicPhone, publicEmail, pence }: Entity<'group'>): PublishTyped {
  return { published: published ?? false, contact: publicContact ?? '', phone: publicPhone ?? '', email: publicEmail ?? '', pence: pence ?? null }
}

function fieldsOf({ published, contact, phone, email, pence }: PublishTyped) {
  return { published, publicContact: contact, publicPhone: phone, publicEmail: email, pence }
}
