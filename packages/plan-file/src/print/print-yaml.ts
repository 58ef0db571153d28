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
  return new Document(nodeOf(value, ''), { customTags }).toString({ lineWidth: 0 })
}

function nodeOf(value: unknown, key: string): Scalar | YAMLMap | YAMLSeq {
  if (Array.isArray(value)) {
    const list = new YAMLSeq()
    list.items = value.map((element) => nodeOf(element, key))
    list.flow = list.items.every((item) => item instanceof Scalar)
    return list
  }
  if (typeof value === 'object' && value !== null) return mappingOf(value, key)
  return new Scalar(typeof value === 'string' && decimals.has(key) ? new Digits(value) : value)
}

function mappingOf(value: object, key: string): YAMLMap {
  const mapping = new YAMLMap()
  mapping.items = Object.entries(value).map(
    ([name, field]) => new Pair(new Scalar(name), nodeOf(field, name)),
  )
  mapping.flow = 'zh' in value || short.has(key)
  return mapping
}
