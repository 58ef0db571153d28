/** Why a secret is easily guessed: too SHORT, REPEATED or in SEQUENCE, or made of COMMON words. */
export type Weakness = 'SHORT' | 'REPEATED' | 'SEQUENCE' | 'COMMON'

/** Bytes that a key of HS256 has at least (RFC 7518, section 3.2). */
export const SECRET_BYTES = 32

const fewestCharacters = 8
const fewestUncommon = 16

/** Words that examples and hurried people make secrets of, longer ones first. */
const commonWords =
  /passphrase|placeholder|replaceme|changeit|changeme|password|passwort|example|default|letmein|private|qwertz|qwerty|please|change|replace|sample|secret|server|signing|random|string|admin|duban|256bit|token|super|tests?|your|this|very|long|jwt|key|bit|the|is|my|an?/g

/** The weakness of a shared secret; null where none is seen. It tells what is bad, not that a secret is good. */
export function weaknessOf(secret: string): Weakness | null {
  if (Buffer.byteLength(secret) < SECRET_BYTES) return 'SHORT'
  if (new Set(secret).size < fewestCharacters || isRepetition(secret)) return 'REPEATED'
  if (isSequence(secret)) return 'SEQUENCE'
  const left = secret
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(commonWords, '')
  return isCommon(secret, left) ? 'COMMON' : null
}

/** One text twice or more, the last time perhaps cut short. */
function isRepetition(secret: string): boolean {
  for (let length = 1; length <= secret.length / 2; length++) {
    if (secret.startsWith(secret.slice(length))) return true
  }
  return false
}

/** Most characters follow the one before them, as in `abcdefgh` or `87654321`. */
function isSequence(secret: string): boolean {
  let steps = 0
  for (let at = 1; at < secret.length; at++) {
    const step = secret.charCodeAt(at) - secret.charCodeAt(at - 1)
    if (step === 1 || step === -1) steps++
  }
  return steps > secret.length / 2
}

/** Little is left without the common words, and they were much of it. */
function isCommon(secret: string, left: string): boolean {
  return left.length < fewestUncommon && left.length < secret.length / 2
}
