import { open, readdir, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { markBytes, NumberMark } from '../shared/journal/numberMark.ts'
import { destroyDurably, flushFolder } from './durableFile.ts'

const prefix = 'numbers-'

/** The highest number of a device's changes, in a small file beside the keys and not in the journal: it must not go with it. */
export async function openNumbers(folder: string, device: string): Promise<NumberMark> {
  const file = await openOrMake(join(folder, prefix + device))
  const bytes = Buffer.alloc(markBytes)
  await file.read(bytes, 0, markBytes, 0)
  return new NumberMark(
    {
      write: async (part, at) => void (await file.write(part, 0, part.length, at)),
      flush: () => file.datasync(),
      close: () => file.close(),
    },
    bytes,
  )
}

/** Takes them away, of whatever device. */
export async function destroyNumbers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => one.startsWith(prefix))) await destroyDurably(join(folder, name))
}

async function openOrMake(path: string): Promise<FileHandle> {
  return open(path, 'r+').catch(async () => {
    const file = await open(path, 'w+', 0o600)
    await file.write(Buffer.alloc(markBytes))
    await file.sync()
    await flushFolder(dirname(path))
    return file
  })
}
