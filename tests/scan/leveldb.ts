import { uncompress } from 'snappyjs'

/** Last eight bytes of a LevelDB table. */
const magic = Buffer.from('57fb808b247547db', 'hex')
const footerBytes = 48

interface Handle {
  offset: number
  size: number
}

/** The contents of every block of a LevelDB table, unpacked; nothing for a file that is no table, or not a whole one. */
export function blocksOf(file: Buffer): Buffer[] {
  if (file.length < footerBytes || !file.subarray(-8).equals(magic)) return []
  const footer = file.subarray(-footerBytes)
  const [, afterMeta] = handleAt(footer, 0)
  const [index] = handleAt(footer, afterMeta)
  const blocks = blockAt(file, index)
  return (blocks ? handlesIn(blocks) : []).flatMap((handle) => blockAt(file, handle) ?? [])
}

/** Behind each block stands one byte that says how it is packed (0 plain, 1 snappy), then a checksum. Null where it is torn. */
function blockAt(file: Buffer, { offset, size }: Handle): Buffer | null {
  if (offset + size >= file.length) return null
  const bytes = file.subarray(offset, offset + size)
  try {
    return file[offset + size] === 1 ? Buffer.from(uncompress(bytes)) : bytes
  } catch {
    return null
  }
}

/** The values of an index block are the places of the data blocks. */
function handlesIn(index: Buffer): Handle[] {
  const restarts = index.length < 4 ? 0 : index.readUInt32LE(index.length - 4)
  const end = index.length - 4 - 4 * restarts
  const handles: Handle[] = []
  for (let at = 0; at < end;) {
    const [, afterShared] = varint(index, at)
    const [unshared, afterUnshared] = varint(index, afterShared)
    const [valueLength, afterLengths] = varint(index, afterUnshared)
    handles.push(handleAt(index, afterLengths + unshared)[0])
    at = afterLengths + unshared + valueLength
  }
  return handles
}

function handleAt(bytes: Buffer, at: number): [Handle, number] {
  const [offset, next] = varint(bytes, at)
  const [size, end] = varint(bytes, next)
  return [{ offset, size }, end]
}

function varint(bytes: Buffer, at: number): [number, number] {
  let value = 0
  for (let shift = 1, place = at; ; place++, shift *= 128) {
    const byte = bytes[place] ?? 0
    value += (byte & 127) * shift
    if (byte < 128) return [value, place + 1]
  }
}
