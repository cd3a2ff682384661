/** Every way in which the server says no, with its HTTP status. The words are what the laptop reads. */
const statuses = {
  badRequest: 400,
  signedOut: 401,
  refused: 403,
  wrongCode: 403,
  codeUsed: 403,
  codeExpired: 403,
  otherPerson: 403,
  otherTeam: 403,
  takenOff: 403,
  noSuchDevice: 404,
  notFound: 404,
  fileNotKnown: 404,
  pieceMissing: 404,
  fileRemoved: 410,
  pieceGarbled: 400,
  teamFilesFull: 413,
  tooLarge: 413,
  upgradeNeeded: 426,
  busy: 429,
  serverTrouble: 500,
} as const

export type RefusalWord = keyof typeof statuses

/** A no that the laptop can read. Anything else that is thrown becomes a bland `serverTrouble`. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly word: RefusalWord
  /** When to come back, in seconds from now; null where nobody knows. */
  readonly afterS: number | null
  constructor(word: RefusalWord, afterS: number | null = null) {
    super(word)
    this.word = word
    this.afterS = afterS
  }
  get status(): number {
    return statuses[this.word]
  }
}

/** What the log may know of an error: its class, a database code, and where it was thrown. Messages may hold data. */
export function describe(error: unknown): { class: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { class: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const at = frames.slice(0, 8).map((line) => line.trim())
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { class: error.name, at, ...(/^\w{1,40}$/.test(code) ? { code } : {}) }
}
