import type { FileState, MediaLine } from '../../workerLink/mediaViews.ts'
import type { Words } from '../../words/useWords.ts'

/** "41 MB", "3.2 MB", "5 kB", "0 kB": bytes as a size. What has a byte is never called nothing. */
export function sizeInWords(bytes: number, words: Words): string {
  const mb = bytes / 1_000_000
  if (mb < 0.999) return words.say('media.kb', { size: words.number(Math.ceil(bytes / 1000)) })
  return words.say('media.mb', { size: words.intl.formatNumber(mb, { maximumFractionDigits: mb < 10 ? 1 : 0 }) })
}

/** Where the file is and what comes next, as a sentence. */
export function fileInWords({ bytes }: Pick<MediaLine, 'bytes'>, file: FileState, words: Words): string {
  const part = (pieces: number) => sizeInWords(Math.min(bytes, pieces * file.pieceBytes), words)
  const state = file.state === 'toSend' && file.sent > 0 ? 'sending' : file.state // it stopped half-way
  return words.say(`media.state.${state}`, { size: sizeInWords(bytes, words), sent: part(file.sent), have: part(file.have) })
}
