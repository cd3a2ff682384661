/** Argon2id of `@node-rs/argon2`: its type is a const enum, which erasable TypeScript cannot import. */
const argon2idAlgorithm = 2

/**
 * 32 bytes from a passphrase. One lane, so that the browser's WASM gives the same bytes in the same time.
 * The native module is loaded at the first call: a laptop that cannot load it still shows its lock screen and says so.
 * @param memoryKiB memory in KiB
 */
export async function argon2id(passphrase: string, salt: Uint8Array, memoryKiB: number, passes: number): Promise<Uint8Array> {
  const { hashRaw } = await import('@node-rs/argon2')
  const bytes = await hashRaw(passphrase, {
    algorithm: argon2idAlgorithm,
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: 1,
    outputLen: 32,
    salt,
  })
  return new Uint8Array(bytes)
}
