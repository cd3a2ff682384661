import { spawn, spawnSync } from 'node:child_process'
import { createServer, request } from 'node:http'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A proxy in front of a server, as the page's nginx example says, without TLS. */
export interface Proxy {
  url: string
  /** What it is. */
  kind: 'nginx' | 'stand-in'
  end(): Promise<void>
}

/** nginx itself where there is one; otherwise a few lines of Node that do what the example's directives say. */
export function proxyOf(config: string, server: string, folder: string, port: number): Promise<Proxy> {
  return spawnSync('nginx', ['-v']).status === 0 ? nginx(config, server, folder, port) : standIn(config, server, port)
}

async function nginx(config: string, server: string, folder: string, port: number): Promise<Proxy> {
  const plain = config
    .replace(/^\s*ssl_.*$/gm, '')
    .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
    .replace('http://127.0.0.1:8787', server)
  await mkdir(join(folder, 'nginx'), { recursive: true })
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/nginx/${name};`).join('\n')
  const whole = `daemon off;\npid ${folder}/nginx/pid;\nerror_log ${folder}/nginx/error.log;\nevents {}\nhttp {\naccess_log off;\n${paths}\n${plain}\n}\n`
  await writeFile(join(folder, 'nginx/nginx.conf'), whole)
  const child = spawn('nginx', ['-c', join(folder, 'nginx/nginx.conf'), '-p', join(folder, 'nginx')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  while (
    child.exitCode === null &&
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  )
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  return {
    url,
    kind: 'nginx',
    end: async () => {
      child.kill('SIGTERM')
    },
  }
}

async function standIn(config: string, server: string, port: number): Promise<Proxy> {
  if (!/proxy_set_header X-Forwarded-For \$remote_addr;/.test(config)) throw new Error('the example no longer says who calls')
  const most = Number(/client_max_body_size (\d+)m;/.exec(config)?.[1]) * 1024 * 1024
  const proxy = createServer((asked, answer) => {
    if (Number(asked.headers['content-length'] ?? 0) > most) return answer.writeHead(413).end()
    const headers = { ...asked.headers, 'x-forwarded-for': asked.socket.remoteAddress ?? '' }
    const onward = request(new URL(asked.url ?? '/', server), { method: asked.method ?? 'GET', headers }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers)
      from.pipe(answer)
    })
    onward.on('error', () => answer.writeHead(502).end())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => {
    proxy.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${port}`,
    kind: 'stand-in',
    end: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve())
        proxy.closeAllConnections()
      }),
  }
}
