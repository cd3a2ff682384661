import type { PrintOutcome } from '../../shared/ipc/contract.ts'
import type {} from '../workerLink/about.ts'

/** Whether a PDF can be saved at once. A browser's own print dialog offers it instead. */
export function savesPdf(): boolean {
  return Boolean(window.gather)
}

/** Prints the screen through the system's dialog. In a browser nobody says how that ended. */
export async function printPage(): Promise<PrintOutcome> {
  if (window.gather) return window.gather.printPage()
  window.print()
  return 'done'
}

/** Saves the screen as a PDF. @param suggestedName a file name without names of people: "register-2026-10-22.pdf" */
export async function savePdf(suggestedName: string): Promise<PrintOutcome> {
  return window.gather ? window.gather.savePdf(suggestedName) : printPage()
}
