import type { Lang } from '../text/text.ts'
import { labelOf } from './labels.ts'

const PLACE = /\{(\w+)(\|label)?\}/g

/** A catalogue text with its parameters put in; a parameter that is not given stays visible as `{name}`. */
export function fillText(
  template: string,
  params: Readonly<Record<string, string | number>>,
  lang: Lang,
): string {
  return template.replace(PLACE, (place, name: string, asLabel: string | undefined) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) return place
    return asLabel === undefined ? String(value) : labelOf(String(value), lang)
  })
}

/** Names of the parameters that a catalogue text uses. */
export function placesOf(template: string): ReadonlySet<string> {
  return new Set([...template.matchAll(PLACE)].map((match) => match[1] ?? ''))
}
