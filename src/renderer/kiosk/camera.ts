import decodeQR from 'qr/decode.js'

/** Looks five times a second: enough for a hand that holds a card, and a tablet stays cool. */
const lookMs = 200
/** The picture is looked at in this width; a card held at arm's length is large enough in it. */
const width = 640

/** Reads codes from a camera until it is stopped. Pictures stay in memory and are forgotten with the next one. */
export async function readCodes(video: HTMLVideoElement, onCode: (code: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: { ideal: 1280 } }, audio: false })
  video.srcObject = stream
  await video.play()
  const canvas = document.createElement('canvas')
  const timer = setInterval(() => {
    const code = look(video, canvas)
    if (code !== null) onCode(code)
  }, lookMs)
  return () => {
    clearInterval(timer)
    stream.getTracks().forEach((track) => track.stop())
    video.srcObject = null
  }
}

function look(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  if (video.videoWidth === 0) return null
  canvas.width = width
  canvas.height = Math.round((width * video.videoHeight) / video.videoWidth)
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  if (!paper) return null
  paper.drawImage(video, 0, 0, canvas.width, canvas.height)
  return decoded(paper.getImageData(0, 0, canvas.width, canvas.height))
}

/** The text of a code in a picture, or null where there is none. */
export function decoded(picture: { width: number; height: number; data: Uint8ClampedArray | Uint8Array }): string | null {
  try {
    const text = decodeQR(picture as never)
    return typeof text === 'string' && text !== '' ? text : null
  } catch {
    return null // no code in this picture: the next one comes
  }
}
