/** Names between preload and main: `openPort` and the port that answers it, `saveFile`, printing. */
export const portChannel = 'gather:port'
export const saveFileChannel = 'gather:save-file'
export const printChannel = 'gather:print'
export const savePdfChannel = 'gather:save-pdf'

/** How the page learns where it runs without asking: one argument of its process, read by the preload. */
export const aboutArgument = '--gather-about='

/** To main and back: open the kiosk's window at a session, close it again. */
export const openKioskChannel = 'gather:open-kiosk'
export const closeKioskChannel = 'gather:close-kiosk'
/** The port to the kiosk, to the worker's window and to the kiosk's own. */
export const kioskWorkerPortChannel = 'gather:kiosk-worker-port'
export const kioskPortMessage = 'gather:kiosk-port'
/** Said by the kiosk's page in a browser once it can take its port. */
export const kioskReadyMessage = 'gather:kiosk-ready'
