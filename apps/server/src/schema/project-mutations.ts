import { builder } from './builder.ts'
import { ProjectRef, projectOf } from './project.ts'
import { ProjectStageEnum } from './project-enums.ts'
import { present, writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'

writeMutation({
  name: 'recordProjectStage',
  command: 'RECORD_PROJECT_STAGE',
  description:
    'Records that a project enters a stage on a date (记录项目阶段). A REPORTER records the projects of its units.',
  input: builder.inputType('RecordProjectStageInput', {
    description: 'A project, a stage and a date (阶段变更).',
    fields: (t) => ({
      ...writeFields(t),
      project: t.string({ required: true, description: 'Code of the project (项目代码).' }),
      stage: t.field({ type: ProjectStageEnum, required: true, description: 'The stage (阶段).' }),
      on: t.field({ type: 'Date', required: true, description: 'Since when (日期).' }),
      supersedes: t.id({ description: 'Id of the change that it corrects (更正的记录).' }),
      note: t.string({ description: 'What is to be said of it (备注).' }),
    }),
  }),
  payload: (t) => ({
    project: t.field({
      type: ProjectRef,
      nullable: true,
      description: 'The project (项目).',
      resolve: ({ at, done }) => {
        const [fact] = done.facts
        return at && fact?.type === 'STAGE_CHANGE' ? projectOf(at, fact.project) : null
      },
    }),
    fact: t.string({
      nullable: true,
      description: 'Id of the change, by which it can be corrected (记录).',
      resolve: ({ done }) => (done.saved ? (done.facts[0]?.id ?? null) : null),
    }),
  }),
  read: ({ plan, project, stage, on, supersedes, note }) => ({
    plan,
    command: {
      type: 'RECORD_PROJECT_STAGE',
      project,
      stage,
      on,
      ...present({ supersedes, note }),
    },
  }),
})
