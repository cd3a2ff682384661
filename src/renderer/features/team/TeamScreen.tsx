import './team.css'
import { useState } from 'react'
import { reportsFor } from '../../../shared/reports/index.ts'
import { mayWrite, seesCases } from '../../../shared/rules/policies.ts'
import { useView } from '../../workerLink/useView.ts'
import type { MeView } from '../../workerLink/views.ts'
import { FirstLoad, useFirstLoad } from '../../parts/FirstLoad.tsx'
import { ToOffice } from '../../parts/ToOffice.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { useSetUp } from '../../state/setUp.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { AddColleague } from './AddColleague.tsx'
import { CaseNumbers } from './CaseNumbers.tsx'
import { Numbers } from './Numbers.tsx'
import { OpenData } from './OpenData.tsx'
import { Team } from './Team.tsx'

/** Who is in the team, with which laptops, whom everybody calls when something happens, and what was reported. */
export function TeamScreen() {
  const words = useWords()
  const [adding, setAdding] = useState(false)
  const me = useView('me', null)
  const numbers = useView('numbers', null)
  const team = useView('team', null)
  const fetching = useFirstLoad()
  const may = me !== undefined && mayWrite(me.role, 'colleague') && !fetching
  const add: Action = { id: 'team.add', label: words.say('team.addColleague'), key: 'Ctrl+N', also: 'Alt+N', when: may, run: () => setAdding(true) }
  useActions([add])
  const under = team ? words.say('team.under', { team: team.team }) : ''
  // Drawn when all of it is there: a card that comes later moves what is being pressed below it.
  if (!me || !numbers || !team)
    return (
      <Page title={words.say('nav.team')} under={under}>
        {null}
      </Page>
    )
  return (
    <Page title={words.say('nav.team')} under={under} actions={may && <ActionButton action={add} />}>
      {fetching && <FirstLoad />}
      <div className="columns">
        <div className="column">
          <Team team={team} mayAdd={may} />
          <SetUpAgain />
        </div>
        <div className="column">
          <Numbers numbers={numbers} mayEdit={me.role === 'lead' && !fetching} />
          <Reported role={me.role} />
          {me.role === 'lead' && <ToOffice />}
        </div>
      </div>
      <div className="columns">
        <div className="column">
          <Reports role={me.role} />
          {seesCases(me.role) && <Told role={me.role} />}
          {me.role === 'lead' && <Keeping />}
        </div>
        <div className="column">
          {me.role !== 'facilitator' && <CaseNumbers team={team} mayEdit={me.role === 'lead' && !fetching} />}
          {me.role === 'lead' && <OpenData team={team} mayEdit={!fetching} />}
          {mayWrite(me.role, 'measure') && <Licences />}
        </div>
      </div>
      {adding && <AddColleague onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** The way back to the set-up list that somebody has hidden before all of it was done. */
function SetUpAgain() {
  const words = useWords()
  const steps = useView('setUp', null)
  const { away, putAway } = useSetUp()
  if (!steps || !away) return null
  const show = () => {
    putAway(false)
    go({ at: 'today' })
  }
  return (
    <p>
      <Button look="link" onClick={show}>
        {words.say('setUp.show')}
      </Button>
    </p>
  )
}

/** What is counted, each in one press: what this role may see anything of. */
function Reports({ role }: { role: MeView['role'] }) {
  const words = useWords()
  return (
    <Card title={words.say('report.title')}>
      <div className="card__body">
        <div className="team__ways">
          {reportsFor(role).map((name) => (
            <Button key={name} onClick={() => go({ at: 'report', report: name })}>
              {words.say(`report.${name}`)}
            </Button>
          ))}
          {role === 'lead' && <Button onClick={() => go({ at: 'boardReports' })}>{words.say('board.title')}</Button>}
          {role === 'lead' && <Button onClick={() => go({ at: 'listSizes' })}>{words.say('listSizes.do')}</Button>}
          {role === 'lead' && <Button onClick={() => go({ at: 'exports' })}>{words.say('export.do')}</Button>}
        </div>
      </div>
    </Card>
  )
}

/** What people say of the groups, and what of it may be told. */
function Told({ role }: { role: MeView['role'] }) {
  const words = useWords()
  return (
    <Card title={words.say('told.title')}>
      <div className="card__body team__ways">
        <Button onClick={() => go({ at: 'voices' })}>{words.say('told.voices')}</Button>
        <Button onClick={() => go({ at: 'stories' })}>{words.say('told.stories')}</Button>
        {mayWrite(role, 'media') && <Button onClick={() => go({ at: 'media' })}>{words.say('media.title')}</Button>}
      </div>
    </Card>
  )
}

/** How long records are kept, and whose time is over. */
function Keeping() {
  const words = useWords()
  return (
    <Card title={words.say('retention.card')}>
      <div className="card__body">
        <Button onClick={() => go({ at: 'review' })}>{words.say('retention.do')}</Button>
      </div>
    </Card>
  )
}

/** Which questionnaires may be shown here. */
function Licences() {
  const words = useWords()
  return (
    <Card title={words.say('licences.card')}>
      <div className="card__body">
        <Button onClick={() => go({ at: 'measureLicences' })}>{words.say('licences.do')}</Button>
      </div>
    </Card>
  )
}

/** Concerns, for leads alone, and incidents. */
function Reported({ role }: { role: MeView['role'] }) {
  const words = useWords()
  const toRead = useView('pinned', null)?.toRead ?? 0
  return (
    <Card title={words.say(role === 'lead' ? 'team.reported' : 'team.incidents')}>
      <div className="card__body">
        {toRead > 0 && (
          <p className="team__toRead">
            <b>{words.say('pinned.toRead', { count: toRead })}</b>
          </p>
        )}
        <div className="team__ways">
          {role === 'lead' && <Button onClick={() => go({ at: 'concerns' })}>{words.say('team.readConcerns')}</Button>}
          <Button onClick={() => go({ at: 'incidents' })}>{words.say('team.readIncidents')}</Button>
        </div>
      </div>
    </Card>
  )
}
