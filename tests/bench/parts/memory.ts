import { readFileSync } from 'node:fs'
import { familyOf } from '../rig/processes.ts'
import type { Laptop } from '../rig/laptop.ts'

/** What all processes of the app hold together, in MB: what several share is counted once (PSS). */
export interface Held {
  all: number
  /** By what a process is for: "browser", "renderer", "gpu-process", "utility". */
  byKind: Record<string, number>
}

/** Linux tells; elsewhere null. */
export function memoryOf({ electron }: Laptop): Held | null {
  const byKind: Record<string, number> = {}
  for (const pid of familyOf(electron.process().pid ?? 0)) {
    const told = toldOf(pid)
    if (told) byKind[told.kind] = (byKind[told.kind] ?? 0) + told.mb
  }
  const all = Object.values(byKind).reduce((sum, one) => sum + one, 0)
  return all > 0 ? { all, byKind } : null
}

function toldOf(pid: number): { kind: string; mb: number } | null {
  try {
    const kilobytes = Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    return { kind: /--type=([a-z-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1] ?? 'browser', mb: kilobytes / 1024 }
  } catch {
    return null // it has ended, or this is no Linux
  }
}
