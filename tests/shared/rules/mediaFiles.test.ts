import { describe, expect, it } from 'vitest'
import { fileTypeOf, mostFileBytes } from '../../../src/shared/rules/mediaFiles.ts'
import { bytesOfPiece, piecesOf } from '../../../src/shared/rules/mediaPieces.ts'
import { fail, ok } from '../../../src/shared/std/result.ts'

const head = (text: string) => Uint8Array.from(text.padEnd(64, '\0'), (letter) => letter.charCodeAt(0))
const boxed = (brand: string) => head(`\0\0\0\x20ftyp${brand}`)
const beginnings = {
  jpeg: head('\xff\xd8\xff\xe0'),
  png: head('\x89PNG\r\n\x1a\n'),
  webp: head('RIFF\x10\0\0\0WEBPVP8 '),
  webm: head('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm'),
  matroska: head('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska'),
  mp4: boxed('isom'),
  mov: boxed('qt  '),
  m4a: boxed('M4A '),
  heic: boxed('heic'),
  mp3: head('ID3\x04'),
  pdf: head('%PDF-1.7'),
  exe: head('MZ\x90'),
}

describe('which files are taken', () => {
  it.each([
    ['walk.JPG', 'jpeg', ok('jpeg')],
    ['walk.jpeg', 'jpeg', ok('jpeg')],
    ['walk.png', 'png', ok('png')],
    ['walk.webp', 'webp', ok('webp')],
    ['walk.webm', 'webm', ok('webm')],
    ['walk.mp4', 'mp4', ok('mp4')],
    ['IMG_0042.MOV', 'mov', ok('mov')],
    ['voice.m4a', 'm4a', ok('m4a')],
    ['voice.mp3', 'mp3', ok('mp3')],
    ['signed.pdf', 'pdf', ok('pdf')],
    ['IMG_0042.HEIC', 'heic', fail('heic')],
    ['walk.jpg', 'heic', fail('heic')],
    ['walk.mkv', 'matroska', fail('unknown')],
    ['walk.jpg', 'exe', fail('unknown')],
    ['walk.jpg', 'mp4', fail('wrongEnding')],
    ['walk.jpg.exe', 'jpeg', fail('wrongEnding')],
    ['walk', 'jpeg', fail('wrongEnding')],
  ] as const)('%s with what is in a %s file: %o', (name, what, answer) => {
    expect(fileTypeOf(name, 5000, beginnings[what])).toEqual(answer)
  })

  it('an empty one is not, 200 MB are, and a byte more is not', () => {
    expect(fileTypeOf('walk.png', 0, new Uint8Array())).toEqual(fail('empty'))
    expect(fileTypeOf('walk.png', mostFileBytes, beginnings.png)).toEqual(ok('png'))
    expect(fileTypeOf('walk.png', mostFileBytes + 1, beginnings.png)).toEqual(fail('tooLarge'))
  })

  it('200 MB are 400 pieces, and the last one is what is left', () => {
    expect([piecesOf(mostFileBytes), piecesOf(1), piecesOf(1025, 1024)]).toEqual([400, 1, 2])
    expect([bytesOfPiece(1025, 0, 1024), bytesOfPiece(1025, 1, 1024)]).toEqual([1024, 1])
  })
})
