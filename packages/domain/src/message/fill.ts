import { roundExact } from '../quantity/divide-exact.ts'
import { HUNDRED, multiplyExact, ONE, parseExact, printExact } from '../quantity/exact.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import type { Lang } from '../text/text.ts'
import { textIn } from '../text/text.ts'
import { labelOf } from './labels.ts'

type Params = Readonly<Record<string, string | number>>

const PLACE = /\{(\w+)(?:\|(label|percent|points))?\}/g
const OPTIONAL = /\[([^[\]]*)\]/g

/**
 * A catalogue text with its parameters put in. `{name}` is a parameter as it is, `{name|label}` the users' word for it,
 * `{name|percent}` a share in percent, `{name|points}` percentage points. `[...]` is left out where a parameter in it
 * is not given; elsewhere one that is not given stays visible as its place.
 */
export function fillText(template: string, params: Params, lang: Lang): string {
  return template
    .replace(OPTIONAL, (_, part: string) =>
      [...placesOf(part)].every((name) => Object.hasOwn(params, name)) ? part : '',
    )
    .replace(PLACE, (place, name: string, form: string | undefined) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined
      return value === undefined ? place : formed(String(value), form, lang)
    })
}

function formed(value: string, form: string | undefined, lang: Lang): string {
  if (form === undefined) return value
  if (form === 'label') {
    const unit = findMeasureUnit(value)
    return unit === null ? labelOf(value, lang) : textIn(unit.label, lang)
  }
  const exact = parseExact(value)
  if (exact === null) return value
  const shown = multiplyExact(exact, form === 'percent' ? HUNDRED : ONE)
  return printExact(roundExact(shown, 2)) + (form === 'percent' ? '%' : '')
}

/** Names of the parameters that a catalogue text uses. */
export function placesOf(template: string): ReadonlySet<string> {
  return new Set([...template.matchAll(PLACE)].map((match) => match[1] ?? ''))
}
