import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import expressPouchdb from 'express-pouchdb'
import http from 'pouchdb-adapter-http'
import leveldb from 'pouchdb-adapter-leveldb'
import PouchDB from 'pouchdb-core'
import mapreduce from 'pouchdb-mapreduce'
import replication from 'pouchdb-replication'

/**
 * The peer's server, a process of its own like ours: express-pouchdb with its compression, documents in LevelDB on the same
 * disk. `node server.ts FOLDER PAGE` serves the page's folder at /bench and the databases at /db.
 */
const [folder = '', page = ''] = process.argv.slice(2)
const prefix = join(folder, 'documents/')
mkdirSync(prefix, { recursive: true })
const Stored = PouchDB.plugin(leveldb).plugin(http).plugin(mapreduce).plugin(replication).defaults({ prefix })
const app = express()
app.use('/bench', express.static(page))
app.use('/db', expressPouchdb(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true }))
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`peer: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
