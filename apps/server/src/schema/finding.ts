import { type Finding, findings } from '@duban/domain'
import { message } from '@duban/domain/messages'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { builder } from './builder.ts'
import { connectionType, pageCost } from './connection.ts'
import { enumFilter } from './filters.ts'
import { PlanRef } from './plan.ts'
import { langArgs } from './text.ts'

const FindingSeverityEnum = builder.enumType('FindingSeverity', {
  description: 'How much a finding matters (问题等级).',
  values: {
    NOTE: { description: 'To be known (提示).' },
    WARNING: { description: 'To be looked into (警告).' },
    ERROR: { description: 'To be put right (错误).' },
  } as const,
})

const FindingSeverityFilter = enumFilter(FindingSeverityEnum, '问题等级')

export const FindingRef = builder.objectRef<Finding>('Finding').implement({
  description:
    'What a lint of the plan or a reconciliation of its reports noticed in the data itself (问题).',
  fields: (t) => ({
    code: t.string({
      description: 'Its code in the catalogue (代码).',
      resolve: ({ code }) => code,
    }),
    severity: t.expose('severity', {
      type: FindingSeverityEnum,
      description: 'How much it matters (等级).',
    }),
    message: t.string({
      args: langArgs,
      description: 'Its text (说明).',
      resolve: (finding, { lang }) => message(finding, lang),
    }),
    facts: t.stringList({
      description: 'What it is about: ids of commitments, of other parts, of facts (相关事实).',
      resolve: ({ facts }) => [...facts],
    }),
  }),
})

const FindingConnection = connectionType(FindingRef, '问题')

const keyOf = ({ code, facts }: Finding): string => JSON.stringify([code, facts])

builder.objectField(PlanRef, 'findings', (t) =>
  t.connection(
    {
      type: FindingRef,
      args: {
        severity: t.arg({
          type: FindingSeverityFilter,
          description: 'Of which severity (等级); of all unless given.',
        }),
      },
      complexity: pageCost,
      description: 'What is odd about the data itself (问题).',
      resolve: ({ at }, { severity, ...page }, { limits }) => {
        const wanted = severity?.in ?? (severity?.eq ? [severity.eq] : undefined)
        const found = findings(at.view).filter((one) => wanted?.includes(one.severity) ?? true)
        return connectionOfList(inOrderGiven(found, keyOf), page, limits)
      },
    },
    FindingConnection,
  ),
)
