import { z } from 'zod'
import list from '../../../resources/lists/crisisWords.json' with { type: 'json' }
import { plain } from '../std/text.ts'
import { helpKeys, type HelpKey } from './helpKeys.ts'

const read = z
  .object({ parts: z.array(z.string()), words: z.array(z.string()), help: z.array(z.object({ key: z.enum(helpKeys), number: z.string() })) })
  .parse(list)

/** Who to call, by what for. */
export const crisisHelp: readonly { key: HelpKey; number: string }[] = read.help

const selves = ['myself', 'himself', 'herself', 'themselves', 'themself', 'yourself']
const possessives = ['my', 'his', 'her', 'their']

function written(phrase: string): string[] {
  if (phrase.includes('{self}')) return selves.map((self) => phrase.replace('{self}', self))
  return phrase.includes('{my}') ? possessives.map((my) => phrase.replace('{my}', my)) : [phrase]
}

/** Every phrase, the longer first: of "took an overdose" and "overdose" the first says more. */
const phrases = read.words.flatMap(written).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** What is found inside of words too. */
const { parts } = read

/** As a text is compared with whole phrases: small letters, no apostrophes, one space between words and at both ends. */
export function spoken(text: string): string {
  return ` ${plain(text.normalize('NFC').replace(/[’'`]/g, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/**
 * Words of crisis in what somebody wrote (story 19). They raise a banner and never decide: "no thoughts of suicide" raises it too, and
 * a person reads the sentence. @param texts what was written @returns the phrases found, each once
 */
export function crisisIn(texts: readonly (string | null | undefined)[]): string[] {
  const all = texts.flatMap((text) => (text ? [spoken(text)] : []))
  const found = [
    ...phrases.filter((phrase) => all.some((text) => text.includes(` ${phrase} `))),
    ...parts.filter((part) => all.some((text) => text.includes(spoken(part).trim()))),
  ]
  return found.filter((phrase) => !found.some((longer) => longer !== phrase && longer.includes(phrase)))
}
