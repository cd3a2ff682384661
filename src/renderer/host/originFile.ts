/** Small files of this origin that no other page can read. */
async function folder(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage.getDirectory()
}

/** A file's text, or null when there is none. */
export async function readText(name: string): Promise<string | null> {
  try {
    const text = await (await (await (await folder()).getFileHandle(name)).getFile()).text()
    if (text !== '') return text
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
  }
  return name.endsWith('.new') ? null : readText(`${name}.new`)
}

/**
 * Writes a file so that a power cut leaves the old text or the new one: first beside it, flushed, then in its place. The
 * copy beside goes last, so that one of the two is whole at any moment.
 */
export async function writeText(name: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  await writeFlushed(`${name}.new`, bytes)
  await writeFlushed(name, bytes)
  await (await folder()).removeEntry(`${name}.new`)
}

/** Takes a file's text away: written over and flushed first, as nobody says when a browser has unlinked a file for good. */
export async function destroyText(name: string): Promise<void> {
  for (const one of [name, `${name}.new`]) {
    if (!(await isThere(one))) continue
    await writeFlushed(one, new Uint8Array())
    await (await folder()).removeEntry(one)
  }
}

async function isThere(name: string): Promise<boolean> {
  return (await folder()).getFileHandle(name).then(
    () => true,
    () => false,
  )
}

async function writeFlushed(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const access = await (await (await folder()).getFileHandle(name, { create: true })).createSyncAccessHandle()
  try {
    access.truncate(0)
    access.write(bytes, { at: 0 })
    access.flush()
  } finally {
    access.close()
  }
}
