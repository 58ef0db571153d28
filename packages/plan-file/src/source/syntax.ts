import { Composer, type Document, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml'
import type { Fault } from './fault.ts'
import { enoughIssues, type PlanFileLimits } from './limits.ts'

/** A text that is one YAML document without tags and aliases. */
export interface Syntax {
  readonly root: ParsedNode
}

/** The YAML document of a text, or everything that is wrong with its syntax. */
export function readSyntax(
  text: string,
  limits: PlanFileLimits,
): Syntax | { readonly faults: readonly Fault[] } {
  const reading = readTokens(text, limits)
  if ('fault' in reading) return { faults: [reading.fault] }
  const composer = new Composer({
    stringKeys: true,
    // Its own check compares every key with every other; duplicates are found where values are read.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const documents = [...composer.compose(reading.tokens, true, text.length)]
  const marks = reading.faults
  const told = marks.length > 0 ? followsFromMark : new Set<string>()
  const faults = [
    ...marks,
    ...documents.flatMap((document) => faultsOf(document, told)),
    ...afterTheFirst(documents),
  ]
  if (faults.length > 0) return { faults }
  const root = documents[0]?.contents ?? null
  if (root === null) return { faults: [{ offset: 0, code: 'EMPTY_FILE', params: {} }] }
  return { root }
}

type Token = Parameters<Composer['next']>[0]

/**
 * Reads the tokens one by one, so that what nests too deep or is too much is refused before it is built. It stops where
 * a second document begins, and after enough errors: what follows tells nothing new.
 */
function readTokens(
  text: string,
  limits: PlanFileLimits,
):
  | { readonly fault: Fault }
  | { readonly tokens: readonly Token[]; readonly faults: readonly Fault[] } {
  const parser = new Parser()
  const tokens: Token[] = []
  const faults: Fault[] = []
  const enough = enoughIssues(limits)
  let [count, documents, errors] = [0, 0, 0]
  let insideScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser
    if (!insideScalar) faults.push(...refusedMark(lexeme, offset))
    insideScalar = lexeme === SCALAR_MARK
    for (const token of parser.next(lexeme)) {
      tokens.push(token)
      if (token.type === 'document') documents += 1
      if (token.type === 'error') errors += 1
    }
    if (documents > 1 || errors + faults.length > enough) return { tokens, faults }
    count += 1
    const tooMuch = excessOf(parser, count, limits)
    if (tooMuch !== null) return { fault: { offset, ...tooMuch } }
  }
  tokens.push(...parser.end())
  return { tokens, faults }
}

function excessOf(
  { stack }: Parser,
  count: number,
  { depth, tokens }: PlanFileLimits,
): Omit<Fault, 'offset'> | null {
  if (count > tokens) return { code: 'TOO_MANY_TOKENS', params: { limit: tokens } }
  // The document itself and a scalar are on the stack too.
  if (stack.length <= depth || openCollections(stack) <= depth) return null
  return { code: 'TOO_DEEP', params: { limit: depth } }
}

function openCollections(stack: Parser['stack']): number {
  return stack.filter(
    ({ type }) => type === 'block-map' || type === 'block-seq' || type === 'flow-collection',
  ).length
}

/** The lexer sends it before the source of a plain or block scalar, which may begin with any character. */
const SCALAR_MARK = '\u001F'

function refusedMark(lexeme: string, offset: number): readonly Fault[] {
  if (lexeme.startsWith('!')) return [{ offset, code: 'TAG', params: { found: lexeme } }]
  if (lexeme.startsWith('&') || lexeme.startsWith('*')) {
    return [{ offset, code: 'ALIAS', params: { found: lexeme } }]
  }
  return []
}

/** Reasons that follow from a tag, an anchor or an alias, which is told itself. */
const followsFromMark: ReadonlySet<string> = new Set([
  'TAG_RESOLVE_FAILED',
  'BAD_ALIAS',
  'BAD_COLLECTION_TYPE',
  'ALIAS_PROPS',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
])

function faultsOf(document: Document.Parsed, told: ReadonlySet<string>): readonly Fault[] {
  const { yaml } = document.directives
  const version: readonly Fault[] =
    yaml.explicit === true && yaml.version !== '1.2'
      ? [{ offset: 0, code: 'SYNTAX', params: { reason: 'YAML_VERSION' } }]
      : []
  const found = [...document.errors, ...document.warnings].filter(({ code }) => !told.has(code))
  return [...version, ...found.map(faultOf)]
}

function faultOf({ code, pos }: YAMLError): Fault {
  const offset = pos[0]
  if (code === 'NON_STRING_KEY') return { offset, code: 'KEY_NOT_TEXT', params: {} }
  return { offset, code: 'SYNTAX', params: { reason: code } }
}

function afterTheFirst(documents: readonly Document.Parsed[]): readonly Fault[] {
  const second = documents[1]
  if (second === undefined) return []
  return [{ offset: second.range[0], code: 'MANY_DOCUMENTS', params: {} }]
}
