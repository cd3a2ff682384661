import { useState, type FormEvent } from 'react'
import type { CompanionKind } from '../../../shared/records/companion.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { CompanionRow, RegisterView } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { kindInWords } from '../../words/companionsInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** Somebody on the register, or nobody: heads that came alone. */
interface Host {
  personId: string
  name: string
}

/** Guests, carers, children, babies: heads without names (story 8). */
export function CameAlong({ register, host, onClose }: { register: RegisterView; host: Host | null; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [before] = useState(() => rowsOf(register, host))
  const [numbers, setNumbers] = useState<Partial<Record<CompanionKind, number>>>(() => sums(before))
  const [error, setError] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    for (const kind of register.companionKinds) {
      const trouble = await write(kind, numbers[kind] ?? 0)
      if (trouble) return setError(trouble)
    }
    say(host ? words.say('along.doneWith', { name: host.name }) : words.say('along.done'))
    onClose()
  }
  async function write(kind: CompanionKind, number: number): Promise<string | null> {
    const [row, ...others] = before.filter((one) => one.kind === kind && !one.left)
    const was = row ? row.number + others.reduce((all, one) => all + one.number, 0) : 0
    if (number === was) return null
    const gone = number === 0 ? [row, ...others] : others
    for (const one of gone) if (one) await worker.run('changeCompanions', { companionId: one.id, voided: true })
    if (number === 0) return null
    const result = row
      ? await worker.run('changeCompanions', { companionId: row.id, number })
      : await worker.run('addCompanions', { session: register.which, withId: host?.personId ?? null, kind, number })
    return result.ok ? null : reasonInWords(result.reason, words)
  }
  const title = host ? words.say('along.titleWith', { name: host.name }) : words.say('along.title')
  return (
    <Dialog title={title} closeLabel={words.say('common.cancel')} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        {error && (
          <Notice tone="danger" urgent>
            {error}
          </Notice>
        )}
        <p className="soft">{words.say('along.hint')}</p>
        <ul className="rows along">
          {register.companionKinds.map((kind, at) => (
            <li key={kind}>
              <span className="grow">
                <span className="row__name along__kind">{kindInWords(kind, 2, words)}</span>
                {kind === 'assistanceDog' && <span className="soft small needs__more">{words.say('along.dogs')}</span>}
              </span>
              <Stepper
                value={numbers[kind] ?? 0}
                label={kindInWords(kind, 2, words)}
                autoFocus={at === 0}
                most={99}
                fewer={words.say('along.fewer', { kind: kindInWords(kind, 1, words) })}
                more={words.say('along.more', { kind: kindInWords(kind, 1, words) })}
                onValue={(value) => setNumbers({ ...numbers, [kind]: value })}
              />
            </li>
          ))}
        </ul>
        <p className="notice__actions">
          <Button type="submit" look="go" keyLabel="Enter">
            {words.say('along.save')}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

function rowsOf(register: RegisterView, host: Host | null): CompanionRow[] {
  return host ? (register.here.find((row) => row.personId === host.personId)?.brought ?? []) : register.companions
}

function sums(rows: readonly CompanionRow[]): Partial<Record<CompanionKind, number>> {
  const all: Partial<Record<CompanionKind, number>> = {}
  for (const { kind, number, left } of rows) if (!left) all[kind] = (all[kind] ?? 0) + number
  return all
}
