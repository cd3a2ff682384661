import { useEffect, useRef, useState } from 'react'
import type { ImportChoices, ImportPlan } from '../../../shared/portable/importMembers.ts'
import type { ListSheet } from '../../workerLink/contract.ts'
import { useWorker } from '../../workerLink/link.ts'

/** A list that was chosen or pasted, and what somebody has said about it. */
export interface ImportDraft {
  /** Of a file; null for a list that is pasted. */
  name: string | null
  sheets: ListSheet[]
  sheet: number
  choices: ImportChoices
}

// Not the one of portable/importMembers.ts itself: it would bring the whole import into the window.
const noChoices: ImportChoices = { columns: null, order: null, also: [], takes: [] }
export const noList: ImportDraft = { name: null, sheets: [], sheet: 0, choices: noChoices }

/** The text that is being looked at. */
export function csvOf({ sheets, sheet }: ImportDraft): string {
  return sheets[sheet]?.csv ?? ''
}

/** Typing into the pasted list asks again only when the hand rests; what is chosen is asked for at once. */
const restMs = 250

/** What importing the list would do; null without a list. */
export function usePlan(groupId: string, draft: ImportDraft): ImportPlan | null {
  const worker = useWorker()
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const latest = useRef(0)
  const csv = csvOf(draft)
  const { choices } = draft
  const typed = draft.name === null
  useEffect(() => {
    if (!typed) setPlan(null) // another file or sheet: nobody imports what the last one said
  }, [csv, typed])
  useEffect(() => {
    const asked = ++latest.current
    if (!csv.trim()) return setPlan(null)
    const timer = setTimeout(
      () => {
        void worker.ask('importPlan', { csv, groupId, choices }).then((made) => asked === latest.current && setPlan(made))
      },
      typed ? restMs : 0,
    )
    return () => clearTimeout(timer)
  }, [worker, csv, groupId, choices, typed])
  return plan
}
