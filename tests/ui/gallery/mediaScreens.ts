import type { Page } from '@playwright/test'
import { buggyPicture, withdrawnFilm } from '../../world/media.ts'
import type { GalleryScreen } from './screen.ts'

const choose = (page: Page) =>
  page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'bandstand in May.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') })

/** Pictures and films, in the states that differ in kind. */
export const mediaScreens: GalleryScreen[] = [
  { name: 'media', query: 'place=media' },
  { name: 'media-add', query: 'place=media&size=empty', steps: [choose] },
  { name: 'media-take-down', query: `place=mediaOne/${withdrawnFilm}` },
  { name: 'media-baby', query: `place=mediaOne/${buggyPicture}`, steps: [(page) => page.getByLabel('Add somebody').fill('de')] },
]
