import type {} from '../workerLink/about.ts'
import type { Phase } from '../workerLink/contract.ts'

/** Phases in which the window has had names in its memory. */
const withNames: readonly Phase['phase'][] = ['open', 'kiosk', 'rebuilding']

/**
 * At a lock the page is loaded anew, and its worker ends with it: what an engine keeps of a page that only draws something else is
 * more than what it keeps of one that is gone. What is typed is sealed in the store before, and the place to return to lies
 * there too. Answers whether it is being loaded: then nothing may be drawn that somebody could begin to type into.
 */
export function loadsAnew(before: Phase['phase'], now: Phase): boolean {
  if (now.phase !== 'locked' || !withNames.includes(before) || !canBeLoaded()) return false
  window.location.reload()
  return true
}

/** The desktop brings its files along. A browser must have kept them, or a lock without a network would end at a white page. */
function canBeLoaded(): boolean {
  return Boolean(window.gather) || Boolean(navigator.serviceWorker?.controller)
}
