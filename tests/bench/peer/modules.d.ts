// The peer's packages, as far as the bench uses them. They are installed at the bench's first use, not with the app.

declare module 'pouchdb-browser' {
  interface Replicating {
    docs_read: number
    docs_written: number
    ok: boolean
  }
  export default class PouchDB {
    constructor(name: string)
    put(document: object): Promise<unknown>
    bulkDocs(documents: object[]): Promise<unknown[]>
    info(): Promise<{ doc_count: number }>
    destroy(): Promise<void>
    replicate: {
      to(remote: string, options: object): Promise<Replicating>
      from(remote: string, options: object): Promise<Replicating>
    }
  }
}

declare module 'pouchdb-core' {
  interface PouchClass {
    plugin(plugin: unknown): PouchClass
    defaults(options: object): PouchClass
  }
  const PouchDB: PouchClass
  export default PouchDB
}

declare module 'express' {
  import type { RequestListener } from 'node:http'
  interface App extends RequestListener {
    use(path: string, handler: unknown): void
    listen(port: number, host: string, ready: () => void): import('node:http').Server
  }
  const express: { (): App; static(folder: string): unknown }
  export default express
}

declare module 'express-pouchdb' {
  const expressPouchdb: (PouchDB: unknown, options: object) => unknown
  export default expressPouchdb
}

declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown
  export default plugin
}
declare module 'pouchdb-adapter-http' {
  const plugin: unknown
  export default plugin
}
declare module 'pouchdb-mapreduce' {
  const plugin: unknown
  export default plugin
}
declare module 'pouchdb-replication' {
  const plugin: unknown
  export default plugin
}
