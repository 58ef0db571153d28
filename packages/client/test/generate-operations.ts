import { readdirSync, readFileSync } from 'node:fs'
import { preset } from '@graphql-codegen/client-preset'
import { codegen } from '@graphql-codegen/core'
import { buildASTSchema, parse } from 'graphql'

const folder = new URL('../operations/', import.meta.url)

/** The operations and fragments as their files have them, in the order of their names. */
export function operationFiles() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((location) => {
      const rawSDL = readFileSync(new URL(location, folder), 'utf8')
      return { location, rawSDL, document: parse(rawSDL) }
    })
}

/** The schema as the server prints it. */
export const schemaText = readFileSync(
  new URL('../../../apps/server/schema.graphql', import.meta.url),
  'utf8',
)

/** What is generated from the operations. */
export interface Generated {
  /** TypeScript, with text in place of parsed documents. */
  readonly module: string
  /** The documents by their SHA-256, as JSON. */
  readonly manifest: string
}

/** What GraphQL Code Generator's client preset makes of the operations. */
export async function generateOperations(): Promise<Generated> {
  const schema = parse(schemaText)
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'generated/',
    schema,
    schemaAst: buildASTSchema(schema),
    documents: operationFiles(),
    config: {
      documentMode: 'string',
      enumType: 'string-literal',
      immutableTypes: true,
      strictScalars: true,
      scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown' },
      useTypeImports: true,
    },
    presetConfig: {
      fragmentMasking: false,
      persistedDocuments: { hashAlgorithm: 'sha256', hashPropertyName: 'id' },
    },
    plugins: [],
    pluginMap: {},
  })
  const make = async (name: string): Promise<string> => {
    const section = sections.find(({ filename }) => filename === `generated/${name}`)
    if (!section) throw new Error(`the preset makes no ${name}`)
    return `${(await codegen(section)).trimEnd()}\n`
  }
  return {
    module: mend(await make('graphql.ts')),
    manifest: await make('persisted-documents.json'),
  }
}

/** The preset's own code says any in one place, and does not say that what it makes may be left out of a bundle. */
function mend(text: string): string {
  return text
    .replaceAll('Record<string, any>', 'Record<string, unknown>')
    .replaceAll('= new TypedDocumentString(', '= /* @__PURE__ */ new TypedDocumentString(')
}
