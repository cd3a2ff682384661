import type { Keyring } from '../../src/main/keyring.ts'

/** A port, not ours to run in a test: seals by turning round. */
export function testKeyring(more: Partial<Keyring> = {}): Keyring {
  const turn = (text: string) => [...text].reverse().join('')
  return { available: async () => true, seal: async (text) => turn(text), open: async (sealed) => ({ text: turn(sealed) }), ...more }
}
