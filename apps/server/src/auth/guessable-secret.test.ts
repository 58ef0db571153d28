import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weaknessOf } from './guessable-secret.ts'

describe('weaknessOf', () => {
  it.each([
    ['', 'SHORT'],
    ['secret', 'SHORT'],
    ['s3cr3t-s3cr3t-s3cr3t-s3cr3t-s3c', 'SHORT'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'REPEATED'],
    ['k7Gq9zTf2LmXk7Gq9zTf2LmXk7Gq9zTf2LmX', 'REPEATED'],
    ['0101101001011101010110101110101101011010', 'REPEATED'],
    ['0123456789abcdefghijklmnopqrstuvwxyz', 'SEQUENCE'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ9876543210', 'SEQUENCE'],
    ['your-256-bit-secret-your-256-bit-key', 'COMMON'],
    ['this-is-a-very-long-secret-key-please-change', 'COMMON'],
    ['change-me-change-me-please-change-the-key', 'COMMON'],
    ['superSecretPasswordForTheDubanServer2020', 'COMMON'],
  ])('finds %j to be %s', (secret, weakness) => {
    expect(weaknessOf(secret)).toBe(weakness)
  })

  it('finds nothing against random keys, however they are written', () => {
    const random = fc
      .tuple(
        fc.constantFrom<BufferEncoding>('hex', 'base64', 'base64url'),
        fc.integer({ min: 32, max: 64 }),
      )
      .map(([encoding, bytes]) => randomBytes(bytes).toString(encoding))
    fc.assert(
      fc.property(random, (secret) => {
        expect(weaknessOf(secret)).toBe(null)
      }),
    )
  })
})
