import { close, open, read, writeSync } from 'node:fs'
import { promisify } from 'node:util'
import { run } from '../command.ts'

/** A file of a fixed size, as the kernel asks for it. What returns null is never answered: the drive has no power. */
export interface ServedFile {
  readonly size: number
  read(at: number, bytes: number): Buffer | null
  write(at: number, bytes: Buffer): true | null
  flush(): true | null
}

/** The kernel's numbers (linux/fuse.h, protocol 7.31). */
const op = {
  lookup: 1,
  forget: 2,
  getattr: 3,
  setattr: 4,
  open: 14,
  read: 15,
  write: 16,
  statfs: 17,
  release: 18,
  fsync: 20,
  flush: 25,
  init: 26,
  opendir: 27,
  readdir: 28,
  releasedir: 29,
  interrupt: 36,
  destroy: 38,
  batchForget: 42,
} as const
const headBytes = 40
const mostWrite = 1024 * 1024
const bigWrites = 1 << 5
const pagesAsked = 1 << 22
/** The kernel keeps no pages of the file: each read and write comes to us. */
const directIO = 1
const noSuchFile = -2
const notKnown = -38
const root = 1n
const theFile = 2n
export const fileName = 'disk'

/**
 * Mounts a folder that holds one file, `disk`, and serves it until it is unmounted: the kernel's own protocol over /dev/fuse,
 * as no library of Node's speaks it. Needs root.
 * @returns settles when the folder is unmounted or the line to the kernel cut
 */
export async function serveFile(folder: string, file: ServedFile): Promise<{ ended: Promise<void> }> {
  const line = await promisify(open)('/dev/fuse', 'r+')
  await run('mount', ['-i', '-t', 'fuse', '-o', 'fd=3,rootmode=40000,user_id=0,group_id=0', 'gather-drive', folder], line)
  return { ended: answerAll(line, file).finally(() => close(line, () => {})) } // before it is mounted, nothing may be read
}

const over = ['ENODEV', 'ECONNABORTED', 'EBADF']
const again = ['EINTR', 'EAGAIN', 'ENOENT']

async function answerAll(line: number, file: ServedFile): Promise<void> {
  const asked = Buffer.alloc(mostWrite + 64 * 1024)
  for (;;) {
    const bytes = await next(line, asked)
    if (bytes === null) return
    const answer = answerTo(asked.subarray(0, bytes), file)
    if (answer) tell(line, asked.readBigUInt64LE(8), answer)
  }
}

/** @returns the bytes of the next question, 0 for none, null at the end */
function next(line: number, into: Buffer): Promise<number | null> {
  return new Promise((resolve, reject) => {
    read(line, into, 0, into.length, null, (error, bytes) => {
      if (!error) resolve(bytes)
      else if (over.includes(error.code ?? '')) resolve(null)
      else if (again.includes(error.code ?? '')) resolve(next(line, into))
      else reject(error)
    })
  })
}

function tell(line: number, unique: bigint, answer: Buffer | number): void {
  const body = typeof answer === 'number' ? Buffer.alloc(0) : answer
  const head = Buffer.alloc(16)
  head.writeUInt32LE(16 + body.length, 0)
  head.writeInt32LE(typeof answer === 'number' ? answer : 0, 4)
  head.writeBigUInt64LE(unique, 8)
  try {
    writeSync(line, Buffer.concat([head, body]))
  } catch {
    // who asked has gone
  }
}

/** @returns the body of the answer, an error number, or null for no answer */
function answerTo(asked: Buffer, file: ServedFile): Buffer | number | null {
  const node = asked.readBigUInt64LE(16)
  const body = asked.subarray(headBytes)
  switch (asked.readUInt32LE(4)) {
    case op.init:
      return initAnswer(body)
    case op.lookup:
      return body.toString('latin1', 0, body.indexOf(0)) === fileName ? entryAnswer(file) : noSuchFile
    case op.getattr:
    case op.setattr:
      return attributesAnswer(node, file)
    case op.open:
      return openAnswer(directIO)
    case op.opendir:
      return openAnswer(0)
    case op.readdir:
      return Buffer.alloc(0)
    case op.statfs:
      return Buffer.alloc(80)
    case op.read:
      return file.read(Number(body.readBigUInt64LE(8)), body.readUInt32LE(16))
    case op.write:
      return writeAnswer(body, file)
    case op.fsync:
      return file.flush() && Buffer.alloc(0)
    case op.flush:
    case op.release:
    case op.releasedir:
    case op.destroy:
      return Buffer.alloc(0)
    case op.forget:
    case op.batchForget:
    case op.interrupt:
      return null
    default:
      return notKnown
  }
}

function initAnswer(body: Buffer): Buffer {
  const answer = Buffer.alloc(64)
  answer.writeUInt32LE(7, 0)
  answer.writeUInt32LE(31, 4)
  answer.writeUInt32LE(body.readUInt32LE(8), 8)
  answer.writeUInt32LE(bigWrites | pagesAsked, 12)
  answer.writeUInt16LE(16, 16)
  answer.writeUInt16LE(12, 18)
  answer.writeUInt32LE(mostWrite, 20)
  answer.writeUInt32LE(1, 24)
  answer.writeUInt16LE(mostWrite / 4096, 28)
  return answer
}

function writeAnswer(body: Buffer, file: ServedFile): Buffer | null {
  const bytes = body.readUInt32LE(16)
  if (!file.write(Number(body.readBigUInt64LE(8)), body.subarray(40, 40 + bytes))) return null
  const answer = Buffer.alloc(8)
  answer.writeUInt32LE(bytes, 0)
  return answer
}

function entryAnswer(file: ServedFile): Buffer {
  const head = Buffer.alloc(40)
  head.writeBigUInt64LE(theFile, 0)
  return Buffer.concat([head, attributes(theFile, file)])
}

function attributesAnswer(node: bigint, file: ServedFile): Buffer {
  return Buffer.concat([Buffer.alloc(16), attributes(node, file)])
}

function attributes(node: bigint, file: ServedFile): Buffer {
  const bytes = Buffer.alloc(88)
  bytes.writeBigUInt64LE(node, 0)
  bytes.writeBigUInt64LE(BigInt(node === root ? 0 : file.size), 8)
  bytes.writeUInt32LE(node === root ? 0o040700 : 0o100600, 60)
  bytes.writeUInt32LE(node === root ? 2 : 1, 64)
  bytes.writeUInt32LE(4096, 80)
  return bytes
}

function openAnswer(flags: number): Buffer {
  const answer = Buffer.alloc(16)
  answer.writeUInt32LE(flags, 8)
  return answer
}
