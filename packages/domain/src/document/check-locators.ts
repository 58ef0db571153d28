import type { Plan } from '../plan/plan.ts'
import { type Figures, figuresIn } from './figures.ts'
import { type LocatedPart, locatedParts } from './located-parts.ts'
import type { Locator } from './locator.ts'
import type { LocatorFinding } from './locator-finding.ts'
import { type Paragraph, paragraphAt, paragraphsOf } from './paragraphs.ts'
import { sectionAt } from './sections.ts'

/**
 * Holds a plan's locators in one document against that document's text: ranges, paragraphs and sections are right,
 * the figures that the source states (targets, months of due dates) and proper names stand inside the ranges.
 * Every range of a fact with figures must show one of them, and every figure must be shown by one of the ranges.
 * Whether the text is that document at all is for the caller to know, by its SHA-256.
 */
export function checkLocators(
  plan: Plan,
  documentCode: string,
  text: string,
): readonly LocatorFinding[] {
  const parts = locatedParts(plan)
  const source: Source = { text, paragraphs: paragraphsOf(text), sections: sectionsOf(parts) }
  return parts.flatMap((part) => checkPart(part, documentCode, source))
}

interface Source {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly string[]
}

function sectionsOf(parts: readonly LocatedPart[]): readonly string[] {
  return [...new Set(parts.flatMap(({ locators }) => locators.map(({ section }) => section)))]
}

function checkPart(
  part: LocatedPart,
  documentCode: string,
  source: Source,
): readonly LocatorFinding[] {
  const here = part.locators
    .map((locator, index): Place => ({ of: part.of, index, locator }))
    .filter(({ locator }) => locator.document === documentCode)
  const broken = here.flatMap((place) => checkRange(place, source))
  // Figures and names are looked for only where the ranges can be read.
  if (broken.length > 0) return broken
  const placed = here.flatMap((place) => checkPlace(place, source))
  const complete = here.length === part.locators.length
  return [...placed, ...checkFigures(part, here, complete, source.text)]
}

interface Place {
  readonly of: string
  readonly index: number
  readonly locator: Locator
}

function checkRange(place: Place, { text }: Source): readonly LocatorFinding[] {
  const { start, end } = place.locator
  const length = text.length
  if (!(start >= 0 && start < end)) return [{ ...place, code: 'EMPTY_RANGE', params: {} }]
  if (end > length) return [{ ...place, code: 'RANGE_BEYOND_TEXT', params: { length } }]
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) {
    return [{ ...place, code: 'RANGE_SPLITS_CHARACTER', params: {} }]
  }
  const quote = text.slice(start, end)
  if (quote !== quote.trim()) return [{ ...place, code: 'RANGE_EDGE_BLANK', params: {} }]
  return []
}

/** True between the two UTF-16 units of one character. */
function splitsCharacter(text: string, position: number): boolean {
  const before = text.charCodeAt(position - 1)
  const after = text.charCodeAt(position)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

function checkPlace(place: Place, source: Source): readonly LocatorFinding[] {
  const { paragraph, section, start } = place.locator
  const findings: LocatorFinding[] = []
  const found = paragraphAt(source.paragraphs, start)
  if (found !== paragraph) {
    findings.push({ ...place, code: 'WRONG_PARAGRAPH', params: { found: found ?? 0 } })
  }
  if (source.text.includes(section)) {
    const actual = sectionAt(source.text, source.sections, start)
    if (actual !== section) {
      findings.push({ ...place, code: 'WRONG_SECTION', params: { found: actual ?? '' } })
    }
  }
  return findings
}

function checkFigures(
  part: LocatedPart,
  places: readonly Place[],
  complete: boolean,
  text: string,
): readonly LocatorFinding[] {
  const quotes = places.map(({ locator }) => text.slice(locator.start, locator.end))
  const shown: readonly Figures[] = quotes.map(figuresIn)
  const figures = part.figures.map(({ figure }) => figure).join(', ')
  const without = places.filter((_, at) => {
    const here = shown[at]
    return here !== undefined && part.figures.length > 0 && !part.figures.some((f) => f.isIn(here))
  })
  const findings: LocatorFinding[] = without.map((place) => ({
    ...place,
    code: 'FIGURE_NOT_IN_RANGE',
    params: { figure: figures },
  }))
  const first = places[0]
  if (first === undefined || !complete || findings.length > 0) return findings
  for (const stated of part.figures) {
    if (shown.some((here) => stated.isIn(here))) continue
    findings.push({ ...first, code: 'FIGURE_IN_NO_RANGE', params: { figure: stated.figure } })
  }
  const { name } = part
  if (name !== undefined && !quotes.some((quote) => bare(quote).includes(bare(name)))) {
    findings.push({ ...first, code: 'NAME_IN_NO_RANGE', params: { name } })
  }
  return findings
}

/** A text without blanks and punctuation, as names are compared. */
function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '')
}
