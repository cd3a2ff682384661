import { useMemo } from 'react'
import { kindOfDraft, useDrafts } from './drafts.ts'
import type { Place } from './places.ts'

export type UnfinishedKind = 'someoneNew' | 'core' | 'health' | 'incident' | 'concern' | 'note' | 'paper' | 'newGroup'

/** A form that somebody left before it was saved. */
export interface Unfinished {
  key: string
  kind: UnfinishedKind
  /** The beginning of what was typed, or empty; never of a concern. */
  text: string
  personId: string | null
  /** Where it goes on; null where the form lies over the screen that says so: who is new, a new group. */
  place: Place | null
}

/** Forms left at a session, and notes left on people's pages. */
export function useUnfinished(sessionId: string | null): Unfinished[] {
  const drafts = useDrafts((state) => state.drafts)
  return useMemo(() => unfinishedIn(drafts, sessionId), [drafts, sessionId])
}

/** The same without a window. @param sessionId of which session; null: all of them */
export function unfinishedIn(drafts: Readonly<Record<string, unknown>>, sessionId: string | null): Unfinished[] {
  return Object.entries(drafts).flatMap(([key, draft]) => {
    const [, session = '', other = ''] = key.split('/')
    const one = unfinishedOf(key, draft, session, other)
    const elsewhere = sessionId !== null && one?.kind !== 'note' && session !== sessionId
    return one && !elsewhere ? [one] : []
  })
}

function unfinishedOf(key: string, draft: unknown, session: string, other: string): Unfinished | null {
  const typed = (draft ?? {}) as Record<string, string | undefined>
  switch (kindOfDraft(key)) {
    case 'someoneNew': {
      const text = [typed['givenName'], typed['familyName']].filter(Boolean).join(' ') || typed['phone'] || ''
      return text ? { key, kind: 'someoneNew', text, personId: null, place: null } : null
    }
    case 'core': return { key, kind: 'core', text: '', personId: other, place: { at: 'newcomer', sessionId: session, personId: other } }
    case 'health': return { key, kind: 'health', text: '', personId: other, place: { at: 'health', sessionId: session, personId: other } }
    case 'incident': return { key, kind: 'incident', text: typed['what'] ?? '', personId: null, place: { at: 'incident', sessionId: session } }
    case 'concern': {
      const [sessionId, addsTo] = [session, other].map((id) => (id === '-' || id === '' ? null : id))
      return { key, kind: 'concern', text: '', personId: null, place: { at: 'concern', sessionId: sessionId ?? null, addsTo: addsTo ?? null } }
    }
    case 'note': return typeof draft === 'string' && draft.trim()
      ? { key, kind: 'note', text: draft, personId: session, place: { at: 'person', personId: session } }
      : null
    case 'newGroup': return typed['name']?.trim() ? { key, kind: 'newGroup', text: typed['name'], personId: null, place: null } : null
    case 'paper': {
      const names = (draft as { lines?: unknown[] } | null)?.lines?.length ?? 0 // how many, not who
      return names > 0 ? { key, kind: 'paper', text: String(names), personId: null, place: { at: 'keyIn', sessionId: session } } : null
    }
    default: return null
  }
}
