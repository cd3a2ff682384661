import { safeStorage } from 'electron'

/** The operating system's store of secrets: Keychain, DPAPI, libsecret, KWallet. Sealed text is base64. */
export interface Keyring {
  available(): Promise<boolean>
  seal(text: string): Promise<string>
  /** null if it does not open. `resealed` is there when the keyring wants it kept in a new form. */
  open(sealed: string): Promise<{ text: string; resealed?: string } | null>
}

/** What Linux calls its stand-ins: text sealed with a password that stands in Chromium's source is not sealed. */
const notKeyrings = ['basic_text', 'unknown']

async function available(): Promise<boolean> {
  if (process.platform === 'linux' && notKeyrings.includes(safeStorage.getSelectedStorageBackend())) return false
  return safeStorage.isAsyncEncryptionAvailable()
}

async function seal(text: string): Promise<string> {
  return (await safeStorage.encryptStringAsync(text)).toString('base64')
}

/** Electron's keyring, by its asynchronous calls: the others hold the whole app while a keyring asks for its password. */
export const systemKeyring: Keyring = {
  available,
  seal,
  async open(sealed) {
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))
      return shouldReEncrypt ? { text: result, resealed: await seal(result) } : { text: result }
    } catch {
      return null
    }
  },
}
