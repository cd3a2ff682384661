import './rota.css'
import { useState } from 'react'
import type { DutyRole } from '../../../shared/records/rotaDuty.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { DutyRow, RotaView } from '../../workerLink/sheetViews.ts'
import { goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Page } from '../../ui/Page.tsx'
import { sayTrouble, sessionInWords } from '../../words/sheetWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { PutOnRota } from './PutOnRota.tsx'
import { RatioSaid } from './RatioSaid.tsx'

const roles: readonly DutyRole[] = ['leader', 'backMarker', 'secondAdult', 'helper', 'firstAider']
const tones = { planned: 'plain', asked: 'needs', yes: 'good', no: 'danger', swapped: 'plain' } as const

/** Who helps at one session, and whether they are enough (story 37). */
export function RotaScreen({ sessionId }: { sessionId: string }) {
  const view = useView('rota', { sessionId })
  if (!view) return <Absent answer={view} what="register" />
  return <Rota view={view} />
}

function Rota({ view }: { view: RotaView }) {
  const words = useWords()
  const [open, setOpen] = useState<{ role: DutyRole; swap: DutyRow | null } | null>(null)
  return (
    <Page
      title={words.say('rota.title')}
      under={sessionInWords(view, words)}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('calling.back')}
        </Button>
      }
    >
      <RatioSaid ratio={view.ratio} />
      <Card title={words.say('rota.list')}>
        {roles.map((role) => (
          <Role
            key={role}
            role={role}
            duties={view.duties.filter((one) => one.role === role)}
            view={view}
            onAdd={() => setOpen({ role, swap: null })}
            onSwap={(swap) => setOpen({ role, swap })}
          />
        ))}
      </Card>
      {open && <PutOnRota view={view} role={open.role} swap={open.swap} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Role({
  role,
  duties,
  view,
  onAdd,
  onSwap,
}: {
  role: DutyRole
  duties: readonly DutyRow[]
  view: RotaView
  onAdd: () => void
  onSwap: (duty: DutyRow) => void
}) {
  const words = useWords()
  const called = words.say(`role.${role}`)
  return (
    <div className="rota__role">
      <h3 className="rota__called" id={`rota-${role}`}>
        {called}
      </h3>
      <ul className="rota__duties" aria-labelledby={`rota-${role}`}>
        {duties.length === 0 && <li className="rota__duty soft">{words.say('rota.nobody')}</li>}
        {duties.map((duty) => (
          <Duty key={duty.dutyId ?? 'planned'} duty={duty} called={called} view={view} onSwap={() => onSwap(duty)} />
        ))}
      </ul>
      <Button aria-label={words.say('rota.askNamed', { role: called })} onClick={onAdd}>
        {words.say('rota.ask')}
      </Button>
    </div>
  )
}

function Duty({ duty, called, view, onSwap }: { duty: DutyRow; called: string; view: RotaView; onSwap: () => void }) {
  const words = useWords()
  const acts = useDuty(duty, view)
  const named = { name: duty.name, role: called }
  const gone = duty.state === 'swapped'
  return (
    <li className={gone || duty.state === 'no' ? 'rota__duty rota__duty--gone' : 'rota__duty'}>
      <span className="rota__who">
        <span className="row__name">{duty.name}</span>
        {duty.phone && (
          <a className="link rota__phone" href={`tel:${duty.phone.replaceAll(' ', '')}`}>
            {duty.phone}
          </a>
        )}
        <Chips>
          <Chip tone={tones[duty.state]}>{words.say(`rota.${duty.state}`)}</Chip>
          {duty.takesPart && <Chip tone="new">{words.say('rota.takesPart')}</Chip>}
          {duty.papers.map((one) => (
            <Chip key={one.paper} tone={one.state === 'ended' ? 'danger' : 'needs'}>
              {paperInWords(one, words)}
            </Chip>
          ))}
        </Chips>
      </span>
      <span className="rota__actions">
        {!gone && duty.state !== 'yes' && (
          <Button look="link" aria-label={words.say('rota.sayYesNamed', named)} onClick={acts.yes}>
            {words.say('rota.sayYes')}
          </Button>
        )}
        {!gone && duty.state !== 'no' && (
          <Button look="link" aria-label={words.say('rota.sayNoNamed', named)} onClick={acts.no}>
            {words.say('rota.sayNo')}
          </Button>
        )}
        {!gone && (
          <Button look="link" aria-label={words.say('rota.swapNamed', named)} onClick={onSwap}>
            {words.say('rota.swap')}
          </Button>
        )}
        {duty.dutyId && (
          <Button look="link" aria-label={words.say('rota.takeOffNamed', named)} onClick={acts.off}>
            {words.say('rota.takeOff')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** Answers of one person; the leader it was planned with is written down by the first answer. */
function useDuty(duty: DutyRow, view: RotaView) {
  const words = useWords()
  const worker = useWorker()
  const answer = async (state: 'yes' | 'no') => {
    const { dutyId, colleagueId, role } = duty
    const result = dutyId
      ? await worker.run('answerRota', { dutyId, state })
      : await worker.run('putOnRota', { session: view.which, role, colleagueId, state })
    sayTrouble(result, words)
  }
  const off = async () => {
    if (duty.dutyId) sayTrouble(await worker.run('takeOffRota', { dutyId: duty.dutyId }), words)
  }
  return { yes: () => void answer('yes'), no: () => void answer('no'), off: () => void off() }
}

function paperInWords({ paper, state, until }: DutyRow['papers'][number], words: Words): string {
  return words.say(`papersSay.${paper}.${state}`, { day: until ? words.fullDate(until) : '' })
}
