import type { Page } from '@playwright/test'
import { uuid } from '../double/ids.ts'
import { sessionId, walk } from '../double/world.ts'

export interface GalleryScreen {
  name: string
  query: string
  steps?: ((page: Page) => Promise<unknown>)[]
}

/** Laptop, large screen, small window, and twice the text on a laptop. */
export const sizes = {
  laptop: { viewport: { width: 1366, height: 768 } },
  large: { viewport: { width: 1920, height: 1080 } },
  small: { viewport: { width: 800, height: 600 } },
  double: { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
} as const

const at = (place: string, more = '') => `place=${place}${more}`
const type = (text: string) => (page: Page) => page.keyboard.type(text)
const press = (key: string) => (page: Page) => page.keyboard.press(key)

/** Every screen in the states a person meets. */
export const screens: GalleryScreen[] = [
  { name: 'first-run', query: 'phase=new' },
  { name: 'first-run-wrong', query: 'phase=new&sample=no', steps: [(page) => page.getByRole('button', { name: 'Join the team' }).click()] },
  { name: 'locked', query: 'phase=locked' },
  { name: 'locked-wait', query: 'phase=waiting' },
  { name: 'recover', query: 'phase=locked', steps: [(page) => page.getByRole('button', { name: 'I forgot my passphrase' }).click()] },
  { name: 'rebuilding', query: 'phase=rebuilding' },
  { name: 'elsewhere', query: 'phase=elsewhere' },
  { name: 'broken', query: 'phase=open&broken=TypeError' },
  { name: 'today', query: at('today') },
  { name: 'today-table', query: at('today'), steps: [(page) => page.getByRole('button', { name: 'Show as a table' }).click()] },
  { name: 'today-empty', query: at('today', '&size=empty&net=sent') },
  { name: 'today-trouble', query: at('today', '&net=trouble') },
  { name: 'unplanned', query: at('today'), steps: [(page) => page.getByRole('button', { name: 'Unplanned session' }).click()] },
  { name: 'keys', query: at(`register/${sessionId}`), steps: [press('F1')] },
  { name: 'go-to', query: at('today'), steps: [press('Control+k'), type('pa')] },
  { name: 'look-menu', query: at('today'), steps: [(page) => page.getByRole('button', { name: /Screen and keys/ }).click()] },
  { name: 'register', query: at(`register/${sessionId}`) },
  { name: 'register-typing', query: at(`register/${sessionId}`), steps: [type('ma')] },
  { name: 'register-nobody', query: at(`register/${sessionId}`), steps: [type('zebedee')] },
  { name: 'register-signed-in', query: at(`register/${sessionId}`), steps: [type('mar'), press('Enter')] },
  { name: 'register-pending', query: at(`register/${sessionId}`, '&wait=100000'), steps: [type('mar'), press('Enter')] },
  { name: 'register-disk-full', query: at(`register/${sessionId}`, '&net=diskFull'), steps: [type('mar'), press('Enter')] },
  { name: 'register-menu', query: at(`register/${sessionId}`), steps: [(page) => page.getByRole('button', { name: 'More about Ivy Pemberton' }).click()] },
  { name: 'register-new', query: at(`register/${sessionId}`), steps: [type('jo wolska'), press('Control+n')] },
  { name: 'register-crowded', query: at(`register/${sessionId}`, '&size=crowded&net=trouble') },
  { name: 'register-empty', query: at(`register/${sessionId}`, '&size=empty') },
]
void uuid
void walk
