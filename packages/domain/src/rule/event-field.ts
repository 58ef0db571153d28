/** The built-in events of a project, in the order of its stages. */
export const PROJECT_EVENTS = ['prepared', 'cleared', 'started', 'completed', 'in-use'] as const

/** The name by which CEL reads an event: `in-use` is `events.in_use`, `3d-model` is `events._3d_model`. */
export function eventField(code: string): string {
  const name = code.replace(/[^A-Za-z0-9_]/g, '_')
  return /^\d/.test(name) ? `_${name}` : name
}
