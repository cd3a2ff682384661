import { useEffect, useRef, useState } from 'react'
import { settled, steady, type SteadyRow, type SteadyRules } from './steady.ts'

/** How long after the last movement of the hand a list may move again. */
const quietMs = 3000

/** Rows that stay where they are while the pointer moves over them or the focus is among them. */
export function useSteady<Row>(now: readonly Row[], rules: SteadyRules<Row>, holding: boolean): SteadyRow<Row>[] {
  const before = useRef<SteadyRow<Row>[]>([])
  const rows = holding ? steady(before.current, now, rules) : settled(now)
  useEffect(() => {
    before.current = rows
  })
  return rows
}

/** Whether a hand is at this list; the handlers go onto its element. */
export function useHolding() {
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const hold = () => {
    clearTimeout(timer.current)
    setHolding(true)
    timer.current = setTimeout(() => setHolding(false), quietMs)
  }
  return { holding, handlers: { onPointerMove: hold, onPointerDown: hold, onFocus: hold, onKeyDown: hold } }
}
