import { app, session, type Session, type WebContents } from 'electron'
import { isOurs, kioskPath } from './origin.ts'

/** All that pages may ask of the system: to copy when told to, and that the store is not thrown away when the disk fills. */
const allowedPermissions: readonly string[] = ['clipboard-sanitized-write', 'persistent-storage']

/** Fences around every page there is or will be: no other page, no new window, no webview, no permission. */
export function raiseFences(dev: string | null): void {
  app.on('web-contents-created', (_event, contents) => fence(contents, dev))
  app.on('session-created', (created) => denyPermissions(created, dev))
}

/** The same for the session that is there from the start. Call when ready. */
export function fenceDefaultSession(dev: string | null): void {
  denyPermissions(session.defaultSession, dev)
  session.defaultSession.setSpellCheckerEnabled(false) // it would fetch dictionaries, and learn names
}

function fence(contents: WebContents, dev: string | null): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event, address) => {
    if (!isOurs(address, dev)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** The camera is for reading cards at the kiosk, and for nothing else; the microphone for nothing. */
function seesCards(contents: WebContents, dev: string | null): boolean {
  const address = contents.getURL()
  return isOurs(address, dev) && new URL(address).pathname === kioskPath
}

function denyPermissions(of: Session, dev: string | null): void {
  const allowed = (permission: string, address: string) => allowedPermissions.includes(permission) && isOurs(`${address}/`, dev)
  of.setPermissionRequestHandler((contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? details.mediaTypes : undefined
    answer(allowed(permission, details.requestingUrl) || (permission === 'media' && seesCards(contents, dev) && kinds?.join() === 'video'))
  })
  of.setPermissionCheckHandler((contents, permission, origin, details) => {
    if (permission === 'media') return contents !== null && seesCards(contents, dev) && details.mediaType === 'video'
    return allowed(permission, origin.replace(/\/$/, ''))
  })
  of.setDevicePermissionHandler(() => false)
}
