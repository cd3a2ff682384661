import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Files whose names carry a hash of what is in them never change. */
const hashed = /[.-][\w-]{8,}\.(js|css|woff2|wasm|svg|png)$/

/** Serves the browser host, if it was built. */
export async function serveWeb(app: FastifyInstance, root: string | null): Promise<void> {
  if (root === null || !existsSync(join(root, 'index.html'))) {
    const text = 'This is a Gather server. Join it from the Gather app.\n'
    app.get('/', (_request, reply) => reply.type('text/plain').send(text))
    return
  }
  await app.register(fastifyStatic, {
    root, index: ['index.html'], cacheControl: false, dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
