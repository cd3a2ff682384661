/** Names between preload and main: `openPort` and the port that answers it, `saveFile`, printing. */
export const portChannel = 'gather:port'
export const saveFileChannel = 'gather:save-file'
export const printChannel = 'gather:print'
export const savePdfChannel = 'gather:save-pdf'

/** How the page learns where it runs without asking: one argument of its process, read by the preload. */
export const aboutArgument = '--gather-about='
