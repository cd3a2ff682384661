import { statfsSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, unmount } from './command.ts'

/** A small disk: an ext4 in a file. */
export interface LoopDisk {
  /** Where it is mounted. */
  readonly folder: string
  /** Somebody's film takes all but so many KiB. */
  fill(freeKiB: number): Promise<void>
  /** The film goes. */
  free(): Promise<void>
  /** Bytes that can be written. */
  freeBytes(): number
  /** Remembers what is on it, to go back to; nothing may be running on it. */
  keepImage(): Promise<void>
  goBack(): Promise<void>
  remove(): Promise<void>
}

/** A new one. Needs root and a loop device. @param megabytes its size */
export async function makeLoopDisk(megabytes: number): Promise<LoopDisk> {
  const home = await mkdtemp(join(tmpdir(), 'gather-small-disk-'))
  const [image, kept, folder] = [join(home, 'image'), join(home, 'kept'), join(home, 'mounted')]
  const film = join(folder, 'film')
  await run('mkdir', [folder])
  await run('truncate', ['-s', `${megabytes}M`, image])
  await run('mkfs.ext4', ['-q', '-m', '0', image])
  const mount = () => run('mount', ['-o', 'loop', image, folder])
  await mount()

  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    freeBytes,
    async fill(freeKiB) {
      await run('sync', ['-f', folder]) // what waits in memory has its place first
      const file = await open(film, 'a')
      for (const piece of [1024 * 1024, 64 * 1024, 4096]) await takeAll(file, piece, () => freeBytes() - freeKiB * 1024)
      await file.close()
    },
    free: () => rm(film),
    async keepImage() {
      await unmount(folder)
      await run('cp', ['--sparse=always', image, kept])
      await mount()
    },
    async goBack() {
      await unmount(folder)
      await run('cp', ['--sparse=always', kept, image])
      await mount()
    },
    async remove() {
      await unmount(folder)
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Writes pieces as long as they leave enough, and flushes them, so that no other file's place is counted for ours. */
async function takeAll(file: Awaited<ReturnType<typeof open>>, piece: number, spare: () => number): Promise<void> {
  const noise = Buffer.alloc(piece, 'film')
  while (spare() >= piece) {
    const { bytesWritten } = await file.write(noise).catch(() => ({ bytesWritten: 0 }))
    if (bytesWritten < piece) return
    await file.datasync()
  }
}
