import { Document, Pair, Scalar, type ScalarTag, type Tags, YAMLMap, YAMLSeq } from 'yaml'

/** Fields that hold a decimal, which is written as a number, digit for digit. */
const decimals = new Set([
  'target',
  'targetUpper',
  'targetFactor',
  'baseline',
  'value',
  'weight',
  'total',
  'thisYear',
  'factor',
  'points',
])

/** Fields whose mappings fit a line each. */
const short = new Set([
  'district',
  'period',
  'subject',
  'of',
  'investment',
  'due',
  'points',
  'locators',
  'responsible',
  'checkpoints',
  'escalation',
  'eventTypes',
  'units',
  'measureUnits',
])

/** Digits that are printed as they are, as a YAML number. */
class Digits {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const digitsTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => value instanceof Digits,
  resolve: (text) => new Digits(text),
  stringify: ({ value }) => (value instanceof Digits ? value.text : String(value)),
}

/** A file's value as YAML 1.2, one line for each short entry, so that a changed locator is one changed line. */
export function printYaml(value: unknown): string {
  const customTags = (tags: Tags): Tags => [digitsTag, ...tags]
  return new Document(nodeOf(value, '', false), { customTags }).toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  })
}

/** `flow` tells whether it stands inside braces or brackets. */
function nodeOf(value: unknown, key: string, flow: boolean): Scalar | YAMLMap | YAMLSeq {
  if (Array.isArray(value)) {
    const list = new YAMLSeq()
    list.flow = flow || value.every((element) => typeof element === 'string')
    list.items = value.map((element) => nodeOf(element, key, list.flow === true))
    return list
  }
  if (typeof value === 'object' && value !== null) return mappingOf(value, key, flow)
  if (typeof value !== 'string') return new Scalar(value)
  return decimals.has(key) ? new Scalar(new Digits(value)) : textNode(value, flow)
}

function mappingOf(value: object, key: string, flow: boolean): YAMLMap {
  const mapping = new YAMLMap()
  const isShort = flow || 'zh' in value || short.has(key)
  mapping.flow = isShort
  mapping.items = Object.entries(value).map(
    ([name, field]) => new Pair(new Scalar(name), nodeOf(field, name, isShort)),
  )
  return mapping
}

function textNode(text: string, flow: boolean): Scalar {
  const node = new Scalar(text)
  // Plain text of several lines is not always read as it was printed, nor is a carriage return in a block.
  if (/[\r\n]/.test(text))
    node.type = flow || text.includes('\r') ? 'QUOTE_DOUBLE' : 'BLOCK_LITERAL'
  return node
}
