/** Names between preload and main: `openPort` and the port that answers it, `saveFile`. */
export const portChannel = 'gather:port'
export const saveFileChannel = 'gather:save-file'

/** How the page learns where it runs without asking: one argument of its process, read by the preload. */
export const aboutArgument = '--gather-about='
