import type { Page } from '@playwright/test'
import { walk } from '../../world/ids.ts'
import type { GalleryScreen } from './screen.ts'

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()
const fill = (label: string, text: string) => (page: Page) => page.getByLabel(label).fill(text)
const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
const run = (ms: number) => (page: Page) => page.clock.runFor(ms)
const publishForm = [press('Publish or stop'), run(100)]

/** What everybody may read, and the switches for it. */
export const openDataScreens: GalleryScreen[] = [
  { name: 'group-publish', query: `place=group/${walk}`, steps: publishForm },
  {
    name: 'group-publish-left-out',
    query: `place=group/${walk}`,
    steps: [...publishForm, fill('Who to ask', 'Priya Nair'), fill('Email', 'nobody'), save, run(100)],
  },
  { name: 'team-publishing', query: 'place=team', steps: [press('Start publishing'), run(100)] },
]
