import { useRef, type FocusEvent, type KeyboardEvent } from 'react'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }

/**
 * Makes a list of buttons one stop of the Tab key; arrows, Home and End move inside it. Without this, four hundred names stand
 * between the search and the buttons below. The buttons start with `tabIndex={-1}`, the first with 0.
 * @param columns how many buttons lie beside each other, for the arrows up and down
 */
export function useRoving(columns = 1) {
  const last = useRef<HTMLElement | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')]
    const at = buttons.indexOf(event.target as HTMLElement)
    const to = at < 0 ? undefined : targetOf(event.key, at, buttons.length, columns, isRtl(event.currentTarget))
    const next = to === undefined ? undefined : buttons[to]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const now = event.target as HTMLElement
    if (!Object.hasOwn(now.dataset, 'roving')) return
    const all = event.currentTarget.querySelectorAll<HTMLElement>('[data-roving][tabindex="0"]')
    all.forEach((one) => (one.tabIndex = -1))
    now.tabIndex = 0
    last.current = now
  }
  return { onKeyDown, onFocus }
}

function targetOf(key: string, at: number, count: number, columns: number, rtl: boolean): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  if (step === undefined) return undefined
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight'
  const to = at + (sideways ? (rtl ? -step : step) : step * columns)
  return to < 0 || to >= count ? undefined : to
}

function isRtl(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
