import { useEffect, useRef, useState } from 'react'
import type { ListColumns } from '../../../shared/portable/referralList.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ReferralPlanView } from '../../workerLink/referralPlanView.ts'

/** A file that was chosen or a text that was pasted, and what somebody has said of its columns. */
export interface ReferralDraft {
  /** Of a file; null for what is pasted. */
  name: string | null
  text: string
  columns: ListColumns | null
}

export const nothingChosen: ReferralDraft = { name: null, text: '', columns: null }

/** Typing asks again only when the hand rests. */
const restMs = 250

/** What importing it would do; null without a file. */
export function useReferralPlan({ name, text, columns }: ReferralDraft): ReferralPlanView | null {
  const worker = useWorker()
  const [plan, setPlan] = useState<ReferralPlanView | null>(null)
  const latest = useRef(0)
  useEffect(() => {
    const asked = ++latest.current
    if (!text.trim()) return setPlan(null)
    const ask = () => void worker.ask('referralPlan', { text, columns }).then((made) => asked === latest.current && setPlan(made))
    const timer = setTimeout(ask, name === null ? restMs : 0)
    return () => clearTimeout(timer)
  }, [worker, text, columns, name])
  return plan
}
