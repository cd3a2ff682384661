import { plain } from '../std/text.ts'

/**
 * Words by which somebody may say that they are in danger, in the languages of the self-referral page. They make a referral urgent and
 * are never a decision: a person reads it. Rather once too often than not.
 */
const terms = [
  'suicid', 'kill myself', 'killing myself', 'end my life', 'ending my life', 'end it all', 'want to die', 'wanna die', 'better off dead',
  'no reason to live', 'dont want to live', 'do not want to live', 'self harm', 'selfharm', 'hurt myself', 'hurting myself', 'cut myself', 'overdose',
  'abuse', 'hits me', 'beats me', 'being hurt', 'not safe', 'unsafe', 'afraid of him', 'afraid of her', 'scared of my',
  'samoboj', 'zabic sie', 'nie chce zyc', 'chce umrzec', 'okaleczam', 'bije mnie', 'przemoc',
  'ਖੁਦਕੁਸ਼ੀ', 'ਖ਼ੁਦਕੁਸ਼ੀ', 'ਮਰਨਾ ਚਾਹੁੰਦ', 'ਮਰ ਜਾਣਾ', 'ਮਾਰਦਾ ਹੈ',
  'خودکشی', 'مرنا چاہت', 'مارتا ہے', 'جینا نہیں چاہت',
] // prettier-ignore

const folded = terms.map(fold)

/** Whether a text holds one of them. */
export function hasCrisisTerm(text: string): boolean {
  const said = fold(text)
  return folded.some((term) => said.includes(term))
}

/** Without what people write in several ways: case, accents, apostrophes and hyphens, as many blanks as one. */
function fold(text: string): string {
  return plain(text.normalize('NFC').replace(/[’'`]/g, ''))
    .replace(/[-–—.,;:!?\s]+/g, ' ')
    .trim()
}
