import { useMemo } from 'react'
import { useDrafts } from './drafts.ts'
import { leftOf, type UnfinishedKind } from './forms.ts'
import type { Place } from './places.ts'

/** A form that somebody left before it was saved. */
export interface Unfinished {
  key: string
  kind: UnfinishedKind
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
    const left = leftOf(key, draft)
    const elsewhere = sessionId !== null && left?.ids['sessionId'] !== undefined && left.ids['sessionId'] !== sessionId
    return left && !elsewhere ? [{ key, kind: left.kind, text: left.text, personId: left.personId ?? null, place: left.place }] : []
  })
}
