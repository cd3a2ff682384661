import { expect, test } from 'vitest'
import { sizeInWords } from '../../src/renderer/features/media/sizes.ts'
import { words } from './words.ts'

test('a small file is told in kB, and what has a byte is not nothing', () => {
  const told = [0, 1, 5_000, 200_400, 999_600, 3_240_000, 9_960_000, 41_200_000, 200_000_000].map((bytes) => sizeInWords(bytes, words))
  expect(told).toEqual(['0 kB', '1 kB', '5 kB', '201 kB', '1 MB', '3.2 MB', '10 MB', '41 MB', '200 MB'])
})
