import type { Text } from '@duban/domain'

/** One text after another, the place or the subject before what is done there. */
export function joined(before: Text, after: Text): Text {
  return { zh: `${before.zh}${after.zh}`, en: `${englishOf(before)}: ${englishOf(after)}` }
}

/** A text with a number after it, from the second time on: `(2)`. */
export function numbered(text: Text, time: number): Text {
  if (time === 0) return text
  return { zh: `${text.zh}(${time + 1})`, en: `${englishOf(text)} (${time + 1})` }
}

/** Gives every title once: a title that was there gets a number. */
export function uniqueTitles(): (title: Text) => Text {
  const times = new Map<string, number>()
  return (title) => {
    const time = times.get(title.zh) ?? 0
    times.set(title.zh, time + 1)
    return numbered(title, time)
  }
}

/** `prefix-0042`. */
export function codeOf(prefix: string, number: number, width = 3): string {
  return `${prefix}-${String(number).padStart(width, '0')}`
}

export function englishOf(text: Text): string {
  return text.en ?? text.zh
}
