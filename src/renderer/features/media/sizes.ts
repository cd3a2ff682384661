import type { FileState, MediaLine } from '../../workerLink/mediaViews.ts'
import type { Words } from '../../words/useWords.ts'

/** "41", "3.2", "0.1": bytes in megabytes, without the word. */
export function megabytes(bytes: number, words: Words): string {
  const mb = bytes / 1_000_000
  return words.intl.formatNumber(Math.max(0.1, mb), { maximumFractionDigits: mb < 10 ? 1 : 0 })
}

/** Where the file is and what comes next, as a sentence. */
export function fileInWords({ bytes }: Pick<MediaLine, 'bytes'>, file: FileState, words: Words): string {
  const part = (pieces: number) => (pieces === 0 ? '0' : megabytes(Math.min(bytes, pieces * file.pieceBytes), words))
  const state = file.state === 'toSend' && file.sent > 0 ? 'sending' : file.state // it stopped half-way
  return words.say(`media.state.${state}`, { size: megabytes(bytes, words), sent: part(file.sent), have: part(file.have) })
}
