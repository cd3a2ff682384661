import { useEffect } from 'react'
import { afterDrawing } from '../ui/afterDrawing.ts'

/** What may take the focus for something in it. */
const parts = 'li, fieldset, form, section, article, [role=dialog], main'

/**
 * What had the focus may go with what was pressed: a form that was saved, a button that is answered. Then the nearest part around it that
 * is still there takes it, and Tab and a reader go on from there; a browser would leave it nowhere. What takes it itself goes before.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let had: Had | null = null
    const onFocus = ({ target }: FocusEvent) => (had = hadBy(target as HTMLElement, had))
    const keep = () => {
      if (had && isLost(had.by)) partLeft(had)?.focus({ preventScroll: true })
    }
    const changes = new MutationObserver(() => had && isLost(had.by) && void afterDrawing().then(keep))
    document.addEventListener('focusin', onFocus)
    changes.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onFocus)
      changes.disconnect()
    }
  }, [])
}

/** What had the focus last, what lies around it, and under a dialog what lay around what opened it. */
interface Had {
  by: HTMLElement
  around: HTMLElement[]
  under: HTMLElement[]
}

function hadBy(by: HTMLElement, before: Had | null): Had {
  const around: HTMLElement[] = []
  for (let part = by.closest<HTMLElement>(parts); part; part = part.parentElement?.closest<HTMLElement>(parts) ?? null) around.push(part)
  const isPage = around.some((part) => part.tagName === 'MAIN')
  return { by, around, under: isPage ? around : (before?.under ?? []) }
}

function isLost(by: HTMLElement): boolean {
  return !by.isConnected && (document.activeElement === document.body || document.activeElement === null)
}

/** The part that takes it, made able to. */
function partLeft({ around, under }: Had): HTMLElement | null {
  const part = [...around, ...under].find((one) => one.isConnected) ?? document.querySelector<HTMLElement>('main')
  if (part && !part.hasAttribute('tabindex')) {
    part.tabIndex = -1
    part.dataset['holds'] = '' // the focus, for its contents
  }
  return part
}
