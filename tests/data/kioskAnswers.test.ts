import { describe, expect, test } from 'vitest'
import { Answers, type ToldAtKiosk } from '../../src/renderer/data/kiosk/answers.ts'

const told = (words: string): ToldAtKiosk => ({ change: 'better', wishes: [], words })

/** A kiosk whose disk takes answers while `isFree`. */
function kiosk() {
  const disk = { isFree: true, faces: [] as number[], words: [] as string[] }
  const answers = new Answers({
    face: async (today) => disk.isFree && disk.faces.push(today) > 0,
    told: async ({ words }) => disk.isFree && disk.words.push(words) > 0,
  })
  const one = async (face: number, words: string) => {
    answers.open(true)
    answers.sayToday(face)
    const said = await answers.say(told(words))
    await answers.next()
    return said
  }
  return { disk, answers, one }
}

describe('[story 33] answers that are kept back at the kiosk', () => {
  test('what a full disk refuses is not lost: it is written with the next ones, once', async () => {
    const { disk, answers, one } = kiosk()
    disk.isFree = false
    for (let nth = 1; nth <= 6; nth++) expect(await one(3, `Answer ${nth}`)).toEqual({ saved: true, forLead: false })
    expect([disk.faces, disk.words]).toEqual([[], []])
    disk.isFree = true
    await one(4, 'Answer 7')
    await answers.writeAll()
    expect([disk.faces.sort(), disk.words.sort()]).toEqual([[3, 3, 3, 3, 3, 3, 4], Array.from({ length: 7 }, (_, at) => `Answer ${at + 1}`)])
  })

  test('words for a lead that could not be written are said to be not saved, and do not come later', async () => {
    const { disk, answers, one } = kiosk()
    disk.isFree = false
    await one(3, 'I like the walk')
    expect(await one(2, 'I want to end my life')).toEqual({ saved: false, forLead: true })
    disk.isFree = true
    await answers.writeAll()
    expect(disk.words).toEqual(['I like the walk'])
  })
})
