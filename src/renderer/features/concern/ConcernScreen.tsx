import './concern.css'
import { useView } from '../../workerLink/useView.ts'
import { goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { ConcernForm } from './ConcernForm.tsx'

/** Passes a safeguarding concern on, or adds to one: short, and gone from the screen once it is saved (story 11). */
export function ConcernScreen({ sessionId, addsTo }: { sessionId: string | null; addsTo: string | null }) {
  const words = useWords()
  const concerns = useView('concerns', null)
  const team = useView('team', null)
  const me = useView('me', null)
  const register = useView('incidents', { sessionId })
  if (!concerns || !team || !me || register === undefined) return <Absent answer={undefined} />
  const adds = addsTo !== null
  return (
    <Page
      className="strong"
      title={words.say(adds ? 'concern.addTitle' : 'concern.title')}
      under={words.say(adds ? 'concern.addUnder' : 'concern.under')}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('common.back')}
        </Button>
      }
    >
      <ConcernForm
        key={addsTo}
        session={register?.session ?? null}
        addsTo={addsTo}
        numbers={concerns.numbers}
        colleagues={team.colleagues.filter((one) => one.id !== me.colleagueId)}
      />
    </Page>
  )
}
