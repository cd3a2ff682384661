/** The digest of a file whose pieces come one after the other (records/media.ts). */
export class FileDigest {
  private readonly digests: Uint8Array[] = []

  /** The next piece, unsealed. */
  async add(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    this.digests.push(await sha256(piece))
  }

  /** In hex. */
  async end(): Promise<string> {
    const all = new Uint8Array(32 * this.digests.length)
    this.digests.forEach((one, nth) => all.set(one, nth * 32))
    return [...(await sha256(all))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}
