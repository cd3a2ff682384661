import { connect, createServer, type Server, type Socket } from 'node:net'
import { listenOnOwnPort } from '../../support/ports.ts'

/** A way to a server of this machine that counts what passes and can be broken. */
export interface CountedLine {
  address: string
  /** Bytes since the last reset, as they stand on the wire (HTTP heads and compression included; TCP's own not). */
  sent(): number
  received(): number
  reset(): void
  /** Nobody answers there, and what was open is cut. */
  down(): Promise<void>
  up(): Promise<void>
}

/** Opens one to a port. */
export async function openCountedLine(port: number): Promise<CountedLine> {
  const counts = { sent: 0, received: 0 }
  const sockets = new Set<Socket>()
  let server: Server | null = null
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }
  const join = (from: Socket) => {
    const to = connect(port, '127.0.0.1')
    track(from)
    track(to)
    from.on('data', (bytes) => {
      counts.sent += bytes.length
    })
    to.on('data', (bytes) => {
      counts.received += bytes.length
    })
    from.pipe(to)
    to.pipe(from)
    from.on('close', () => to.destroy())
    to.on('close', () => from.destroy())
  }
  const first = createServer(join)
  server = first
  const own = await listenOnOwnPort(first)
  const listenAgain = async () => {
    const made = createServer(join)
    await new Promise<void>((ready, broke) => made.once('error', broke).listen(own, '127.0.0.1', ready))
    server = made
  }
  return {
    address: `http://127.0.0.1:${own}`,
    sent: () => counts.sent,
    received: () => counts.received,
    reset: () => {
      Object.assign(counts, { sent: 0, received: 0 })
    },
    async down() {
      const stopping = server
      server = null
      for (const socket of sockets) socket.destroy()
      if (stopping) await new Promise((closed) => stopping.close(closed))
    },
    async up() {
      if (!server) await listenAgain()
    },
  }
}
