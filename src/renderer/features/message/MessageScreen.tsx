import './message.css'
import { useState } from 'react'
import { savesPdf } from '../../host/printing.ts'
import { goBack } from '../../state/place.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import type { MessagesView, MessageView, SentHow } from '../../workerLink/messageViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { PrintPage } from '../../ui/PrintPage.tsx'
import { printSays } from '../../words/printSays.ts'
import { useWords } from '../../words/useWords.ts'
import { BackForm } from './BackForm.tsx'
import { HowItStands } from './HowItStands.tsx'
import { MessageSheet } from './MessageSheet.tsx'
import { SentForm } from './SentForm.tsx'

/** One message that is final: printed, saved, and what became of it. */
export function MessageScreen({ episodeId, messageId }: { episodeId: string; messageId: string }) {
  const view = useView('practiceMessages', { episodeId })
  const one = view?.messages.find((message) => message.messageId === messageId)
  if (!view || !one) return <Absent answer={view === undefined ? undefined : null} what="case" actions={<Back />} />
  return one.share === 'nothing' ? <Nothing one={one} codes={view.codes} /> : <Message one={one} codes={view.codes} />
}

function Back() {
  const words = useWords()
  return (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
}

interface Final {
  one: MessageView
  codes: MessagesView['codes']
}

/** They want nothing told: there is no sheet. */
function Nothing({ one, codes }: Final) {
  const words = useWords()
  return (
    <Page title={words.say('message.one')} actions={<Back />}>
      <HowItStands one={one} codes={codes} onSent={null} onBack={null} />
    </Page>
  )
}

function Message({ one, codes }: Final) {
  const words = useWords()
  const [sending, setSending] = useState<SentHow | null>(null)
  const [back, setBack] = useState(false)
  const says = printSays(words, savesPdf())
  const may = one.state !== 'replaced'
  const done = (saved: boolean) => may && setSending(saved ? 'pdf' : 'printed')
  const printing = usePrinting(`${words.say('message.file', { date: one.on })}.pdf`, says, done)
  const under = words.say('message.under', { kind: words.say(`message.kind.${one.kind}`), day: words.fullDate(one.on), by: one.by })
  return (
    <>
      <PrintPage
        title={words.say('message.one')}
        under={under}
        says={says}
        printing={printing}
        onBack={goBack}
        before={<HowItStands one={one} codes={codes} onSent={may ? setSending : null} onBack={may && one.sent ? () => setBack(true) : null} />}
      >
        <MessageSheet content={one} />
      </PrintPage>
      {sending && <SentForm one={one} how={sending} onClose={() => setSending(null)} />}
      {back && <BackForm one={one} onClose={() => setBack(false)} />}
    </>
  )
}
