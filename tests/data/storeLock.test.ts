import { describe, expect, test, vi } from 'vitest'
import { holdStore, type Locks } from '../../src/renderer/data/storeLock.ts'

/** The browser's locks: who asks first has it. @param lateAs what a request is told whose time is up */
class BrowserLocks {
  held = false
  readonly lateAs: string

  constructor(lateAs: string) {
    this.lateAs = lateAs
  }

  readonly asLocks = {
    request: (_name: string, options: LockOptions, work: (lock: object | null) => Promise<unknown>) => this.request(options, work),
    query: () => Promise.resolve({ held: this.held ? [{ name: 'gather-open' }] : [], pending: [] }),
  } as unknown as Locks

  private async request({ ifAvailable, signal }: LockOptions, work: (lock: object | null) => Promise<unknown>): Promise<unknown> {
    if (this.held && ifAvailable) return work(null)
    while (this.held) {
      if (signal?.aborted) throw new DOMException('', this.lateAs)
      await new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
    }
    this.held = true
    return work({})
  }
}

describe.each(['TimeoutError', 'AbortError'])('the store that another window has, where a late request ends with %s', (lateAs) => {
  test('is said to be elsewhere, and is ours once the other has gone', async () => {
    vi.useFakeTimers()
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), ms)
      return controller.signal
    })
    try {
      const locks = new BrowserLocks(lateAs)
      locks.held = true
      const said: string[] = []
      const holding = holdStore(
        locks.asLocks,
        async () => void said.push('ours'),
        () => said.push('elsewhere'),
      )
      await vi.advanceTimersByTimeAsync(10_000)
      expect(said).toEqual(['elsewhere'])
      locks.held = false
      await vi.advanceTimersByTimeAsync(5000)
      await holding
      expect(said).toEqual(['elsewhere', 'ours'])
    } finally {
      vi.restoreAllMocks()
      vi.useRealTimers()
    }
  })
})

test('what goes wrong while the store is held is thrown, also where it has the name of a late request', async () => {
  const failing = () => Promise.reject(new DOMException('the disk', 'AbortError'))
  await expect(holdStore(new BrowserLocks('TimeoutError').asLocks, failing, () => undefined)).rejects.toThrow('the disk')
})
