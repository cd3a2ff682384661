import type { Host, HostAnswer, HostCall, HostEvent } from '../../shared/ipc/contract.ts'

/** Main's side of the contract, over the port that main made for this window (house 10.1). */
export function hostOver(port: MessagePort, onEvent: (event: HostEvent) => void): Host {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let calls = 0
  port.onmessage = ({ data }: MessageEvent<HostAnswer | HostEvent>) => {
    if ('event' in data) return onEvent(data)
    const caller = waiting.get(data.call)
    waiting.delete(data.call)
    if (data.ok) caller?.resolve(data.value)
    else caller?.reject(new Error(data.error))
  }
  const ask =
    (method: keyof Host) =>
    (...args: unknown[]): Promise<never> =>
      new Promise((resolve, reject) => {
        const call: HostCall = { call: ++calls, method, args }
        waiting.set(call.call, { resolve: resolve as (value: unknown) => void, reject })
        port.postMessage(call)
      })
  return {
    readKeys: ask('readKeys'),
    writeKeys: ask('writeKeys'),
    argon2id: ask('argon2id'),
    keyringShare: ask('keyringShare'),
    journalAppend: ask('journalAppend'),
    journalRead: ask('journalRead'),
    journalDropTo: ask('journalDropTo'),
    journalReplace: ask('journalReplace'),
    makeRoom: ask('makeRoom'),
    journalNumbers: ask('journalNumbers'),
    empty: ask('empty'),
    emptied: ask('emptied'),
    forgetEmptied: ask('forgetEmptied'),
    useToken: ask('useToken'),
    send: ask('send'),
    freeSpace: ask('freeSpace'),
  }
}
