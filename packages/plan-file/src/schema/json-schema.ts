import * as z from 'zod'
import { FORMAT, planFile } from './plan-file.ts'

/**
 * JSON Schema (draft 2020-12) of the plan document, for editors: `# yaml-language-server: $schema=<its address>`.
 * It describes one entry at a time; what holds between entries is for `parsePlan`.
 */
export const planJsonSchema: Readonly<Record<string, unknown>> = {
  $id: `urn:${FORMAT.replace('/', ':')}`,
  title: FORMAT,
  ...z.toJSONSchema(planFile, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // What a leaf or a text may be is told by its own anyOf; what it is read into is not the file's affair.
      if (jsonSchema.anyOf !== undefined && jsonSchema.properties !== undefined) {
        delete jsonSchema.type
        delete jsonSchema.properties
        delete jsonSchema.required
        delete jsonSchema.additionalProperties
      }
      // The document of a locator may be left out where the plan has exactly one.
      if (jsonSchema.properties?.paragraph !== undefined) {
        jsonSchema.required = jsonSchema.required?.filter((key) => key !== 'document') ?? []
      }
    },
  }),
}
