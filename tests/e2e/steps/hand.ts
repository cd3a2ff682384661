import type { Page } from '@playwright/test'

/** A hand at the laptop that counts what it does: each letter, each key, each press. */
export class Hand {
  keys = 0
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Presses a button by its name; one in an open dialog goes before one behind it. */
  async press(name: string | RegExp): Promise<void> {
    this.keys += 1
    const dialog = this.page.getByRole('dialog').last()
    const within = (await dialog.count()) > 0 ? dialog : this.page
    await within
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  }

  /** Types into a field. */
  async fill(label: string, text: string, dialog?: string): Promise<void> {
    this.keys += text.length + 1
    await (dialog ? this.page.getByRole('dialog', { name: dialog }) : this.page).getByLabel(label).first().fill(text)
  }

  async choose(label: string, option: string): Promise<void> {
    this.keys += 2
    await this.page.getByRole('dialog').last().getByLabel(label, { exact: true }).selectOption(option)
  }

  async type(letters: string): Promise<void> {
    this.keys += letters.length
    for (const letter of letters) await this.page.keyboard.press(letter === '\n' ? 'Enter' : letter)
  }

  async key(key: string): Promise<void> {
    this.keys += 1
    await this.page.keyboard.press(key)
  }

  async goTo(place: 'Today' | 'Groups' | 'Team'): Promise<void> {
    this.keys += 1
    const rail = this.page.getByRole('navigation', { name: 'Places' })
    await rail
      .getByRole('link', { name: place })
      .or(rail.getByRole('button', { name: place }))
      .first()
      .click()
  }
}
