import './plan.css'
import { useView } from '../../workerLink/useView.ts'
import type { PlanOfCase, PlanView } from '../../workerLink/planViews.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { Actions } from './Actions.tsx'
import { Agreement } from './Agreement.tsx'
import { ForLeader } from './ForLeader.tsx'
import { Goals } from './Goals.tsx'
import { PlanBox } from './PlanBox.tsx'
import { SideBanner } from './SideBanner.tsx'
import { Versions } from './Versions.tsx'

/** Somebody's plan: their own words first and largest, one column (story 21). */
export function PlanScreen({ personId }: { personId: string }) {
  const words = useWords()
  const view = useView('plan', { personId })
  if (!view)
    return <Absent answer={view} what="person" actions={<Button onClick={() => go({ at: 'people' })}>{words.say('person.toPeople')}</Button>} />
  if (!view.plan) return <NoCase view={view} />
  return <Plan view={view} plan={view.plan} />
}

function NoCase({ view: { personId, name } }: { view: PlanView }) {
  const words = useWords()
  return (
    <Page title={words.say('plan.title', { name })} actions={<Back />}>
      <Card>
        <Empty
          title={words.say('plan.noCase', { name })}
          actions={<Button onClick={() => go({ at: 'person', personId })}>{words.say('plan.toPerson', { name })}</Button>}
        >
          {words.say('plan.noCaseMore')}
        </Empty>
      </Card>
    </Page>
  )
}

function Back() {
  const words = useWords()
  return (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
}

function Plan({ view: { personId, name, today }, plan }: { view: PlanView; plan: PlanOfCase }) {
  const words = useWords()
  const print: Action = { id: 'plan.print', key: 'Ctrl+P', label: words.say('plan.print'), run: () => go({ at: 'planSheet', personId }) }
  useActions([print])
  const box = { personId, plan }
  const under = [words.say(`plan.state.${plan.state}`), plan.readOnly ? '' : words.say('plan.saved')].filter(Boolean).join(' · ')
  return (
    <Page
      title={words.say('plan.title', { name })}
      under={under}
      actions={
        <>
          <Back />
          <ActionButton action={print} />
        </>
      }
    >
      <div className="plan">
        {plan.readOnly && <Notice tone="needs">{words.say('plan.readOnly')}</Notice>}
        <SideBanner plan={plan} />
        <Card className="plan__first">
          <div className="card__body">
            <PlanBox {...box} name="important" hint={words.say('plan.importantHint')} rows={4} large />
          </div>
        </Card>
        <Goals personId={personId} plan={plan} />
        <Actions personId={personId} plan={plan} today={today} />
        <Card title={words.say('plan.about')}>
          <div className="card__body">
            <PlanBox {...box} name="people" />
            <PlanBox {...box} name="strengths" />
            <PlanBox {...box} name="wellness" />
            <PlanBox {...box} name="communicate" />
            <PlanBox {...box} name="howToSupport" />
            <PlanBox {...box} name="alsoKnow" />
          </div>
        </Card>
        <Card title={words.say('plan.badDay')}>
          <div className="card__body">
            <PlanBox {...box} name="whatToDo" />
            <PlanBox {...box} name="makesWorse" />
            <PlanBox {...box} name="whoToCall" />
          </div>
        </Card>
        <ForLeader personId={personId} plan={plan} />
        <Card title={words.say('plan.who')}>
          <div className="card__body">
            <PlanBox {...box} name="maySee" hint={words.say('plan.maySeeHint')} rows={2} />
            <PlanBox {...box} name="writtenWith" hint={words.say('plan.writtenWithHint')} rows={1} />
          </div>
        </Card>
        <Agreement personId={personId} name={name} plan={plan} today={today} />
        <Versions plan={plan} />
      </div>
    </Page>
  )
}
