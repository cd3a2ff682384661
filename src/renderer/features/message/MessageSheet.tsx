import { nhsNumberText } from '../../../shared/std/nhsNumber.ts'
import type { MessageContent } from '../../workerLink/messageViews.ts'
import { Sheet } from '../../ui/PrintPage.tsx'
import { useWords } from '../../words/useWords.ts'

/** A message to the practice on paper: to whom, about whom, and as much as the person lets them know. */
export function MessageSheet({ content, preview }: { content: MessageContent; preview?: boolean }) {
  const words = useWords()
  return (
    <Sheet className={preview ? 'message__sheet message__preview' : 'message__sheet'}>
      <h1>{words.say(`message.sheet.${content.kind}`)}</h1>
      <Head content={content} />
      {content.practiceBefore && <p>{words.say('message.sheet.moved', { before: content.practiceBefore })}</p>}
      {content.replaces && <p className="message__new">{words.say('message.sheet.replaces', { day: words.fullDate(content.replaces) })}</p>}
      {content.share === 'codes' && <p>{words.say('message.sheet.codesOnly')}</p>}
      <Part title={words.say('message.sheet.summary')} text={content.summary} />
      {content.share === 'all' && <AtGroups content={content} />}
      <Part title={words.say('message.sheet.outcome')} text={content.outcome} />
      <Part title={words.say('message.sheet.actions')} text={content.actions} />
      {content.codes.length > 0 && <h2>{words.say('message.sheet.codes')}</h2>}
      <ul>
        {content.codes.map(({ term, code, on }) => (
          <li key={`${code} ${on}`}>{words.say('message.sheet.codeOne', { term, code, day: words.fullDate(on) })}</li>
        ))}
      </ul>
    </Sheet>
  )
}

function Head({ content }: { content: MessageContent }) {
  const words = useWords()
  const { practice, odsCode, name, bornOn, nhsNumber, by, team, on } = content
  const to = odsCode && odsCode !== practice ? words.say('message.sheet.code', { practice, code: odsCode }) : practice
  const about = [
    name,
    bornOn && words.say('message.sheet.born', { day: words.fullDate(bornOn) }),
    nhsNumber && words.say('message.sheet.nhs', { number: nhsNumberText(nhsNumber) }),
  ]
  const lines = [
    [words.say('message.sheet.to'), to],
    [words.say('message.sheet.about'), about.filter(Boolean).join(', ')],
    [words.say('message.sheet.from'), words.say('message.sheet.fromOne', { by, team, day: words.fullDate(on) })],
  ]
  return <dl className="message__head">{lines.flatMap(([label, said]) => [<dt key={`${label}?`}>{label}</dt>, <dd key={label}>{said}</dd>])}</dl>
}

function AtGroups({ content: { attendance } }: { content: MessageContent }) {
  const words = useWords()
  return (
    <>
      <h2>{words.say('message.sheet.attendance')}</h2>
      {attendance.length === 0 && <p>{words.say('message.sheet.attendanceNone')}</p>}
      <ul>
        {attendance.map(({ group, dates }) => {
          const [first = '', last = ''] = [dates[0], dates.at(-1)].map((date) => date && words.fullDate(date))
          return <li key={group}>{words.say('message.sheet.attendanceOne', { group, count: dates.length, first, last })}</li>
        })}
      </ul>
    </>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  if (!text.trim()) return null
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
    </>
  )
}
