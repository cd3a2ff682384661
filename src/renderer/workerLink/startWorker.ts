import workerUrl from '../worker.ts?worker&url'
import type { WorkerLike } from './client.ts'

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): URL }
}

/** Starts the worker. Under trusted types only this one address may become one. */
export function startWorker(): WorkerLike {
  return new Worker(trusted(workerUrl), { type: 'module', name: 'gather' })
}

function trusted(url: string): URL | string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (!types) return url
  const policy = types.createPolicy('gather-worker', {
    createScriptURL(asked) {
      if (asked !== workerUrl) throw new TypeError('only our own worker')
      return asked
    },
  })
  return policy.createScriptURL(url)
}
