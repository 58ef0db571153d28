/** A worked query, as GraphiQL opens with it. Its comments say in Chinese and English what it asks. */
export interface Tab {
  readonly query: string
  /** JSON. */
  readonly variables?: string
}

const everyPromise: Tab = {
  query: `# 每一项承诺、期限与出处；附上原文（duban attach）后 quote 即为原文
# Every promise, its due date and where it stands; quote is the text itself once it is attached (duban attach)
query EveryPromise {
  plan(code: "erqi-2020") {
    title
    plates { name }
    tasks { number title }
    commitments(first: 200) {
      totalCount
      nodes {
        kind
        title
        dueOn
        modality
        task { number }
        locators { section paragraph quote }
      }
    }
  }
}
`,
}

const platesAndProjects: Tab = {
  query: `# 六个板块：定位、项目与承诺
# The six plates: what each is meant to become, its projects and what is promised for it
query PlatesAndProjects {
  plan(code: "erqi-2020") {
    plates {
      name
      english: name(lang: EN)
      goals { text }
      projects { totalCount nodes { name kind stage } }
      commitments { totalCount nodes { title dueOn } }
    }
  }
}
`,
}

const twoDates: Tab = {
  query: `# 两个日期并排：4 月 30 日与 7 月 1 日，哪些逾期、亮什么灯
# Two dates side by side: what was overdue on 30 April and on 1 July, and under which light
query TwoDates {
  april: plan(code: "erqi-2020", asOf: "2020-04-30") { ...standing }
  july: plan(code: "erqi-2020", asOf: "2020-07-01") { ...standing }
}

fragment standing on Plan {
  view { asOf knownAt }
  timeProgress
  overdue: commitments(filter: { status: { eq: OVERDUE } }, orderBy: [{ field: DUE_ON }]) {
    totalCount
    nodes {
      title
      dueOn
      assessment { status light daysLate policy { code version condition } }
    }
  }
}
`,
}

const targets: Tab = {
  query: `# 量化指标：目标、单位、比较方式，以及原文未明说之处如何解读
# Quantified targets: value, unit, comparator, and how what the text leaves open was read
query Targets {
  plan(code: "erqi-2020") {
    indicators(orderBy: [{ field: TASK }, { field: DUE_ON }]) {
      totalCount
      nodes {
        code
        title
        direction
        comparator
        target
        targetFactor
        unit { label dimension }
        accumulation
        dueOn
        readings { field basis note }
        assessment { status actual achieved expected gapPoints pace light }
      }
    }
  }
}
`,
}

const rules: Tab = {
  query: `# 规则即数据：一条要求管多个对象，逐一成为督办事项
# Rules as data: one requirement on many subjects, each of which becomes an obligation
query Rules {
  plan(code: "erqi-2020") {
    rules {
      code
      title
      subject
      when
      require
      dueOn
      severity
      obligations(first: 50) {
        totalCount
        nodes { subject { kind name } dueOn assessment { status light } }
      }
    }
  }
}
`,
}

const dueBy: Tab = {
  query: `# 某日之前到期的事项，按期限排列；日期是变量，可在下方修改
# What falls due by a day, in order; the dates are variables, to be changed below
query DueBy($by: Date!, $asOf: Date) {
  plan(code: "erqi-2020", asOf: $asOf) {
    view { asOf }
    commitments(
      filter: { dueOn: { lte: $by }, not: { status: { in: [MET, MET_LATE, WAIVED] } } }
      orderBy: [{ field: DUE_ON }, { field: CODE }]
    ) {
      totalCount
      nodes {
        id
        kind
        title
        dueOn
        responsible { unit { name } role }
        assessment { status daysToDue daysLate light reasons { code facts } }
      }
    }
  }
}
`,
  variables: '{\n  "by": "2020-06-30",\n  "asOf": "2020-05-31"\n}\n',
}

const league: Tab = {
  query: `# 以下用模拟填报的计划。各牵头单位的得分、灯与逾期天数
# From here on, the plan with simulated reports. Points, lights and days late of each unit in the lead
query League {
  plan(code: "erqi-2020-simulated", asOf: "2020-09-30") {
    title
    scores(by: UNIT) { rank label points commitments }
    breakdown(by: [UNIT], measures: [COUNT, BY_LIGHT, DAYS_LATE, INVESTMENT]) {
      keys { label }
      count
      byLight { green blue yellow red grey }
      daysLate
      investment { projects total thisYear done unit { label } }
      filter
    }
  }
}
`,
}

const heading: Tab = {
  query: `# 年度投资：序时、实际与预测，按月，可画成图
# The year’s investment: expected, actual and foreseen by month, ready for a chart
query Heading {
  plan(code: "erqi-2020-simulated", asOf: "2020-09-30") {
    indicator(code: "annual-investment") {
      title
      target
      unit { label }
      series(interval: MONTH) { on expected actual forecast }
      forecast { metOn valueAtDue ratePerDay requiredPerDay }
      assessment { gapPoints pace light statusHistory { from to status light } }
    }
  }
}
`,
}

const knownThen: Tab = {
  query: `# 对 6 月底的认识，7 月 10 日以来更正了什么：当时怎么说，现在怎么说
# What has been corrected since 10 July in what is known of the end of June: what was said then, and what is said now
query KnownThen {
  plan(code: "erqi-2020-simulated", asOf: "2020-06-30") {
    changesSince(knownAt: "2020-07-10T00:00:00+08:00") {
      totalCount
      nodes {
        kinds
        commitment { title }
        before { status light actual }
        after { status light actual }
        facts
      }
    }
  }
}
`,
}

const whatIf: Tab = {
  query: `# 假如：凤湖智能新区 6 月 29 日已完成城市设计，情况会怎样？什么也不保存
# What if Fenghu had finished its urban design by 29 June? Nothing is saved
query WhatIf {
  plan(code: "erqi-2020-simulated", asOf: "2020-07-31") {
    ...standing
    whatIf(
      milestones: [
        { subject: PLATE, code: "fenghu-smart-district", event: "urban-design-finished", on: "2020-06-29" }
      ]
    ) {
      view { isHypothetical }
      ...standing
    }
  }
}

fragment standing on Plan {
  rollup { byStatus { met metLate overdue } }
  plate(code: "fenghu-smart-district") { rollup { light byStatus { met overdue } } }
  obligation(code: "plate-urban-design-by-june/fenghu-smart-district") {
    assessment { status metOn light }
  }
}
`,
}

/** What GraphiQL opens with, in this order. */
export const tabs: readonly Tab[] = [
  everyPromise,
  platesAndProjects,
  twoDates,
  targets,
  rules,
  dueBy,
  league,
  heading,
  knownThen,
  whatIf,
]
