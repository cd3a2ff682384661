import type { WebFrameMain } from 'electron'

/** Where the app's own pages live. Fixed for ever: another name would leave every store behind. */
export const appScheme = 'app'
export const appOrigin = 'app://gather'
/** The kiosk's page. */
export const kioskPath = '/kiosk.html'

/** The page of `npm run dev`, or null. A package has none, whatever its environment says. */
export function devServer(isPackaged: boolean): string | null {
  return isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
}

/** Whether an address belongs to the app. @param dev see `devServer` */
export function isOurs(address: string, dev: string | null): boolean {
  return address.startsWith(`${appOrigin}/`) || (dev !== null && address.startsWith(`${new URL(dev).origin}/`))
}

/** Whether a message comes from the app's own page and not from a frame inside it. */
export function isOurFrame(frame: WebFrameMain | null, dev: string | null): boolean {
  return frame !== null && frame.parent === null && isOurs(frame.url, dev)
}
