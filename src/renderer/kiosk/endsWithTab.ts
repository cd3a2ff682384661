import { isToken } from '../../shared/rules/cards.ts'

/** Whether a scanner has ended its code with a Tab, as some do: it means Enter there. */
export function endsWithTab(event: { key: string; shiftKey: boolean }, text: string): boolean {
  return event.key === 'Tab' && !event.shiftKey && isToken(text)
}
