import type { PrintSays } from '../ui/PrintPage.tsx'
import type { Words } from './useWords.ts'

/** What stands on a screen that prints. @param saves whether a PDF can be saved without the print dialog */
export function printSays(words: Words, saves: boolean): PrintSays {
  return {
    print: words.say(saves ? 'print.print' : 'print.printOrSave'),
    save: words.say('print.save'),
    back: words.say('print.back'),
    failed: words.say('print.failed'),
    sheet: words.say('print.sheet'),
  }
}
