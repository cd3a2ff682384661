import { open, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { markBytes, NumberMark } from '../shared/journal/numberMark.ts'
import { flushFolder } from './durableFile.ts'

/** The highest number of a device's changes, in a small file beside the keys and not in the journal: it must not go with it. */
export async function openNumbers(folder: string, device: string): Promise<NumberMark> {
  const file = await openOrMake(join(folder, `numbers-${device}`))
  const bytes = Buffer.alloc(markBytes)
  await file.read(bytes, 0, markBytes, 0)
  return new NumberMark({
    write: async (part, at) => void (await file.write(part, 0, part.length, at)),
    flush: () => file.datasync(),
  }, bytes)
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
