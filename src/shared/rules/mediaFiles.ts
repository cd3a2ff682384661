import { fail, ok, type Result } from '../std/result.ts'

/** What a file is: for what one looks at, what plays it, and how its name may end. */
export interface FileType {
  kind: 'picture' | 'video' | 'sound' | 'paper'
  mime: string
  endings: readonly string[]
}

/** Every type of file that is taken. */
export const fileTypes = {
  jpeg: { kind: 'picture', mime: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { kind: 'picture', mime: 'image/png', endings: ['png'] },
  webp: { kind: 'picture', mime: 'image/webp', endings: ['webp'] },
  mp4: { kind: 'video', mime: 'video/mp4', endings: ['mp4', 'm4v'] },
  mov: { kind: 'video', mime: 'video/quicktime', endings: ['mov', 'qt'] },
  webm: { kind: 'video', mime: 'video/webm', endings: ['webm'] },
  m4a: { kind: 'sound', mime: 'audio/mp4', endings: ['m4a'] },
  mp3: { kind: 'sound', mime: 'audio/mpeg', endings: ['mp3'] },
  pdf: { kind: 'paper', mime: 'application/pdf', endings: ['pdf'] },
} as const satisfies Record<string, FileType>
export type FileTypeName = keyof typeof fileTypes

/** The largest file that is taken (issue 12). Bytes. */
export const mostFileBytes = 200 * 1024 * 1024

/** As much of a file's beginning as its type is told by. Bytes. */
export const headBytes = 64

/** Why a file is not taken. Each has its sentence. */
export const mediaTroubles = [
  'empty',
  'tooLarge',
  'unreadable',
  'heic', // pictures of a phone that no browser shows
  'unknown', // neither picture, film, sound nor PDF
  'wrongEnding', // its name says one thing and what is in it another
  'diskTooFull', // it would leave too little room for registers
  'notStored', // the disk refused in the middle
] as const
export type MediaTrouble = (typeof mediaTroubles)[number]

/**
 * What a file is, by what is in it; its name must say the same. A film that calls itself a picture would be opened by another program
 * than somebody thinks.
 * @param head its first `headBytes` bytes
 */
export function fileTypeOf(name: string, bytes: number, head: Uint8Array): Result<FileTypeName, MediaTrouble> {
  if (bytes === 0) return fail('empty')
  if (bytes > mostFileBytes) return fail('tooLarge')
  const found = typeIn(head)
  if (found === 'heic') return fail('heic')
  if (found === null) return fail('unknown')
  const endings: readonly string[] = fileTypes[found].endings
  return endings.includes(endingOf(name)) ? ok(found) : fail('wrongEnding')
}

function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

/** The first bytes of each type, as its own paper has them. */
const beginnings: readonly (readonly [FileTypeName, RegExp])[] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n[^]\n/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['webm', /^[^]\x45\xdf\xa3[^]*webm/],
  ['mp3', /^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/],
  ['pdf', /^%PDF-/],
]
/** By the brand that stands in it: phones write HEIC, QuickTime and MP4 into boxes of the same build. */
const brands: readonly (readonly [FileTypeName | 'heic', RegExp])[] = [
  ['heic', /^(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])/],
  ['mov', /^qt {2}/],
  ['m4a', /^M4[AB] /],
  ['mp4', /^[^]{4}/],
]

function typeIn(head: Uint8Array): FileTypeName | 'heic' | null {
  const text = String.fromCharCode(...head.subarray(0, headBytes))
  const boxed = text.slice(4, 8) === 'ftyp' ? text.slice(8) : null
  const list = boxed === null ? beginnings : brands
  return list.find(([, pattern]) => pattern.test(boxed ?? text))?.[0] ?? null
}
