import { useEffect, useState } from 'react'
import type { KioskFirst } from '../../shared/ipc/kiosk.ts'
import { AskScreen } from './AskScreen.tsx'
import { CardScreen } from './CardScreen.tsx'
import type { KioskClient } from './client.ts'
import { Head } from './Head.tsx'
import { HelpScreen } from './HelpScreen.tsx'
import { InScreen } from './InScreen.tsx'
import { LeaveScreen } from './LeaveScreen.tsx'
import { NameScreen } from './NameScreen.tsx'
import { SayScreen } from './SayScreen.tsx'
import type { Step } from './step.ts'
import { StillThere } from './StillThere.tsx'
import { useIdle } from './useIdle.ts'
import { languageOf, sayIn, type Language } from './words/index.ts'

const start: Step = { at: 'name' }

/** The whole of what a participant sees. */
export function Kiosk({ client }: { client: KioskClient }) {
  const [language, setLanguage] = useState<Language>('en')
  const [size, setSize] = useState(1)
  const [step, setStep] = useState<Step>(start)
  const [round, setRound] = useState(0)
  const [typed, setTyped] = useState(false)
  const [first, setFirst] = useState<KioskFirst | null>(null)
  const { dir, locale } = languageOf(language)
  const say = sayIn(language)

  useEffect(() => client.onEnd(() => setStep({ at: 'ended' })), [client])
  useEffect(() => void client.ask('first', {}).then(setFirst, () => undefined), [client])
  useEffect(() => {
    Object.assign(document.documentElement, { lang: locale, dir })
    document.documentElement.dataset['size'] = String(size)
  }, [locale, dir, size])

  const again = () => {
    setStep(start)
    setRound((now) => now + 1)
    setTyped(false)
  }
  /** For the next person: nothing of the last one stays, not even their language. */
  const done = () => {
    again()
    setLanguage('en')
    setSize(1)
  }
  const fresh = step === start && !typed && language === 'en' && size === 1
  const asks = step.at === 'ask' || step.at === 'thanks'
  const left = useIdle(!fresh && step.at !== 'ended', done, asks)
  const leader = first?.leader ?? null
  const parts = { client, say, leader, go: setStep, again, done }
  return (
    <>
      {step.at !== 'ended' && <Head first={first} say={say} language={language} size={size} onSize={setSize} />}
      <main className="kiosk">
        {step.at === 'name' && <NameScreen key={round} {...parts} from={step} language={language} onLanguage={setLanguage} onTyped={setTyped} />}
        {step.at === 'in' && <InScreen {...parts} step={step} />}
        {step.at === 'ask' && <AskScreen {...parts} />}
        {step.at === 'thanks' && <SayScreen {...parts} text={say('thanksTold')} good />}
        {step.at === 'help' && <HelpScreen {...parts} step={step} />}
        {step.at === 'told' && (
          <SayScreen {...parts} text={step.name ? say('told', { name: step.name, leader }) : say('toldNoName', { leader })} good />
        )}
        {step.at === 'leader' && <SayScreen {...parts} text={say(step.word, { leader })} />}
        {step.at === 'card' && <CardScreen {...parts} />}
        {step.at === 'leave' && <LeaveScreen {...parts} />}
        {step.at === 'ended' && <p className="kiosk__ended">{say('ended')}</p>}
      </main>
      <StillThere left={left} say={say} word={asks ? 'goesOn' : 'stillThere'} />
    </>
  )
}
