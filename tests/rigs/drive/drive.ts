import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, unmount } from '../command.ts'
import { fileName } from './fuse.ts'
import type { Damage } from './volatileDisk.ts'

/** What the drive's process is asked. */
export type DriveQuestion =
  | { ask: 'mount'; folder: string }
  | { ask: 'cutInFlush'; after: number }
  | { ask: 'cutNow' | 'keepImage' | 'goBack' | 'flushes' }
  | { ask: 'settle'; seed: number; sectorBytes: number }
export type DriveAnswer = { number: number; value: unknown } | { number: number; error: string }

/** A drive of its own with a file system on it, whose power can be cut. */
export interface Drive {
  /** Where its file system is mounted. */
  readonly folder: string
  /** Power on: looks the file system over as a system does when it starts, and mounts it. */
  start(sectorBytes: number): Promise<void>
  /** Unmounts it in good order; everything is flushed. */
  stop(): Promise<void>
  /** The power goes now: nothing is answered any more. */
  cutNow(): Promise<void>
  /** The power goes within a flush, when so many more have come through. @returns settles when it has gone */
  cutInFlush(after: number): Promise<{ dark: Promise<void> }>
  /** After a cut: ends what still waits for the drive, and does to what was not flushed what a cut does. */
  settle(seed: number, sectorBytes: number): Promise<Damage>
  /** Remembers what is on it, to go back to; both while it is stopped. */
  keepImage(): Promise<void>
  goBack(): Promise<void>
  /** How many flushes have reached it. */
  flushes(): Promise<number>
  remove(): Promise<void>
}

/** A new drive with an empty ext4. Needs root, /dev/fuse and a loop device. @param megabytes its size */
export async function makeDrive(megabytes: number): Promise<Drive> {
  const home = await mkdtemp(join(tmpdir(), 'gather-drive-'))
  const [served, folder] = [join(home, 'served'), join(home, 'mounted')]
  await run('mkdir', [served, folder])
  const child = fork(fileURLToPath(new URL('./process.ts', import.meta.url)), [String(megabytes)])
  const waiting = new Map<number, (answer: DriveAnswer) => void>()
  let onDark = () => {}
  let asked = 0
  let loop: string | null = null
  let isFormatted = false
  let isMounted = false

  child.on('message', (message: DriveAnswer | { event: 'dark' }) => {
    if ('event' in message) onDark()
    else waiting.get(message.number)?.(message)
  })

  function ask<Value>(question: DriveQuestion): Promise<Value> {
    const number = ++asked
    return new Promise((resolve, reject) => {
      waiting.set(number, (answer) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer.value as Value)))
      child.send({ ...question, number })
    })
  }

  async function detach(): Promise<void> {
    if (loop) await run('losetup', ['-d', loop])
    loop = null
    await run('umount', ['-l', served])
  }

  return {
    folder,
    async start(sectorBytes) {
      await ask({ ask: 'mount', folder: served })
      loop = await run('losetup', ['--find', '--show', '--sector-size', String(sectorBytes), join(served, fileName)])
      if (!isFormatted) await run('mkfs.ext4', ['-q', '-m', '0', '-b', '4096', loop])
      else await check(loop)
      isFormatted = true
      await run('mount', [loop, folder])
      isMounted = true
    },
    async stop() {
      if (isMounted) await unmount(folder)
      isMounted = false
      await detach()
    },
    cutNow: () => ask({ ask: 'cutNow' }),
    async cutInFlush(after) {
      const dark = new Promise<void>((resolve) => {
        onDark = resolve
      })
      await ask({ ask: 'cutInFlush', after })
      return { dark }
    },
    async settle(seed, sectorBytes) {
      await run('umount', ['-f', served]).catch(() => {}) // it is in use; but what waits for an answer now gets an error
      await run('umount', ['-l', folder])
      isMounted = false
      await detach()
      return ask({ ask: 'settle', seed, sectorBytes })
    },
    keepImage: () => ask({ ask: 'keepImage' }),
    goBack: () => ask({ ask: 'goBack' }),
    flushes: () => ask({ ask: 'flushes' }),
    async remove() {
      await run('umount', ['-f', served]).catch(() => {})
      await run('umount', ['-l', folder]).catch(() => {})
      if (loop) await detach().catch(() => {})
      child.disconnect()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** What a system does to a file system before it mounts it after a cut: replays its journal and mends what is safe to mend. */
async function check(device: string): Promise<void> {
  await run('sh', ['-c', 'e2fsck -p "$0" >&2; test $? -lt 4 || e2fsck -y "$0" >&2; test $? -lt 4', device])
}
