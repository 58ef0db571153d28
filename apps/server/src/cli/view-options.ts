import { isDate, parseInstant } from '@duban/domain'
import { InvalidArgumentError, Option } from 'commander'
import type { CommandSetup } from './terminal.ts'

/** `--as-of DATE`: the day that is looked at. */
export function asOfOption({ say }: Pick<CommandSetup, 'say'>): Option {
  return new Option(
    '--as-of <date>',
    say({ zh: '截止日期，默认今天', en: 'the date; today unless given' }),
  ).argParser((text: string) => {
    if (isDate(text)) return text
    throw new InvalidArgumentError(say({ zh: '应为 YYYY-MM-DD', en: 'a date is YYYY-MM-DD' }))
  })
}

/** `--known-at INSTANT`: what was known then. */
export function knownAtOption({ say }: Pick<CommandSetup, 'say'>): Option {
  return new Option(
    '--known-at <instant>',
    say({ zh: '已知时刻，默认现在', en: 'what was known then; now unless given' }),
  ).argParser((text: string) => {
    const parsed = parseInstant(text)
    if (parsed !== null) return parsed
    throw new InvalidArgumentError(say({ zh: '应为 RFC 3339 时刻', en: 'an instant is RFC 3339' }))
  })
}
