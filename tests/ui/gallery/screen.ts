import type { Page } from '@playwright/test'

/** One screen in one state: where it is, and what somebody does there first. */
export interface GalleryScreen {
  name: string
  query: string
  /** Another page than the app's: the kiosk's. */
  page?: string
  steps?: ((page: Page) => Promise<unknown>)[]
}
