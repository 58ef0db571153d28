export type { PlanFileIssue, PlanFileIssueCode } from './issue/issue.ts'
export { FORMAT } from './schema/plan-file.ts'
