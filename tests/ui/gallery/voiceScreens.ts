import type { Page } from '@playwright/test'
import { personId } from '../../world/ids.ts'
import { inPictures } from '../../world/voices.ts'
import type { GalleryScreen } from './screen.ts'

const click = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const keys = (text: string) => (page: Page) => page.keyboard.type(text)
const wait = (ms: number) => (page: Page) => page.clock.runFor(ms)

/** Voices, stories and agreements to use pictures, in the states that differ in kind (stories 33 and 34). */
export const voiceScreens: GalleryScreen[] = [
  { name: 'voices', query: 'place=voices' },
  { name: 'stories', query: 'place=stories' },
  {
    name: 'pictures-ask',
    query: `place=pictures/${personId(inPictures)}`,
    steps: [click('Ask about photos and film'), (page) => page.getByRole('radio', { name: 'A baby who comes with them' }).check()],
  },
  {
    name: 'kiosk-voice',
    query: '',
    page: 'kiosk.html',
    steps: [keys('ni'), wait(600), (page) => page.keyboard.press('Enter'), wait(100), click('Good'), click('Next'), click('Things are better')],
  },
]
