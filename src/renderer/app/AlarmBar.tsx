import { useView } from '../workerLink/useView.ts'
import type { AlarmView } from '../workerLink/views.ts'
import { go, usePlace } from '../state/place.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/useWords.ts'

/** On every screen of every laptop that has heard of it: a session that should be back and is not. */
export function AlarmBar() {
  const alarms = useView('alarms', null) ?? []
  if (alarms.length === 0) return null
  return (
    <div className="alarms">
      {alarms.map((alarm) => (
        <Alarm key={alarm.sessionId} alarm={alarm} />
      ))}
    </div>
  )
}

function Alarm({ alarm }: { alarm: AlarmView }) {
  const words = useWords()
  const { sessionId, leaderPhone, dutyPhone } = alarm
  const there = usePlace(({ place }) => 'sessionId' in place && place.sessionId === sessionId)
  const open = <Button onClick={() => go({ at: 'register', sessionId })}>{words.say('alarm.open')}</Button>
  return (
    <Notice tone="danger" urgent title={words.say('alarm.title', { group: alarm.group })} actions={alarm.onThisLaptop && !there ? open : undefined}>
      {words.say('alarm.text', {
        end: words.time(alarm.end),
        place: alarm.place,
        leader: alarm.leader ?? words.say('alarm.nobody'),
        phone: leaderPhone ?? '',
        hasPhone: leaderPhone ? 'yes' : 'no',
      })}
      {dutyPhone && ` ${words.say('alarm.duty', { phone: dutyPhone })}`}
    </Notice>
  )
}
