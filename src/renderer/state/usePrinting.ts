import { useState } from 'react'
import type { PrintOutcome } from '../../shared/ipc/contract.ts'
import { printPage, savePdf, savesPdf } from '../host/printing.ts'
import { useActions } from './actions.ts'

/** What a screen that can be printed offers. */
export interface Printing {
  print(): void
  /** null where the print dialog itself offers it (a browser). */
  save: (() => void) | null
  /** The last attempt failed: said on the screen until the next. */
  failed: boolean
  /** There is nothing to print, so it is not offered. */
  nothing: boolean
}

/**
 * Printing with its keys, Ctrl P and Ctrl S, while this screen is there.
 * @param name of the PDF, without names of people: file names are seen by everybody @param labels of the two actions
 * @param onDone told once it is printed or saved @param before what must be written down first; false: nothing is printed
 * @param nothing there is nothing to print
 */
export function usePrinting(
  name: string,
  labels: { print: string; save: string },
  onDone?: (saved: boolean) => void,
  before?: () => Promise<boolean>,
  nothing = false,
): Printing {
  const [failed, setFailed] = useState(false)
  const attempt = async (work: () => Promise<PrintOutcome>, saved: boolean) => {
    setFailed(false)
    if (before && !(await before())) return
    const outcome = await work().catch((): PrintOutcome => 'failed')
    setFailed(outcome === 'failed')
    if (outcome === 'done') onDone?.(saved)
  }
  const print = () => void attempt(printPage, false)
  const save = savesPdf() ? () => void attempt(() => savePdf(name), true) : null
  useActions([
    { id: 'print.print', label: labels.print, key: 'Ctrl+P', when: !nothing, run: print },
    { id: 'print.save', label: labels.save, key: 'Ctrl+S', when: save !== null && !nothing, run: () => save?.() },
  ])
  return { print, save, failed, nothing }
}
