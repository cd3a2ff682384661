import type {} from '../workerLink/about.ts'

/** A browser fetches the file after the press; taken away at once, some save nothing and say nothing. Milliseconds. */
const heldMs = 60_000

/**
 * Saves a text where the person says: the desktop app asks, a browser puts it with its downloads.
 * @param suggestedName without names of people: file names are seen by everybody @returns false when they changed their mind
 */
export async function saveText(suggestedName: string, text: string): Promise<boolean> {
  if (window.gather) return window.gather.saveFile(suggestedName, text)
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: suggestedName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), heldMs)
  return true
}
