import { randomFrom } from '../../sim/random.ts'
import { serveFile } from './fuse.ts'
import type { DriveAnswer, DriveQuestion } from './drive.ts'
import { VolatileDisk } from './volatileDisk.ts'

/** The drive, in a process of its own: who serves a file system must never wait for it. */
const disk = new VolatileDisk(Number(process.argv[2]) * 1024 * 1024)
let powered = true
/** How many more flushes come through; the one after them loses its power half way. */
let flushesLeft = Infinity
let ended: Promise<void> = Promise.resolve()
let image: Buffer | null = null
const flushed = { count: 0 }

const file = {
  size: disk.size,
  read: (at: number, bytes: number) => (powered ? disk.read(at, bytes) : null),
  write(at: number, bytes: Buffer): true | null {
    if (!powered) return null
    disk.write(at, bytes)
    return true
  },
  flush(): true | null {
    if (powered && flushesLeft-- <= 0) powerGoes()
    if (!powered) return null
    flushed.count++
    disk.flush()
    return true
  },
}

function powerGoes(): void {
  powered = false
  process.send?.({ event: 'dark' })
}

async function answer(question: DriveQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'mount':
      powered = true
      flushesLeft = Infinity
      ended = (await serveFile(question.folder, file)).ended
      return null
    case 'cutInFlush':
      flushesLeft = question.after
      return null
    case 'cutNow':
      if (powered) powerGoes()
      return null
    case 'settle': // once the line to the kernel is cut
      await ended
      return disk.cut(randomFrom(question.seed), question.sectorBytes)
    case 'keepImage':
      image = disk.image()
      return null
    case 'goBack':
      if (image) disk.goBackTo(image)
      return null
    case 'flushes':
      return flushed.count
  }
}

process.on('message', (question: DriveQuestion & { number: number }) => {
  void answer(question).then(
    (value) => process.send?.({ number: question.number, value } satisfies DriveAnswer),
    (error: unknown) => process.send?.({ number: question.number, error: String(error) } satisfies DriveAnswer),
  )
})
process.on('disconnect', () => process.exit())
