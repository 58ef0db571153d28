import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parser, rules } from '@graphql-eslint/eslint-plugin'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { ESLint, type Linter } from 'eslint'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'

const file = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))
const read = (name: string): string => readFileSync(file(name), 'utf8')

describe('the printed schema', () => {
  it('breaks nothing that was announced before: a change that does is listed in schema.announced.json', async () => {
    const announced: unknown = JSON.parse(read('schema.announced.json'))
    const changes = await diff(
      buildSchema(read('schema.announced.graphql')),
      buildSchema(read('schema.graphql')),
    )
    const breaking = changes
      .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
      .map(({ message }) => message)
    expect(breaking.sort()).toEqual(announced)
  })

  it('keeps the rules of names, descriptions and Relay', async () => {
    expect(await problemsOf(file('schema.graphql'))).toEqual([])
  }, 60_000)

  it('would not, if it said things badly', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-schema-'))
    const bad = join(folder, 'bad.graphql')
    writeFileSync(
      bad,
      'type Query { Things: thingConnection }\ntype thingConnection { node: String }\n',
    )
    const rulesBroken = (await problemsOf(bad)).map((problem) => problem.split(' ')[1])
    rmSync(folder, { recursive: true })
    for (const rule of ['require-description', 'naming-convention', 'relay-connection-types']) {
      expect(rulesBroken).toContain(`@graphql-eslint/${rule}`)
    }
  }, 60_000)
})

/** What the rules find wrong with a schema, one line each. */
async function problemsOf(path: string): Promise<readonly string[]> {
  const config = {
    files: ['**/*.graphql'],
    languageOptions: { parser, parserOptions: { graphQLConfig: { schema: path } } },
    plugins: { '@graphql-eslint': { rules } },
    rules: Object.fromEntries(
      Object.entries(schemaRules).map(([name, rule]) => [`@graphql-eslint/${name}`, rule]),
    ),
  }
  const eslint = new ESLint({
    cwd: dirname(path),
    overrideConfigFile: true,
    // The plugin's types are older than ESLint's; what it is at run time is what ESLint takes.
    overrideConfig: [config as unknown as Linter.Config],
  })
  const [result] = await eslint.lintFiles([path])
  return (result?.messages ?? []).map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`)
}

const schemaRules = {
  'description-style': 'error',
  'known-argument-names': 'error',
  'known-directives': 'error',
  'known-type-names': 'error',
  'no-duplicate-fields': 'error',
  'no-hashtag-description': 'error',
  'no-typename-prefix': 'error',
  'no-unreachable-types': 'error',
  'provided-required-arguments': 'error',
  'relay-arguments': ['error', { includeBoth: false }],
  'relay-connection-types': 'error',
  'relay-edge-types': [
    'error',
    { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
  ],
  'relay-page-info': 'error',
  'require-deprecation-reason': 'error',
  'require-description': [
    'error',
    { types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true },
  ],
  'unique-enum-value-names': 'error',
  'unique-field-definition-names': 'error',
  'unique-type-names': 'error',
  'naming-convention': [
    'error',
    {
      types: 'PascalCase',
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      Argument: 'camelCase',
      DirectiveDefinition: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
    },
  ],
} as const
