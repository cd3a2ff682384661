import type {} from '../workerLink/about.ts'

/** A browser fetches the file after the press; taken away at once, some save nothing and say nothing. Milliseconds. */
const heldMs = 60_000

/**
 * Saves a text where the person says: the desktop app asks, a browser puts it with its downloads.
 * @param suggestedName without names of people: file names are seen by everybody @returns false when they changed their mind
 */
export function saveText(suggestedName: string, text: string): Promise<boolean> {
  return save(suggestedName, text, 'text/csv;charset=utf-8')
}

/** The same of a file that is no text: a workbook. */
export function saveBytes(suggestedName: string, bytes: Uint8Array): Promise<boolean> {
  return save(suggestedName, bytes, 'application/octet-stream')
}

async function save(suggestedName: string, content: string | Uint8Array, type: string): Promise<boolean> {
  if (window.gather) return window.gather.saveFile(suggestedName, content)
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: suggestedName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), heldMs)
  return true
}
