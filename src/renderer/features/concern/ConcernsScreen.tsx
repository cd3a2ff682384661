import './concern.css'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { ConcernView } from '../../workerLink/doorViews.ts'
import { go, goBack } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'

/** What colleagues passed on, for the lead to read and say so (story 11). Those about this lead never come here. */
export function ConcernsScreen() {
  const words = useWords()
  const concerns = useView('concerns', null)
  const back = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  if (!concerns) return <Absent answer={undefined} />
  if (concerns.toRead === null) {
    return (
      <Page title={words.say('concern.readTitle')} actions={back}>
        <Empty title={words.say('concern.notLead')}>{words.say('concern.notLeadMore')}</Empty>
      </Page>
    )
  }
  return (
    <Page title={words.say('concern.readTitle')} under={words.say('concern.readUnder')} actions={back}>
      {concerns.toRead.length === 0 && (
        <Card className="narrow">
          <Empty title={words.say('concern.none')}>{words.say('concern.noneMore')}</Empty>
        </Card>
      )}
      {concerns.toRead.map((one) => (
        <Concern key={one.id} concern={one} />
      ))}
    </Page>
  )
}

function Concern({ concern }: { concern: ConcernView }) {
  const words = useWords()
  const worker = useWorker()
  const now = useNow()
  const when = words.momentToday(concern.at, now)
  const acknowledge = async () => {
    for (const concernId of concern.unread) await worker.run('acknowledgeConcern', { concernId })
  }
  const about = [concern.person, concern.who, concern.aboutColleague && words.say('concern.aboutColleague', { name: concern.aboutColleague })].filter(
    Boolean,
  )
  return (
    <Card
      className="narrow"
      title={words.say('concern.by', { by: concern.by, when })}
      aside={concern.group}
      foot={
        <>
          {concern.unread.length > 0 && (
            <Button look="go" about={words.say('concern.by', { by: concern.by, when })} onClick={() => void acknowledge()}>
              {words.say('concern.acknowledge')}
            </Button>
          )}
          {concern.acknowledged && (
            <span className="soft">
              {words.say('concern.acknowledged', { by: concern.acknowledged.by, when: words.momentToday(concern.acknowledged.at, now) })}
            </span>
          )}
          <Button onClick={() => go({ at: 'concern', sessionId: null, addsTo: concern.id })}>{words.say('concern.add')}</Button>
        </>
      }
    >
      <div className="card__body concern__read">
        <Chips>
          {concern.unread.length > 0 && <Chip tone="needs">{words.say('concern.unreadChip')}</Chip>}
          {concern.inDanger && <Chip tone="danger">{words.say('concern.inDangerChip')}</Chip>}
        </Chips>
        <p>
          <span className="soft">{words.say('concern.about')}:</span> {about.length > 0 ? about.join(', ') : words.say('concern.nobody')}
        </p>
        <p className="concern__what">{concern.what}</p>
        <p className="soft">{words.say('concern.toldWas', { told: concern.told })}</p>
        {concern.more.map((more) => (
          <div key={more.id} className="concern__more">
            <p className="soft small">{words.say('concern.more', { by: more.by, when: words.momentToday(more.at, now) })}</p>
            <p className="concern__what">{more.what}</p>
            <p className="soft small">{words.say('concern.toldWas', { told: more.told })}</p>
          </div>
        ))}
      </div>
    </Card>
  )
}
