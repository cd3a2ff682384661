import { useWorker } from '../workerLink/link.ts'
import { useView } from '../workerLink/useView.ts'
import type { MeView } from '../workerLink/views.ts'
import { say } from '../state/said.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Page } from '../ui/Page.tsx'
import { agreementInWords, agreementWording } from '../words/agreementInWords.ts'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'

/** What somebody of a partner agrees to before anything is shown; it needs no network (story 36). */
export function Agreement({ partner }: { partner: NonNullable<MeView['partner']> }) {
  const words = useWords()
  const worker = useWorker()
  const team = useView('me', null)?.team ?? ''
  const agree = async () => {
    const result = await worker.run('agreeAsPartner', { wording: agreementWording })
    if (!result.ok) say(reasonInWords(result.reason, words))
  }
  return (
    <Page title={words.say('agreement.title')} under={words.say('agreement.under', { of: partner.of, team, day: words.fullDate(partner.until) })}>
      <Card>
        <div className="card__body">
          <ul className="points">
            {agreementInWords(words).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="soft small">{words.say('agreement.after')}</p>
          <p className="notice__actions">
            <Button look="go" onClick={() => void agree()}>
              {words.say('agreement.do')}
            </Button>
          </p>
        </div>
      </Card>
    </Page>
  )
}
