import { connect, createServer, type Server, type Socket } from 'node:net'
import { listenOnOwnPort } from '../../support/ports.ts'

/** A laptop's own way to the server, which can be broken in each way that a park knows. */
export interface Line {
  /** What the laptop takes for its server's address; the same whatever happens to the line. */
  readonly address: string
  /** Nobody answers there: refused at once, and what was open is cut. */
  down(): Promise<void>
  up(): Promise<void>
  /** Connections open and nothing ever comes: a full café network. What was open is held too. */
  silent(): void
  /** Answers are cut after so many more bytes; then the line is as it was. */
  cutAfter(bytes: number): void
  close(): Promise<void>
}

/** A line to a port of this machine. */
export async function openLine(port: number): Promise<Line> {
  const state = { silent: false, cut: null as number | null }
  const sockets = new Set<Socket>()
  let server: Server | null = null

  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }

  function join(laptop: Socket): void {
    track(laptop)
    if (state.silent) return
    const surgery = connect(port, '127.0.0.1')
    track(surgery)
    laptop.on('data', (bytes) => void (state.silent || surgery.write(bytes)))
    surgery.on('data', (bytes) => answer(laptop, surgery, bytes))
    laptop.on('close', () => surgery.destroy())
    surgery.on('close', () => state.silent || laptop.destroy())
  }

  function answer(laptop: Socket, surgery: Socket, bytes: Buffer): void {
    if (state.silent) return
    if (state.cut === null) return void laptop.write(bytes)
    const through = bytes.subarray(0, state.cut)
    state.cut -= through.length
    laptop.write(through)
    if (state.cut > 0) return
    state.cut = null
    laptop.end()
    surgery.destroy()
  }

  async function listen(): Promise<number> {
    server = createServer(join)
    return listenOnOwnPort(server)
  }

  async function listenAgain(): Promise<void> {
    const made = (server = createServer(join))
    await new Promise<void>((ready, broke) => made.once('error', broke).listen(own, '127.0.0.1', ready))
  }

  async function stop(): Promise<void> {
    const stopping = server
    server = null
    for (const socket of sockets) socket.destroy()
    if (stopping) await new Promise((closed) => stopping.close(closed))
  }

  const own = await listen()
  return {
    address: `http://127.0.0.1:${own}`,
    down: stop,
    async up() {
      state.silent = false
      if (!server) await listenAgain()
    },
    silent: () => void (state.silent = true),
    cutAfter: (bytes) => void (state.cut = bytes),
    close: stop,
  }
}
