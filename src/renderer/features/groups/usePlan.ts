import { useEffect, useRef, useState } from 'react'
import type { ColumnMap, ImportPlan } from '../../../shared/portable/importMembers.ts'
import { useDesk } from '../../desk/link.ts'

/** A list that was chosen or pasted, and what its columns hold if somebody said so. */
export interface ImportDraft {
  csv: string
  /** null: guessed from the first line. */
  columns: ColumnMap | null
}

export const noList: ImportDraft = { csv: '', columns: null }

/** Typing into the pasted list asks again only when the hand rests. */
const restMs = 250

/** What importing the list would do; null without a list. */
export function usePlan(groupId: string, { csv, columns }: ImportDraft): ImportPlan | null {
  const desk = useDesk()
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const latest = useRef(0)
  useEffect(() => {
    const asked = ++latest.current
    if (!csv.trim()) return setPlan(null)
    const timer = setTimeout(() => {
      void desk.planImport({ csv, groupId, columns }).then((made) => asked === latest.current && setPlan(made))
    }, restMs)
    return () => clearTimeout(timer)
  }, [desk, csv, groupId, columns])
  return plan
}
