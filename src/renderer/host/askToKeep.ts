import type {} from '../workerLink/about.ts'

/** Asks the browser not to clear by itself what Gather keeps when its disk runs short. The desktop app's files are nobody else's to clear. */
export async function askToKeep(): Promise<void> {
  if (window.gather) return
  await navigator.storage?.persist?.().catch(() => false)
}
