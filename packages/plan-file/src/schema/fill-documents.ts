/** Gives every locator without a document the plan's only one, in place; where there are more, it stays missing. */
export function fillDocuments(file: unknown): void {
  if (!isMapping(file) || !Array.isArray(file.documents)) return
  const [only, ...others] = file.documents
  if (!isMapping(only) || typeof only.code !== 'string' || others.length > 0) return
  fillIn(file, only.code)
}

function fillIn(value: unknown, code: string): void {
  if (Array.isArray(value)) {
    for (const element of value) fillIn(element, code)
  } else if (isMapping(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (key === 'locators' && Array.isArray(child)) fillLocators(child, code)
      else fillIn(child, code)
    }
  }
}

function fillLocators(locators: readonly unknown[], code: string): void {
  for (const locator of locators) {
    if (isMapping(locator) && locator.document === undefined) locator.document = code
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
