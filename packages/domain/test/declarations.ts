import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** One public name of the library. */
export interface PublicName {
  readonly name: string
  /** Folder of `src` it comes from: the vocabulary's noun. */
  readonly noun: string
  /** Text of its doc comment; empty without one. */
  readonly doc: string
  /** The declaration, as the compiler prints it. */
  readonly code: string
}

const EXPORT = /export (?:type )?\{([^}]*)\} from '([^']+)';/g

/** The public names of an entry, read from the declaration files that the compiler emitted into a folder. */
export function readEntry(folder: string, entry: string): readonly PublicName[] {
  const text = readFileSync(join(folder, `${entry}.d.ts`), 'utf8')
  return [...text.matchAll(EXPORT)]
    .flatMap(([, names = '', from = '']) => {
      const file = join(folder, from.replace(/\.[jt]s$/, '.d.ts'))
      const noun = relative(folder, dirname(file))
      const declarations = readFileSync(file, 'utf8')
      return names
        .split(',')
        .map((name) => name.trim().replace(/^type /, ''))
        .filter((name) => name !== '')
        .map((name) => ({ name, noun, ...findDeclaration(declarations, name) }))
    })
    .sort((a, b) => compare(a.noun, b.noun) || compare(a.name, b.name))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function findDeclaration(text: string, name: string): { doc: string; code: string } {
  const head = new RegExp(
    `(?:/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\n)?export (?:declare )?(?:function|interface|type|const) ${name}\\b`,
  )
  const found = head.exec(text)
  if (found === null) throw new Error(`no declaration of ${name}`)
  const start = text.indexOf('export ', found.index + (found[1]?.length ?? 0))
  const code = text.slice(start, endOfStatement(text, start)).replace(/^export (declare )?/, '')
  return { doc: plain(found[1] ?? ''), code }
}

/** After the semicolon or the closing brace that ends a declaration. */
function endOfStatement(text: string, start: number): number {
  const isInterface = text.startsWith('export interface', start)
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (character === '{' || character === '(' || character === '[') depth++
    if (character === '}' || character === ')' || character === ']') depth--
    if (depth === 0 && (isInterface ? character === '}' : character === ';')) return at + 1
  }
  return text.length
}

/** A doc comment without its stars, its lines joined. */
function plain(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join(' ')
    .trim()
}
