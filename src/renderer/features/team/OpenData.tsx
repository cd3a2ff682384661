import { useWorker } from '../../workerLink/link.ts'
import type { TeamView } from '../../workerLink/views.ts'
import { PublicAddress } from '../../parts/PublicAddress.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** Whether the groups that the lead chose are told to everybody (story 38). Off until somebody turns it on. */
export function OpenData({ team, mayEdit }: { team: TeamView; mayEdit: boolean }) {
  const words = useWords()
  const worker = useWorker()
  const { refused, saved } = useSaving(() => undefined)
  const { on, address } = team.openData
  const turn = async () => saved(await worker.run('editTeam', { fields: { openData: !on } }))
  const button = <Button onClick={() => void turn()}>{words.say(on ? 'openData.turnOff' : 'openData.turnOn')}</Button>
  return (
    <Card title={words.say('openData.team')} foot={mayEdit && button}>
      <div className="card__body">
        {refused && (
          <Notice tone="danger" urgent>
            {refused}
          </Notice>
        )}
        <p role="status">
          <b>{words.say(on ? 'openData.teamOn' : 'openData.teamIsOff')}</b>
        </p>
        <p>{words.say('openData.teamMore')}</p>
        {on && <PublicAddress address={address} />}
      </div>
    </Card>
  )
}
