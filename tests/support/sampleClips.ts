import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { quickChromium } from './chromium.ts'

// Makes the two clips of the sample team, drawn and with nobody in them: node tests/support/sampleClips.ts
const clips = [
  { file: 'walkAndTalk.webm', title: 'Walk and Talk', walkers: 4, sky: '#cfe6f7', grass: '#7fae6e' },
  { file: 'buggyTalk.webm', title: 'Buggy Talk', walkers: 3, sky: '#f7e3cf', grass: '#8fb58a' },
]

const browser = await chromium.launch({ executablePath: quickChromium() ?? '' })
const page = await browser.newPage()
for (const clip of clips) {
  const base64 = await page.evaluate(record, clip)
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > 20_000) throw new Error(`${clip.file} has ${bytes.length} bytes`)
  writeFileSync(join(import.meta.dirname, '../../resources/sample', clip.file), bytes)
}
await browser.close()

/** In the page: dots that walk under a sun for two seconds. */
async function record({ title, walkers, sky, grass }: (typeof clips)[number]): Promise<string> {
  const [width, height, seconds] = [256, 144, 2.4]
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')!
  const began = performance.now()
  const draw = () => {
    const part = (performance.now() - began) / 1000 / seconds
    pen.fillStyle = sky
    pen.fillRect(0, 0, width, height)
    pen.fillStyle = grass
    pen.fillRect(0, 96, width, height)
    pen.fillStyle = '#f2c14e'
    pen.beginPath()
    pen.arc(200, 36 - 8 * part, 14, 0, 7)
    pen.fill()
    pen.fillStyle = '#2d4a7c'
    for (let nth = 0; nth < walkers; nth++) {
      const [x, y] = [20 + 120 * part + nth * 26, 88 + 2 * Math.sin(part * 20 + nth)]
      pen.beginPath()
      pen.arc(x, y - 16, 5, 0, 7)
      pen.fill()
      pen.fillRect(x - 3, y - 10, 6, 16)
    }
    pen.font = '16px sans-serif'
    pen.fillText(title, 12, 24)
    pen.font = '10px sans-serif'
    pen.fillText('drawn for the sample team', 12, 136)
    if (part < 1) requestAnimationFrame(draw)
  }
  draw()
  const pieces: Blob[] = []
  const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: 40_000 })
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  recorder.start()
  await new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000)
  })
  const ended = new Promise((resolve) => {
    recorder.onstop = resolve
  })
  recorder.stop()
  await ended
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
