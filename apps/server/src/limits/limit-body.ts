import type { Plugin } from 'graphql-yoga'
import { refuse } from '../errors/refuse.ts'
import { limitVariables } from '../settings/read-settings.ts'
import type { Limits } from '../settings/settings.ts'

/** Words the refusal of a body over the limit, which Yoga itself notices, as every other refusal. */
export function useBodyLimitMessage(limits: Limits): Plugin {
  return {
    onResultProcess(processing) {
      const { result } = processing
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return
      if (!result.errors.some((one) => one.extensions?.code === 'REQUEST_ENTITY_TOO_LARGE')) return
      const params = {
        actual: limits.bodyBytes,
        limit: limits.bodyBytes,
        setting: limitVariables.bodyBytes,
      }
      processing.setResult({ errors: [refuse('BODY_LIMIT', params, { status: 413 })] })
    },
  }
}
