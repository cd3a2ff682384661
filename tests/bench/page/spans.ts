/** Something that took its time, in milliseconds since 1970: the clocks of window, worker and main then agree. */
export interface Span {
  what: string
  from: number
  to: number
}

declare global {
  // eslint-disable-next-line no-var
  var benchSpans: Span[] | undefined
}

/** Put into the app's worker while it runs. Self-contained: it is sent as text. */
export function watchWorker(): void {
  if (globalThis.benchSpans) return
  const spans: Span[] = (globalThis.benchSpans = [])
  const now = () => performance.timeOrigin + performance.now()
  const note = (what: string, from: number) => void spans.push({ what, from, to: now() })

  const post = self.postMessage.bind(self) as (message: unknown) => void
  self.postMessage = (message: { kind?: string; told?: unknown[] }) => {
    const from = now()
    post(message)
    if (message.kind === 'views') note(`${message.told?.length ?? 0} views sent to the window`, from)
    if (message.kind === 'answer') note('answered', from)
  }
  self.addEventListener('message', ({ data }: MessageEvent<{ kind?: string; method?: string }>) => {
    if (data.kind === 'call' && (data.method === 'signInBest' || data.method === 'run')) note('asked', now())
  })

  const under = new Map<number, { method: string; from: number }>()
  const ports = new WeakSet<MessagePort>()
  const send = MessagePort.prototype.postMessage as (this: MessagePort, message: unknown, more?: unknown) => void
  MessagePort.prototype.postMessage = function (this: MessagePort, message: { call?: number; method?: string }, more?: unknown) {
    if (message.call !== undefined && message.method) {
      under.set(message.call, { method: message.method, from: now() })
      if (!ports.has(this))
        this.addEventListener('message', ({ data }: MessageEvent<{ call?: number }>) => {
          const call = under.get(data.call ?? -1)
          if (call) note(`host: ${call.method}`, call.from)
          under.delete(data.call ?? -1)
        })
      ports.add(this)
    }
    send.call(this, message, more)
  } as MessagePort['postMessage']

  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<IDBDatabase['transaction']>) {
    const from = now()
    const transaction = begin.apply(this, given)
    const [names, mode = 'readonly'] = given
    transaction.addEventListener('complete', () => note(`store: ${mode} ${[names].flat().join('+')}`, from))
    return transaction
  }

  const encrypt = SubtleCrypto.prototype.encrypt
  SubtleCrypto.prototype.encrypt = async function (this: SubtleCrypto, ...given: Parameters<SubtleCrypto['encrypt']>) {
    const from = now()
    const sealed = await encrypt.apply(this, given)
    note('sealed', from)
    return sealed
  }

  let last = now()
  setInterval(() => {
    // what keeps it from coming in time is a task or the collection of garbage
    if (now() - last > 15) note('worker busy', last + 5)
    last = now()
  }, 5)
}

/** Put into main while it runs: what the journal's file takes, and what keeps main from everything else. Self-contained. */
export async function watchMain(): Promise<void> {
  if (globalThis.benchSpans) return
  const spans: Span[] = (globalThis.benchSpans = [])
  const now = () => performance.timeOrigin + performance.now()
  const get =
    (process as { getBuiltinModule?(name: string): unknown }).getBuiltinModule ?? ((name: string) => process.mainModule?.require(name) as unknown)
  const { open } = (get('fs') as typeof import('node:fs')).promises
  const some = await open(process.execPath, 'r')
  const prototype = Object.getPrototypeOf(some) as typeof some
  await some.close()
  for (const [name, what] of [
    ['appendFile', 'main: journal written and flushed'],
    ['datasync', 'main: fdatasync'],
    ['sync', 'main: fsync'],
  ] as const) {
    const plain = prototype[name] as (this: unknown, ...given: unknown[]) => Promise<unknown>
    Object.assign(prototype, {
      [name]: async function (this: unknown, ...given: unknown[]) {
        const from = now()
        const value = await plain.apply(this, given)
        spans.push({ what, from, to: now() })
        return value
      },
    })
  }
  let last = now()
  setInterval(() => {
    if (now() - last > 15) spans.push({ what: 'main busy', from: last + 5, to: now() })
    last = now()
  }, 5)
}

/** Takes out what was noted since it was last taken. */
export function takeSpans(): Span[] {
  return globalThis.benchSpans?.splice(0) ?? []
}
