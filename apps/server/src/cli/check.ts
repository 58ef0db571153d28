import { lintPlan } from '@duban/domain'
import { message } from '@duban/domain/messages'
import { Command } from 'commander'
import { lineOf, readPlanFile } from './read-plan-file.ts'
import type { CommandResult, CommandSetup } from './terminal.ts'

/** `duban check PLAN.yaml`: what is wrong with a plan file, each with its line and column. */
export function checkCommand({ act, say }: CommandSetup): Command {
  return new Command('check')
    .description(
      say({ zh: '检查计划文件，指出行与列', en: 'check a plan file, with line and column' }),
    )
    .argument('<plan.yaml>')
    .action((file: string) => act(() => checkFile(file)))
}

async function checkFile(file: string): Promise<CommandResult> {
  const read = await readPlanFile(file)
  if ('refusal' in read) return read.refusal
  const { plan, warnings } = read
  const promises = plan.indicators.length + plan.milestones.length
  const findings = lintPlan(plan)
  const lines = (lang: 'zh' | 'en', summary: string): string =>
    [
      ...warnings.map((one) => lineOf(one)[lang]),
      ...findings.map((one) => message(one, lang === 'zh' ? 'ZH' : 'EN')),
      summary,
    ].join('\n')
  return {
    ok: true,
    text: {
      zh: lines(
        'zh',
        `${file}：没有错误。${plan.code}：指标与节点 ${promises} 项，规则 ${plan.rules.length} 条`,
      ),
      en: lines(
        'en',
        `${file}: no errors. ${plan.code}: ${promises} indicators and milestones, ${plan.rules.length} rules`,
      ),
    },
    json: { file, plan: plan.code, errors: [], warnings, findings },
  }
}
