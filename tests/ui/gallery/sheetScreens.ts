import type { Page } from '@playwright/test'
import { sessionId } from '../../world/ids.ts'
import type { GalleryScreen } from './screen.ts'

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const key = (name: string) => (page: Page) => page.keyboard.press(name)
const type = (text: string) => (page: Page) => page.keyboard.type(text)
const run = (ms: number) => (page: Page) => page.clock.runFor(ms)
const at = (place: string, more = '') => `place=${place}/${sessionId}${more}`

const cancel = [(page: Page) => page.getByRole('radio', { name: 'Weather' }).check(), press('Cancel this session'), run(100)]
const addLine = (text: string) => [type(text), run(100), key('Enter')]

/** Taking along, rota, ring list and paper, in the states a person meets. */
export const sheetScreens: GalleryScreen[] = [
  { name: 'take', query: 'place=takeAlong&net=sent' },
  { name: 'take-old', query: 'place=takeAlong&net=trouble' },
  { name: 'take-loading', query: 'place=takeAlong&net=loading' },
  { name: 'take-empty', query: 'place=takeAlong&size=empty&net=sent' },
  { name: 'take-too-far', query: 'place=takeAlong&net=sent', steps: [press(/Thu 12 November/), run(100)] },
  { name: 'rota', query: at('rota') },
  { name: 'rota-crowded', query: at('rota', '&size=crowded') },
  { name: 'rota-empty', query: at('rota', '&size=empty') },
  { name: 'rota-add', query: at('rota'), steps: [press('Add somebody: Helper')] },
  {
    name: 'rota-person',
    query: at('rota'),
    steps: [
      press('Add somebody: Helper'),
      (page) => page.getByText('Somebody who takes part').click(),
      (page) => page.getByLabel('Find a person').fill('ma'),
    ],
  },
  { name: 'calling', query: at('calling') },
  {
    name: 'calling-cancelled',
    query: at('calling'),
    steps: [
      ...cancel,
      press('Margaret Ellison: told'),
      run(100),
      press('Harjit Gill: no answer'),
      run(100),
      press('Malik Rahman: message left'),
      run(100),
    ],
  },
  { name: 'calling-moved', query: at('calling'), steps: [(page) => page.getByLabel('From').fill('11:00'), press('Save time and place'), run(100)] },
  { name: 'calling-empty', query: at('calling', '&size=empty') },
  { name: 'calling-crowded', query: at('calling', '&size=crowded'), steps: cancel },
  { name: 'paper', query: at('paper') },
  { name: 'paper-lost', query: at('paper'), steps: [press('Sheet K0412 is lost'), run(100)] },
  { name: 'paper-empty', query: at('paper', '&size=empty') },
  { name: 'paper-register', query: at('registerSheet') },
  { name: 'paper-gate', query: at('emergencySheet') },
  { name: 'paper-emergency', query: at('emergencySheet'), steps: [key('Enter'), run(100)] },
  { name: 'key-in', query: at('keyIn'), steps: [...addLine('marg'), ...addLine('pat'), ...addLine('ivy'), type('ma'), run(100)] },
  {
    name: 'key-in-trouble',
    query: at('keyIn'),
    steps: [
      ...addLine('marg'),
      ...addLine('pat'),
      type('bogna zabek'),
      key('Control+n'),
      run(100),
      (page) => page.getByLabel('Pat Lomas came at').fill('25:00'),
      (page) => page.getByLabel('Margaret Ellison left at').fill('9:00'),
      key('Control+s'),
      run(100),
    ],
  },
  { name: 'key-in-done', query: at('keyIn'), steps: [...addLine('marg'), ...addLine('pat'), key('Control+s'), run(100)] },
  { name: 'key-in-again', query: at('keyIn'), steps: [...addLine('ivy'), key('Control+s'), run(100)] },
  { name: 'key-in-empty', query: at('keyIn', '&size=empty') },
  { name: 'papers-of-colleague', query: 'place=team', steps: [press('Phone and training of Tom Ashby')] },
]
