/**
 * The section that a position belongs to: of the names that the text itself shows, the one whose first occurrence
 * is the last at or before the position. Null before the first. Names that the text nowhere shows (a caption, the
 * title) are no sections of it.
 */
export function sectionAt(
  text: string,
  sections: readonly string[],
  position: number,
): string | null {
  let section: string | null = null
  let latest = -1
  for (const name of sections) {
    const at = text.indexOf(name)
    if (at > latest && at <= position) {
      section = name
      latest = at
    }
  }
  return section
}
