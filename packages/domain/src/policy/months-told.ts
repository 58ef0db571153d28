/**
 * Months late held against a literal number, with nothing beside that binds more tightly: after an operator that joins
 * conditions or an opening bracket, and before one or the end.
 */
const COMPARED =
  /(?:^|[([,?:]|&&|\|\|)\s*(?:assessment\.)?monthsLate\s*(?:<=|>=|==|!=|<|>)\s*(\d+)\s*(?=$|[)\],?:]|&&|\|\|)/g

/**
 * The most months late that a CEL condition tells from fewer: however many more there are, it says the same. 0 where it
 * reads none, infinity where the text does not show it.
 */
export function monthsTold(source: string): number {
  const found = [...source.matchAll(COMPARED)].map(([, months]) => Number(months))
  const read = source.split('monthsLate').length - 1
  if (found.length < read) return Number.POSITIVE_INFINITY
  // One more than a number may be told from it.
  return found.reduce((most, months) => Math.max(most, months + 1), 0)
}
