import { createServer, type Server } from 'node:net'

/**
 * Below what systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere): a port that is given back
 * for a moment and opened again cannot have become somebody's connection meanwhile.
 */
const [lowest, many] = [20_000, 12_000]
/** Each process begins elsewhere, so that those that run beside each other seldom ask for the same. */
let next = (process.pid * 131) % many

/** Listens on a port of this machine that nobody will take while it is closed for a moment. @returns the port */
export async function listenOnOwnPort(server: Server): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = lowest + (next = (next + 1) % many)
    if (await listens(server, port)) return port
  }
  throw new Error('no free port')
}

/** A port that was free a moment ago, for a server in a process of its own. */
export async function ownPort(): Promise<number> {
  const server = createServer()
  const port = await listenOnOwnPort(server)
  await new Promise((closed) => server.close(closed))
  return port
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const broke = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error))
    server.once('error', broke).listen(port, '127.0.0.1', () => {
      server.removeListener('error', broke)
      resolve(true)
    })
  })
}
