import type { AboutHost, Gather } from '../../shared/ipc/contract.ts'

declare global {
  interface Window {
    /** Only in the desktop app; put there by the preload. */
    gather?: Gather
  }
}

const remembered = 'gather.about'
/** A network that swallows everything must not keep anybody from the lock screen; what was remembered will do. */
const patienceMs = 1000
const unknown: AboutHost = { host: 'web', appVersion: '0', localServer: null, sample: false }

/** Where the app runs: told by the preload, or by the server that served this page, or remembered from it while offline. */
export async function readAbout(): Promise<AboutHost> {
  if (window.gather) return window.gather.about
  try {
    const answer = await fetch('/about', { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(patienceMs) })
    if (!answer.ok) throw new Error('no answer')
    const { appVersion, sample } = (await answer.json()) as Pick<AboutHost, 'appVersion' | 'sample'>
    const about: AboutHost = { host: 'web', appVersion, sample, localServer: location.origin }
    localStorage.setItem(remembered, JSON.stringify(about)) // addresses and versions only, nobody's data
    return about
  } catch {
    return recall()
  }
}

function recall(): AboutHost {
  try {
    return JSON.parse(localStorage.getItem(remembered) ?? '') as AboutHost
  } catch {
    return unknown
  }
}
