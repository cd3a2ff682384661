import { useState } from 'react'
import { planTexts } from '../../../shared/records/plan.ts'
import type { PlanOfCase, VersionView } from '../../workerLink/planViews.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../words/useWords.ts'

/** The plan as it was agreed, each time. Only to be read. */
export function Versions({ plan }: { plan: PlanOfCase }) {
  const words = useWords()
  const [open, setOpen] = useState<VersionView | null>(null)
  return (
    <Card title={words.say('plan.versions')}>
      {plan.versions.length === 0 && <Empty title={words.say('plan.versionsNone')} />}
      <ul className="rows" aria-label={words.say('plan.versions')}>
        {plan.versions.map((one) => (
          <li key={one.versionId}>
            <span className="grow">
              <span className="row__name">{words.say('plan.version', { number: one.number })}</span>{' '}
              <span className="soft small">{words.say('plan.versionFact', { day: words.fullDate(one.agreedOn), who: one.agreedWith })}</span>
            </span>
            <Button look="link" about={words.say('plan.version', { number: one.number })} onClick={() => setOpen(one)}>
              {words.say('plan.versionRead')}
            </Button>
          </li>
        ))}
      </ul>
      {open && <Version version={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Version({ version, onClose }: { version: VersionView; onClose: () => void }) {
  const words = useWords()
  const { number, agreedOn, agreedWith, agreedAs } = version
  const as = agreedAs === 'attorney' || agreedAs === 'deputy' || agreedAs === 'parent' || agreedAs === 'bestInterests' ? agreedAs : 'self'
  return (
    <Dialog
      title={words.say('plan.versionTitle', { number, day: words.fullDate(agreedOn) })}
      closeLabel={words.say('common.close')}
      onClose={onClose}
      wide
      toRead
    >
      <p className="soft">{words.say('plan.versionOnly')}</p>
      <p>{words.say('plan.agree.with', { who: agreedWith, as: words.say(`plan.as.${as}`), day: words.fullDate(agreedOn) })}</p>
      {planTexts.map((name) =>
        version.texts[name] ? (
          <div key={name}>
            <h3 className="plan__label">{words.say(`plan.${name}`)}</h3>
            <p className="plan__text">{version.texts[name]}</p>
          </div>
        ) : null,
      )}
      {version.goals.length > 0 && <h3 className="plan__label">{words.say('plan.goals')}</h3>}
      <ul className="plan__facts">
        {version.goals.map((one, at) => (
          <li key={at}>{one.words}</li>
        ))}
      </ul>
      {version.actions.length > 0 && <h3 className="plan__label">{words.say('plan.actions')}</h3>}
      <ul className="plan__facts">
        {version.actions.map((one, at) => (
          <li key={at}>
            {[one.what, one.who, one.dueOn ? words.say('plan.until', { day: words.fullDate(one.dueOn) }) : ''].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
