import { useEffect } from 'react'
import type { WorkerCalls } from '../workerLink/contract.ts'
import { usePhase } from '../state/phase.ts'
import { usePlace } from '../state/place.ts'
import { ruleOf } from '../state/places.ts'

/** Often enough for a lock after minutes, seldom enough to cost nothing. */
const pingMs = 15_000

/** Tells the worker that somebody is there, which puts off the automatic lock. */
export function useActivity(worker: WorkerCalls): void {
  useEffect(() => {
    let last = 0
    const ping = () => {
      if (Date.now() - last < pingMs || usePhase.getState().phase.phase !== 'open') return
      last = Date.now()
      void worker.active(ruleOf(usePlace.getState().place.at).atTheDoor === true)
    }
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    events.forEach((event) => window.addEventListener(event, ping, { passive: true }))
    return () => events.forEach((event) => window.removeEventListener(event, ping))
  }, [worker])
}
