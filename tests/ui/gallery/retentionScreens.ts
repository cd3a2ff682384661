import type { Page } from '@playwright/test'
import { personId } from '../../world/ids.ts'
import { cameLongAgo } from '../../world/retention.ts'
import type { GalleryScreen } from './screen.ts'

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const rights = `place=rights/${personId(cameLongAgo)}&size=review&net=sent`

/** Records to review, and one person's rights. */
export const retentionScreens: GalleryScreen[] = [
  { name: 'review', query: 'place=review&size=review' },
  { name: 'rights', query: rights, steps: [press('Show corrections')] },
  {
    name: 'rights-erase',
    query: rights,
    steps: [press('Erase the record'), (page) => page.getByRole('dialog').getByRole('button', { name: 'Erase the record' }).click()],
  },
  { name: 'own-copy', query: `place=ownCopy/${personId(cameLongAgo)}&size=review` },
]
