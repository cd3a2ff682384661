import './paper.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { EmergencySheetView } from '../../workerLink/sheetViews.ts'
import { useActions } from '../../state/actions.ts'
import { goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { PrintPage, Sheet } from '../../ui/PrintPage.tsx'
import { sayTrouble, sessionInWords } from '../../words/sheetWords.ts'
import { useWords } from '../../words/useWords.ts'
import { NameCell, SheetHead } from './SheetParts.tsx'
import { useSheet } from './useSheet.ts'

/** Whom to ring for whom, on paper. Nothing of it shows before it is written down who looks (stories 6, 15). */
export function EmergencySheetScreen({ sessionId }: { sessionId: string }) {
  const [here, setHere] = useState(false)
  const [shown, setShown] = useState(false)
  if (shown) return <Shown sessionId={sessionId} here={here} />
  return <Gate sessionId={sessionId} here={here} onHere={setHere} onShow={() => setShown(true)} />
}

function Gate({ sessionId, here, onHere, onShow }: { sessionId: string; here: boolean; onHere: (here: boolean) => void; onShow: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const who = useView('emergencyWho', { sessionId, here })
  const ids = who?.here === here ? who.personIds : [] // the answer to the other choice may still stand
  const show = async () => {
    if (!who || ids.length === 0) return
    if (sayTrouble(await worker.run('recordContactLook', { session: who.which, personIds: ids.slice(0, 2000), what: 'emergencySheet' }), words))
      onShow()
  }
  useActions([{ id: 'sheet.show', label: words.say('sheet.gateDo'), key: 'Enter', when: ids.length > 0, run: () => void show() }])
  return (
    <Page
      title={words.say('sheet.emergencyTitle')}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('paper.back')}
        </Button>
      }
    >
      <div className="narrow">
        <Card>
          {who && ids.length === 0 && !here && <Empty title={words.say('sheet.gateNobody')} />}
          {who && (ids.length > 0 || here) && (
            <div className="card__body paper__gate">
              <h2>{words.say('sheet.gateTitle', { count: ids.length })}</h2>
              <p>{words.say('sheet.gateMore')}</p>
              {who.anyHere && <Checkbox label={words.say('sheet.onlyHere')} checked={here} onChange={onHere} />}
              <Button look="go" keyLabel="Enter" onClick={() => void show()}>
                {words.say('sheet.gateDo')}
              </Button>
            </div>
          )}
        </Card>
      </div>
    </Page>
  )
}

function Shown({ sessionId, here }: { sessionId: string; here: boolean }) {
  const view = useView('emergencySheet', { sessionId, here })
  if (!view) return <Absent answer={undefined} />
  return <EmergencySheet view={view} />
}

function EmergencySheet({ view }: { view: EmergencySheetView }) {
  const words = useWords()
  const { number, says, printing } = useSheet({
    which: view.which,
    nextNumber: view.nextNumber,
    kind: 'emergency',
    file: words.say('sheet.emergencyFile', { date: view.date }),
  })
  const where = [view.place, view.meetingPoint, view.gridReference].filter(Boolean).join(', ')
  return (
    <PrintPage title={words.say('sheet.emergencyTitle')} under={sessionInWords(view, words)} says={says} printing={printing} onBack={goBack}>
      <Sheet className="paper">
        <SheetHead view={view} number={number} title={words.say('sheet.emergencyTitle')} />
        <p className="paper__warn">
          <strong>{words.say('sheet.shred')}</strong>
        </p>
        <p>
          {words.say('sheet.999')} {words.say('sheet.where', { where })}
        </p>
        {view.dutyPhone && <p>{words.say('sheet.duty', { phone: view.dutyPhone })}</p>}
        <table>
          <caption className="out-of-sight">{words.say('sheet.emergencyTitle')}</caption>
          <thead>
            <tr>
              <th scope="col" className="paper__no">
                {words.say('sheet.no')}
              </th>
              <th scope="col">{words.say('sheet.name')}</th>
              <th scope="col">{words.say('sheet.ring')}</th>
              <th scope="col">
                {words.say('sheet.know')} <span className="paper__again">{words.say('sheet.number', { number })}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line, at) => (
              <tr key={line.personId}>
                <td className="paper__no">{at + 1}</td>
                <th scope="row" className="paper__name">
                  <NameCell line={line} />
                </th>
                <td>
                  {line.contacts.length === 0 && words.say('sheet.nobody')}
                  {line.contacts.map((contact, nth) => (
                    <div key={nth}>
                      {contact.name} <strong className="figures">{contact.phones.join(' / ') || words.say('person.noNumber')}</strong>
                    </div>
                  ))}
                </td>
                <td>{line.alerts.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </PrintPage>
  )
}
