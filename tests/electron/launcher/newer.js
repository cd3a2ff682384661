'use strict'
// What Electron 25+ and Node 20+ offer a main process and Electron 22 (Node 16) lacks, as far as an app is likely to
// use it, so that the app's own code needs no special case for tests. Where the call is there already, nothing changes.
require('core-js/stable')
const { app, net, protocol, safeStorage } = require('electron')
const { Blob } = require('buffer')
const { execFile } = require('child_process')
const { webcrypto } = require('crypto')
const fs = require('fs')
const zlib = require('zlib')
const undici = require('undici')

for (const name of ['fetch', 'Headers', 'Request', 'Response', 'FormData', 'File'])
  if (!globalThis[name] && undici[name]) globalThis[name] = undici[name]
globalThis.Blob ??= Blob
globalThis.crypto ??= webcrypto

AbortSignal.timeout ??= (ms) => {
  const control = new AbortController()
  setTimeout(() => control.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms).unref()
  return control.signal
}
AbortSignal.any ??= (signals) => {
  const control = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) control.abort(signal.reason)
    else signal.addEventListener('abort', () => control.abort(signal.reason), { once: true })
  }
  return control.signal
}

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1
  return byte >>> 0
})
zlib.crc32 ??= (bytes, before = 0) => {
  let sum = ~before
  for (const byte of typeof bytes === 'string' ? Buffer.from(bytes) : bytes) sum = crcTable[(sum ^ byte) & 255] ^ (sum >>> 8)
  return ~sum >>> 0
}

fs.promises.statfs ??= (where) =>
  new Promise((resolve, reject) => {
    execFile('stat', ['-f', '-c', '%S %b %f %a', where], (error, out) => {
      if (error) return reject(error)
      const [bsize, blocks, bfree, bavail] = out.split(' ').map(Number)
      resolve({ type: 0, bsize, blocks, bfree, bavail, files: 0, ffree: 0 })
    })
  })

/** `protocol.handle` of Electron 25 on `registerBufferProtocol`: whole bodies, no streaming. */
function handleOn(protocol) {
  protocol.handle ??= (scheme, handler) =>
    protocol.registerBufferProtocol(scheme, async (request, answer) => {
      try {
        const sent = (request.uploadData ?? []).filter((part) => part.bytes).map((part) => part.bytes)
        const body = sent.length ? Buffer.concat(sent) : undefined
        const response = await handler(new Request(request.url, { method: request.method, headers: request.headers, body }))
        answer({
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          mimeType: (response.headers.get('content-type') ?? '').split(';')[0],
          data: Buffer.from(await response.arrayBuffer()),
        })
      } catch (error) {
        console.error(error)
        answer({ error: -2 })
      }
    })
  protocol.unhandle ??= (scheme) => protocol.unregisterProtocol(scheme)
  protocol.isProtocolHandled ??= (scheme) => protocol.isProtocolRegistered(scheme)
}
handleOn(protocol)
app.on('session-created', (session) => handleOn(session.protocol))

net.fetch ??= (input, init) => globalThis.fetch(input, init)
net.isOnline ??= () => net.online
/** Sealed text of a real keyring begins with "v11", of the fixed password with "v10". */
safeStorage.getSelectedStorageBackend ??= () =>
  !safeStorage.isEncryptionAvailable() ? 'unknown'
  : safeStorage.encryptString('?').subarray(0, 3).toString() === 'v11' ? 'gnome_libsecret' : 'basic_text'
safeStorage.isAsyncEncryptionAvailable ??= async () => safeStorage.isEncryptionAvailable()
safeStorage.encryptStringAsync ??= async (text) => safeStorage.encryptString(text)
safeStorage.decryptStringAsync ??= async (sealed) => ({ result: safeStorage.decryptString(sealed), shouldReEncrypt: false })
