import { crc32 } from './checksum.ts'

/**
 * What stands outside of the journal about the numbers of a device's changes, so that none is used twice, and so that a gap
 * can be named, even when store and end of the journal are both gone.
 */
export interface Numbers {
  /** The highest number that was written. After a cut of power it may be the one of half a minute before. */
  last: number
  /** No number above this one was ever given. */
  ceiling: number
}

/** Where it is kept: some bytes that are written over in place, which a full disk does not hinder. */
export interface MarkFile {
  write(bytes: Uint8Array<ArrayBuffer>, at: number): Promise<void> | void
  flush(): Promise<void> | void
  close(): Promise<void> | void
}

/** Numbers are promised so many at a time: one flush for a hundred changes, and none of them waits for it. */
const block = 100
/** Each slot in a sector of its own, so that a torn write costs one of them. */
const slotBytes = 4096
/** Slots 0 and 1 are flushed in turn, so that one of them is whole at any moment; this one is written with each change and never flushed. */
const quickSlot = 2
/** Bytes of the file. */
export const markBytes = 3 * slotBytes

/** A slot: "GN01" | u32 crc32 of the rest | u32 last | u32 ceiling, numbers little-endian. */
const magic = 0x31304e47
const usedBytes = 16

/** The numbers of one device, kept up. It never fails: a disk that refuses costs the promise, not the sign-in. */
export class NumberMark {
  private numbers: Numbers
  private nextFlushed: 0 | 1
  private tail: Promise<void> = Promise.resolve()
  private readonly file: MarkFile

  /** @param bytes what the file holds */
  constructor(file: MarkFile, bytes: Uint8Array) {
    this.file = file
    const [one, other, quick] = [0, 1, 2].map((slot) => readSlot(bytes, slot)) as [Numbers, Numbers, Numbers]
    this.numbers = higher(higher(one, other), quick)
    this.nextFlushed = one.ceiling > other.ceiling ? 1 : 0
  }

  known(): Numbers {
    return this.numbers
  }

  /** Before a change is written. Waits for the disk only at the very first, or when one act uses up a whole block. */
  async before(last: number): Promise<void> {
    if (last > this.numbers.ceiling) await this.promise(last)
  }

  /** After it was written; waits for nothing. */
  after(last: number): void {
    this.numbers = higher(this.numbers, { last, ceiling: 0 })
    if (this.numbers.ceiling - last < block / 2) void this.promise(last)
    void this.inTurn(() => this.put(quickSlot, this.numbers))
  }

  /** Waits until what was noted is with the system. */
  settled(): Promise<void> {
    return this.tail
  }

  /** Lets go of the file when what was noted is with the system. */
  close(): Promise<void> {
    return this.inTurn(async () => {
      await this.file.close()
    })
  }

  private promise(last: number): Promise<void> {
    return this.inTurn(async () => {
      if (this.numbers.ceiling - last >= block / 2) return
      const promised = higher(this.numbers, { last: 0, ceiling: last + block })
      await this.put(this.nextFlushed, promised)
      await this.file.flush()
      this.nextFlushed = this.nextFlushed === 0 ? 1 : 0
      this.numbers = higher(this.numbers, promised)
    })
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.tail = this.tail.then(work).catch(() => undefined)
    return this.tail
  }

  private async put(slot: number, { last, ceiling }: Numbers): Promise<void> {
    const bytes = new Uint8Array(usedBytes)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, magic, true)
    view.setUint32(8, last, true)
    view.setUint32(12, ceiling, true)
    view.setUint32(4, crc32(bytes.subarray(8)), true)
    await this.file.write(bytes, slot * slotBytes)
  }
}

function readSlot(bytes: Uint8Array, slot: number): Numbers {
  const used = bytes.subarray(slot * slotBytes, slot * slotBytes + usedBytes)
  const view = new DataView(used.buffer, used.byteOffset, used.length)
  const whole = used.length === usedBytes && view.getUint32(0, true) === magic && view.getUint32(4, true) === crc32(used.subarray(8))
  return whole ? { last: view.getUint32(8, true), ceiling: view.getUint32(12, true) } : { last: 0, ceiling: 0 }
}

function higher(one: Numbers, other: Numbers): Numbers {
  return { last: Math.max(one.last, other.last), ceiling: Math.max(one.ceiling, other.ceiling) }
}
