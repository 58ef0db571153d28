/** The file without the document of each locator where it is the plan's only one, and with bare Chinese texts. */
export function shorten(value: unknown, document: string | undefined, key?: string): unknown {
  if (Array.isArray(value)) return value.map((each) => shorten(each, document, key))
  if (typeof value !== 'object' || value === null) return value
  const [first, ...others] = Object.entries(value)
  if (first?.[0] === 'zh' && others.length === 0) return first[1]
  const isOnly = (name: string, field: unknown) =>
    key === 'locators' && name === 'document' && document !== undefined && field === document
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, field]) => !isOnly(name, field))
      .map(([name, field]) => [name, shorten(field, document, name)]),
  )
}
