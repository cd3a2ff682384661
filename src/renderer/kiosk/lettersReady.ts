import { typeReady } from '../ui/typeReady.ts'

/** Answers when the letters of every language of the kiosk are there: each has its button on the first screen. */
export function lettersReady(): Promise<void> {
  return typeReady([
    ['Noto Sans Gurmukhi Variable', 'ਪ'],
    ['Noto Naskh Arabic Variable', 'ا'],
  ])
}
