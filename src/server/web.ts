import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Files whose names carry a hash of what is in them never change. */
const hashed = /[.-][\w-]{8,}\.(js|css|woff2|wasm|svg|png)$/

/** The kiosk's page may stand in a frame of our own app and of no other. It asks nobody for anything; the camera reads cards. */
const kioskHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-frame-options': 'SAMEORIGIN',
}

/** Serves the browser host, if it was built. */
export async function serveWeb(app: FastifyInstance, root: string | null): Promise<void> {
  if (root === null || !existsSync(join(root, 'index.html'))) {
    const text = 'This is a Gather server. Join it from the Gather app.\n'
    app.get('/', (_request, reply) => reply.type('text/plain').send(text))
    return
  }
  await app.register(fastifyStatic, {
    root,
    index: ['index.html'],
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      if (basename(path) === 'kiosk.html') for (const [name, value] of Object.entries(kioskHeaders)) reply.header(name, value)
      reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
