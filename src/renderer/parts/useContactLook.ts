import { useEffect, useRef, useState } from 'react'
import type { WhichSession } from '../../shared/commands/which.ts'
import type { InputOf } from '../../shared/commands/index.ts'
import { useWorker } from '../workerLink/link.ts'

/** Whose contacts may be shown, and whether writing down that somebody looked has failed. */
export interface Reveal {
  shown: ReadonlySet<string>
  failed: boolean
}

/**
 * Writes down that somebody looks at emergency contacts, and only then lets them show (story 6). A disk that refuses must not
 * stand between a person and an ambulance: then they show all the same, and the screen says so.
 * @param personIds of whom; empty while nobody has asked
 */
export function useContactLook(
  session: WhichSession | null | undefined,
  personIds: readonly string[],
  what: InputOf<'recordContactLook'>['what'],
): Reveal {
  const worker = useWorker()
  const [reveal, setContactLook] = useState<Reveal>({ shown: new Set(), failed: false })
  const noted = useRef(new Set<string>())
  const fresh = personIds.filter((id) => !noted.current.has(id))
  const question = session === undefined ? '' : fresh.join(' ')
  useEffect(() => {
    if (question === '' || session === undefined) return
    const ids = question.split(' ')
    ids.forEach((id) => noted.current.add(id))
    void worker
      .run('recordContactLook', { session, personIds: ids, what })
      .then(({ ok }) => setContactLook((before) => ({ shown: new Set([...before.shown, ...ids]), failed: before.failed || !ok })))
    // oxlint-disable-next-line react/exhaustive-deps -- who is new says when
  }, [worker, question, what])
  return reveal
}
