import { mkdir, open } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this server keeps what is not in the database: secrets, backups, and the database that it runs itself. */
export function dataFolderOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform, home = homedir()): string {
  if (env['GATHER_DATA']) return env['GATHER_DATA']
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Gather')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Gather')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'gather')
}

/** Makes the folder for its owner only, if it is not there. */
export async function makeFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  return path
}

/** Flushes the names in a folder to the disk. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // NTFS journals names by itself; a folder cannot be opened there
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
