import type { Random } from '../../sim/random.ts'

/** Bytes that arrived and were not flushed. */
interface Write {
  at: number
  bytes: Buffer
}

/** Part of a write that a drive puts down in one go, if the power lasts. */
interface Sector {
  at: number
  bytes: Buffer
}

/** What a power cut did to what was not flushed. Counts are of sectors. */
export interface Damage {
  kept: number
  dropped: number
  torn: number
}

/** Of a hundred sectors that a cut leaves, so many only in half. */
const tornPercent = 4

/**
 * A drive with a cache of its own that is honest about flushes and about nothing else: what was flushed outlives a cut; what was
 * not comes down in part, in another order than it was written, and here and there with half a sector.
 */
export class VolatileDisk {
  /** What outlives a cut. */
  private readonly durable: Buffer
  /** What is read: everything that was written. */
  private readonly seen: Buffer
  private unflushed: Write[] = []

  constructor(bytes: number) {
    this.durable = Buffer.alloc(bytes)
    this.seen = Buffer.alloc(bytes)
  }

  get size(): number {
    return this.seen.length
  }

  /** A view of the bytes; a copy is the reader's business. */
  read(at: number, bytes: number): Buffer {
    return this.seen.subarray(at, at + bytes)
  }

  write(at: number, bytes: Buffer): void {
    bytes.copy(this.seen, at)
    this.unflushed.push({ at, bytes: Buffer.from(bytes) })
  }

  /** All that arrived before it outlives a cut. */
  flush(): void {
    for (const { at, bytes } of this.unflushed) bytes.copy(this.durable, at)
    this.unflushed = []
  }

  /** The power goes. @param sectorBytes what the drive writes in one go */
  cut(random: Random, sectorBytes: number): Damage {
    const damage: Damage = { kept: 0, dropped: 0, torn: 0 }
    const keptPercent = random.pick([0, 20, 50, 80, 100])
    for (const sector of shuffled(
      this.unflushed.flatMap((write) => sectorsOf(write, sectorBytes)),
      random,
    )) {
      if (!random.chance(keptPercent)) damage.dropped++
      else this.putDown(sector, random.chance(tornPercent), damage)
    }
    this.unflushed = []
    this.durable.copy(this.seen)
    return damage
  }

  /** What is durable now, to go back to. */
  image(): Buffer {
    return Buffer.from(this.durable)
  }

  goBackTo(image: Buffer): void {
    this.unflushed = []
    image.copy(this.durable)
    image.copy(this.seen)
  }

  private putDown({ at, bytes }: Sector, torn: boolean, damage: Damage): void {
    bytes.copy(this.durable, at, 0, torn ? bytes.length / 2 : bytes.length)
    damage[torn ? 'torn' : 'kept']++
  }
}

function sectorsOf({ at, bytes }: Write, sectorBytes: number): Sector[] {
  const sectors: Sector[] = []
  for (let from = 0; from < bytes.length; from += sectorBytes) sectors.push({ at: at + from, bytes: bytes.subarray(from, from + sectorBytes) })
  return sectors
}

function shuffled<Value>(values: Value[], random: Random): Value[] {
  for (let at = values.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    ;[values[at], values[other]] = [values[other]!, values[at]!]
  }
  return values
}
