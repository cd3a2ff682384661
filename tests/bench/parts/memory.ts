import { readFileSync } from 'node:fs'
import { familyOf } from '../rig/processes.ts'
import type { Laptop } from '../rig/laptop.ts'

/** What all processes of the app hold together, in MB: what several share is counted once (PSS). Linux; elsewhere null. */
export function memoryOf({ electron }: Laptop): number | null {
  const kilobytes = familyOf(electron.process().pid ?? 0).map(pssOf).filter((one) => one !== null)
  return kilobytes.length > 0 ? kilobytes.reduce((sum, one) => sum + one, 0) / 1024 : null
}

function pssOf(pid: number): number | null {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return null // it has ended, or this is no Linux
  }
}
