/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How the observations of an indicator combine (累计方式). */
export type Accumulation =
  /** Running totals: the latest counts (累计值). */
  | 'CUMULATIVE'
  /** Counted or summed over the projects in view (由项目汇总). */
  | 'DERIVED'
  /** A state: the latest counts (时点值). */
  | 'LEVEL'
  /** Amounts per period: they add up (当期值). */
  | 'PERIODIC'
  /** Two indicators: parts are added, then divided (比率). */
  | 'RATIO';

/** What of an indicator has changed (调整内容). */
export type AmendedField =
  /** The baseline (基数). */
  | 'BASELINE'
  /** The target (目标值). */
  | 'TARGET'
  /** The upper bound (目标上限). */
  | 'TARGET_UPPER';

/** An event that might happen (假设节点): a milestone’s, or one of a subject. */
export type AssumedMilestone = {
  /** Code of that subject (对象代码). */
  readonly code?: string | null | undefined;
  /** Code of the event type (事件类型). */
  readonly event?: string | null | undefined;
  /** Code of the milestone (节点); or else name a subject and an event. */
  readonly milestone?: string | null | undefined;
  /** When it would happen (日期). */
  readonly on: string;
  /** What it would happen to (对象类型). */
  readonly subject?: SubjectKind | null | undefined;
};

/** A value that an indicator, or a project’s investment done this year, might have (假设进展). */
export type AssumedObservation = {
  /** Code of the indicator (指标); or else name a project. */
  readonly indicator?: string | null | undefined;
  /** The date it would be true for (日期). */
  readonly on: string;
  /** Code of the project (项目); or else name an indicator. */
  readonly project?: string | null | undefined;
  /** Code of the unit that would report it (填报单位). */
  readonly reporter?: string | null | undefined;
  /** The value, in its own unit (数值). */
  readonly value: string;
};

/** A stage that a project might enter (假设阶段). */
export type AssumedStage = {
  /** When it would enter it (日期). */
  readonly on: string;
  /** Code of the project (项目). */
  readonly project: string;
  /** The stage (阶段). */
  readonly stage: ProjectStage;
};

/** A condition on yes or no (是否条件). */
export type BooleanFilter = {
  /** Equal to this (等于). */
  readonly eq?: boolean | null | undefined;
};

/** What happened to a commitment between two views (变化类型). */
export type ChangeKind =
  /** It was not there before (新增). */
  | 'ADDED'
  /** A fact about it was corrected (数据更正). */
  | 'CORRECTED'
  /** It is lit better (好转). */
  | 'IMPROVED'
  /** It was fulfilled (完成). */
  | 'MET'
  /** Its due date changed (期限变动). */
  | 'MOVED'
  /** It is no longer there (取消). */
  | 'REMOVED'
  /** Its target changed (目标变动). */
  | 'RETARGETED'
  /** It became overdue, fell back, or is lit worse (退步). */
  | 'SLIPPED';

/** Which commitments are asked for (承诺事项筛选). All that is given must hold; status and light are those of the view. */
export type CommitmentFilter = {
  /** All of these hold (且). */
  readonly and?: ReadonlyArray<CommitmentFilter> | null | undefined;
  /** Code of a unit with any part in it (任一责任单位). */
  readonly anyUnit?: StringFilter | null | undefined;
  /** Its code (代码). */
  readonly code?: StringFilter | null | undefined;
  /** Code of the plan’s district (区县). */
  readonly district?: StringFilter | null | undefined;
  /** When it is due (完成期限). */
  readonly dueOn?: DateFilter | null | undefined;
  /** What it is (类型). */
  readonly kind?: CommitmentKindFilter | null | undefined;
  /** Its light (灯). */
  readonly light?: LightFilter | null | undefined;
  /** How firmly it is promised (承诺力度). */
  readonly modality?: ModalityFilter | null | undefined;
  /** This does not hold (非). */
  readonly not?: CommitmentFilter | null | undefined;
  /** One of these holds (或). */
  readonly or?: ReadonlyArray<CommitmentFilter> | null | undefined;
  /** Code of the plan (工作计划). */
  readonly plan?: StringFilter | null | undefined;
  /** Code of its plate (板块). */
  readonly plate?: StringFilter | null | undefined;
  /** Code of its project (项目). */
  readonly project?: StringFilter | null | undefined;
  /** What the plan counts its project as (项目类型). */
  readonly projectKind?: ProjectKindFilter | null | undefined;
  /** How far its project has come (项目阶段). */
  readonly projectStage?: ProjectStageFilter | null | undefined;
  /** Code of the rule that makes it (规则). */
  readonly rule?: StringFilter | null | undefined;
  /** The rule’s severity (严重程度). */
  readonly severity?: SeverityFilter | null | undefined;
  /** Its state (状态). */
  readonly status?: StatusFilter | null | undefined;
  /** Whether the plan is simulated (模拟数据). */
  readonly synthetic?: BooleanFilter | null | undefined;
  /** Code of its task (重点工作). */
  readonly task?: StringFilter | null | undefined;
  /** Code of its theme (路径). */
  readonly theme?: StringFilter | null | undefined;
  /** Its Chinese title (中文名称). */
  readonly title?: StringFilter | null | undefined;
  /** Code of a unit in the lead (牵头单位). */
  readonly unit?: StringFilter | null | undefined;
  /** The plan’s year (年度). */
  readonly year?: IntFilter | null | undefined;
};

/** What a commitment is (承诺事项类型). */
export type CommitmentKind =
  /** A quantity with a target (指标). */
  | 'INDICATOR'
  /** A dated event (节点). */
  | 'MILESTONE'
  /** A rule applied to one subject (督办事项). */
  | 'OBLIGATION';

/** Conditions on a CommitmentKind (承诺事项类型条件); all that are given must hold. */
export type CommitmentKindFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: CommitmentKind | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<CommitmentKind> | null | undefined;
};

/** One step of an order of commitments (承诺事项排序). Ties go by plan and id. */
export type CommitmentOrder = {
  /** Which way (方向). */
  readonly direction?: OrderDirection;
  /** What to order by (字段). */
  readonly field: CommitmentOrderField;
};

/** What commitments are ordered by (承诺事项排序字段). */
export type CommitmentOrderField =
  /** Its code (代码). */
  | 'CODE'
  /** Code of the district (区县). */
  | 'DISTRICT'
  /** When it is due (完成期限). */
  | 'DUE_ON'
  /** What it is (类型). */
  | 'KIND'
  /** Its light, by name (灯). */
  | 'LIGHT'
  /** How firmly it is promised, by name (承诺力度). */
  | 'MODALITY'
  /** Code of the plan (工作计划). */
  | 'PLAN'
  /** Code of its plate (板块). */
  | 'PLATE'
  /** Code of its project (项目). */
  | 'PROJECT'
  /** Code of its rule (规则). */
  | 'RULE'
  /** The rule’s severity, by name (严重程度). */
  | 'SEVERITY'
  /** Its state, by name (状态). */
  | 'STATUS'
  /** Code of its task (重点工作). */
  | 'TASK'
  /** Code of its theme (路径). */
  | 'THEME'
  /** Code of the unit in the lead (牵头单位). */
  | 'UNIT'
  /** The plan’s year (年度). */
  | 'YEAR';

/** How the actual value is held against the target (比较方式). */
export type Comparator =
  /** The target or more (不低于). */
  | 'AT_LEAST'
  /** The target or less (不高于). */
  | 'AT_MOST'
  /** From target to targetUpper, both included (介于). */
  | 'BETWEEN'
  /** The target itself (等于). */
  | 'EXACTLY';

/** A new value in place of a reported one (更正内容). */
export type CorrectObservationInput = {
  /** Only tell what it would change, and write nothing (试办). */
  readonly dryRun?: boolean;
  /** The date it is true for (数据日期); that of the corrected one unless given. */
  readonly effectiveOn?: string | null | undefined;
  /** Where the evidence is (佐证). */
  readonly evidence?: string | null | undefined;
  /** The revision that the plan is expected at (依据版本); at another one the result is a Conflict. */
  readonly expectedRevision?: number | null | undefined;
  /** A name for this request (幂等键): sent again with the same one, it gets the first answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Id of the report (原记录). */
  readonly observation: string | number;
  /** Code of the plan (计划代码). */
  readonly plan: string;
  /** Why (理由). */
  readonly reason: string;
  /** SUBMITTED unless given (上报状态). */
  readonly state?: SentState | null | undefined;
  /** Code of the unit of measure it is given in (计量单位). */
  readonly unit?: string | null | undefined;
  /** The new value (数值). */
  readonly value: string;
};

/** Conditions on a date (日期条件); all that are given must hold. */
export type DateFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: string | null | undefined;
  /** After this (晚于). */
  readonly gt?: string | null | undefined;
  /** On this or after (不早于). */
  readonly gte?: string | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Before this (早于). */
  readonly lt?: string | null | undefined;
  /** On this or before (不晚于). */
  readonly lte?: string | null | undefined;
};

/** Conditions on an instant (时刻条件); all that are given must hold. */
export type DateTimeFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: string | null | undefined;
  /** After this (晚于). */
  readonly gt?: string | null | undefined;
  /** At this or after (不早于). */
  readonly gte?: string | null | undefined;
  /** Before this (早于). */
  readonly lt?: string | null | undefined;
  /** At this or before (不晚于). */
  readonly lte?: string | null | undefined;
};

/** What becomes of a wish for more time (延期审批). */
export type DecideExtensionInput = {
  /** Whether it is granted (是否同意). */
  readonly approved: boolean;
  /** Only tell what it would change, and write nothing (试办). */
  readonly dryRun?: boolean;
  /** The revision that the plan is expected at (依据版本); at another one the result is a Conflict. */
  readonly expectedRevision?: number | null | undefined;
  /** Id of the extension (延期). */
  readonly extension: string | number;
  /** A name for this request (幂等键): sent again with the same one, it gets the first answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Code of the plan (计划代码). */
  readonly plan: string;
  /** Why (理由); needed when it is refused. */
  readonly reason?: string | null | undefined;
};

/** Conditions on a decimal (数值条件); all that are given must hold. */
export type DecimalFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: string | null | undefined;
  /** Greater than this (大于). */
  readonly gt?: string | null | undefined;
  /** At least this (不小于). */
  readonly gte?: string | null | undefined;
  /** Less than this (小于). */
  readonly lt?: string | null | undefined;
  /** At most this (不大于). */
  readonly lte?: string | null | undefined;
};

/** What a breakdown groups by (维度). */
export type Dimension =
  /** The plan’s district (区县). */
  | 'DISTRICT'
  /** The month in which it is due, YYYY-MM (到期月份). */
  | 'DUE_MONTH'
  /** Indicator, milestone or obligation (类型). */
  | 'KIND'
  /** The light (灯). */
  | 'LIGHT'
  /** How firmly it is promised (承诺力度). */
  | 'MODALITY'
  /** The plan (工作计划). */
  | 'PLAN'
  /** The plate (板块). */
  | 'PLATE'
  /** The project (项目), by its code within its plan. */
  | 'PROJECT'
  /** What the plan counts the project as (项目类型). */
  | 'PROJECT_KIND'
  /** How far the project has come (项目阶段). */
  | 'PROJECT_STAGE'
  /** The rule that makes it (规则). */
  | 'RULE'
  /** The rule’s severity (严重程度). */
  | 'SEVERITY'
  /** The status (状态). */
  | 'STATUS'
  /** The task (重点工作). */
  | 'TASK'
  /** The theme (路径). */
  | 'THEME'
  /** The unit in the lead (牵头单位). */
  | 'UNIT'
  /** The plan’s year (年度). */
  | 'YEAR';

/** Which way a quantity is meant to go (方向). */
export type Direction =
  /** Down (减少). */
  | 'DECREASE'
  /** Up (增加). */
  | 'INCREASE'
  /** Stay (保持). */
  | 'MAINTAIN';

/** What happened (节点): a milestone of the plan, or an event of a subject. */
export type EventInput =
  {   /** Code of a milestone (节点代码). */
  readonly milestone: string; readonly subject?: never; }
  |  { readonly milestone?: never;   /** An event of a subject (对象节点). */
  readonly subject: EventOfSubjectInput; };

/** An event of a subject (对象的节点). */
export type EventOfSubjectInput = {
  /** Its code (对象代码). */
  readonly code: string;
  /** Code of the event type (节点类型代码). */
  readonly event: string;
  /** What it is (对象类型). */
  readonly kind: SubjectKind;
};

/** What has come of a wish for more time (延期状态). */
export type ExtensionState =
  /** The new date applies (同意). */
  | 'GRANTED'
  /** The old date stays (不同意). */
  | 'REFUSED'
  /** Not decided yet (待审批). */
  | 'REQUESTED';

/** How much a finding matters (问题等级). */
export type FindingSeverity =
  /** To be put right (错误). */
  | 'ERROR'
  /** To be known (提示). */
  | 'NOTE'
  /** To be looked into (警告). */
  | 'WARNING';

/** Conditions on a FindingSeverity (问题等级条件); all that are given must hold. */
export type FindingSeverityFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: FindingSeverity | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<FindingSeverity> | null | undefined;
};

/** Conditions on a whole number (整数条件); all that are given must hold. */
export type IntFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: number | null | undefined;
  /** Greater than this (大于). */
  readonly gt?: number | null | undefined;
  /** At least this (不小于). */
  readonly gte?: number | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<number> | null | undefined;
  /** Less than this (小于). */
  readonly lt?: number | null | undefined;
  /** At most this (不大于). */
  readonly lte?: number | null | undefined;
};

/** How finely a history or a series is told (时间间隔). */
export type Interval =
  /** Day by day (日). */
  | 'DAY'
  /** By months (月). */
  | 'MONTH'
  /** By quarters (季). */
  | 'QUARTER'
  /** By weeks that end on Sunday (周). */
  | 'WEEK';

/** The language of a text (语言). A text without English is given in Chinese. */
export type Lang =
  /** English (英文); Chinese where there is none. */
  | 'EN'
  /** Chinese (中文), the users’ own terms. */
  | 'ZH';

/** A policy’s judgement of an assessment (灯). */
export type Light =
  /** To be watched (蓝灯). */
  | 'BLUE'
  /** As it should be (绿灯). */
  | 'GREEN'
  /** Not judged (灰灯). */
  | 'GREY'
  /** Seriously late or behind (红灯). */
  | 'RED'
  /** A warning (黄灯). */
  | 'YELLOW';

/** Conditions on a Light (灯条件); all that are given must hold. */
export type LightFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: Light | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<Light> | null | undefined;
};

/** What a breakdown counts (度量). */
export type Measure =
  /** Weighted mean achieved, with its coverage (完成率). */
  | 'ACHIEVED'
  /** Sum of actual values where the units agree (实际值合计). */
  | 'ACTUAL'
  /** How many of each light (按灯计数). */
  | 'BY_LIGHT'
  /** How many of each status (按状态计数). */
  | 'BY_STATUS'
  /** How many commitments (数量). */
  | 'COUNT'
  /** Days late, added up (逾期天数合计). */
  | 'DAYS_LATE'
  /** Money of the projects behind them (投资). */
  | 'INVESTMENT'
  /** Points by the plan’s policy (得分). */
  | 'SCORE'
  /** Sum of targets where the units agree (目标值合计). */
  | 'TARGET';

/** How firmly something is promised (承诺力度). */
export type Modality =
  /** It is worked on (推进). */
  | 'EFFORT'
  /** It will be done (确保). */
  | 'MUST'
  /** All is done to reach it (力争 / 争取). */
  | 'STRIVE';

/** Conditions on a Modality (承诺力度条件); all that are given must hold. */
export type ModalityFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: Modality | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<Modality> | null | undefined;
};

/** One value to report (填报数据). */
export type ObservationInput = {
  /** The date it is true for (数据日期). */
  readonly effectiveOn: string;
  /** Where the evidence is (佐证). */
  readonly evidence?: string | null | undefined;
  /** What is to be said of it (备注). */
  readonly note?: string | null | undefined;
  /** What it is of (填报对象). */
  readonly of: ObservedInput;
  /** Code of the unit that reports (填报单位). */
  readonly reporter: string;
  /** SUBMITTED unless given (上报状态). */
  readonly state?: SentState | null | undefined;
  /** Whether it is simulated (模拟数据). */
  readonly synthetic?: boolean | null | undefined;
  /** Code of the unit of measure it is given in (计量单位); the object’s own unless given. */
  readonly unit?: string | null | undefined;
  /** The value (数值). */
  readonly value: string;
};

/** What a value is reported of (填报对象). */
export type ObservedInput = {
  /** Its code (代码). */
  readonly code: string;
  /** What it is (类型). */
  readonly kind?: ObservedKind;
};

/** What a value is reported of (填报对象类型). */
export type ObservedKind =
  /** An indicator (指标). */
  | 'INDICATOR'
  /** What has been invested in a project this year (项目年度投资). */
  | 'PROJECT';

/** Which way a list is ordered (排序方向). What has no value comes last in ascending order. */
export type OrderDirection =
  /** The smallest or earliest first (升序). */
  | 'ASC'
  /** The greatest or latest first (降序). */
  | 'DESC';

/** How an indicator stands against what was expected by now (进度). */
export type Pace =
  /** More than was expected (超序时). */
  | 'AHEAD'
  /** Less than was expected (滞后). */
  | 'BEHIND'
  /** As expected (达序时). */
  | 'ON_PACE'
  /** One of the two is not known (未知). */
  | 'UNKNOWN';

/** Which plans are asked for (工作计划筛选). All that is given must hold. */
export type PlanFilter = {
  /** All of these hold (且). */
  readonly and?: ReadonlyArray<PlanFilter> | null | undefined;
  /** Its code (代码). */
  readonly code?: StringFilter | null | undefined;
  /** When it was first imported (创建时刻). */
  readonly createdAt?: DateTimeFilter | null | undefined;
  /** Code of its district (区县). */
  readonly district?: StringFilter | null | undefined;
  /** This does not hold (非). */
  readonly not?: PlanFilter | null | undefined;
  /** One of these holds (或). */
  readonly or?: ReadonlyArray<PlanFilter> | null | undefined;
  /** Last day of its period (截止日). */
  readonly periodEnd?: DateFilter | null | undefined;
  /** First day of its period (起始日). */
  readonly periodStart?: DateFilter | null | undefined;
  /** How many commits it has seen (版本号). */
  readonly revision?: IntFilter | null | undefined;
  /** Whether it is simulated (模拟数据). */
  readonly synthetic?: BooleanFilter | null | undefined;
  /** Its Chinese title (中文标题). */
  readonly title?: StringFilter | null | undefined;
  /** When it last changed (更新时刻). */
  readonly updatedAt?: DateTimeFilter | null | undefined;
  /** The year its period starts in (年度). */
  readonly year?: IntFilter | null | undefined;
};

/** One step of an order of plans (工作计划排序). Ties go by code. */
export type PlanOrder = {
  /** Which way (方向). */
  readonly direction?: OrderDirection;
  /** What to order by (字段). */
  readonly field: PlanOrderField;
};

/** What plans are ordered by (工作计划排序字段). */
export type PlanOrderField =
  /** Its code (代码). */
  | 'CODE'
  /** When it was first imported (创建时刻). */
  | 'CREATED_AT'
  /** Code of its district (区县). */
  | 'DISTRICT'
  /** Last day of its period (截止日). */
  | 'PERIOD_END'
  /** First day of its period (起始日). */
  | 'PERIOD_START'
  /** How many commits it has seen (版本号). */
  | 'REVISION'
  /** Its Chinese title, by code points (中文标题). */
  | 'TITLE'
  /** When it last changed (更新时刻). */
  | 'UPDATED_AT'
  /** The year its period starts in (年度). */
  | 'YEAR';

/** Which projects are asked for (项目筛选). All that is given must hold. */
export type ProjectFilter = {
  /** All of these hold (且). */
  readonly and?: ReadonlyArray<ProjectFilter> | null | undefined;
  /** Code of a unit that answers for it (责任单位). */
  readonly anyUnit?: StringFilter | null | undefined;
  /** Its code (代码). */
  readonly code?: StringFilter | null | undefined;
  /** Planned this year, in 亿元 whatever unit the plan uses (年度计划投资). */
  readonly investmentThisYear?: DecimalFilter | null | undefined;
  /** Planned in all, in 亿元 whatever unit the plan uses (总投资). */
  readonly investmentTotal?: DecimalFilter | null | undefined;
  /** What the plan counts it as (项目类型). */
  readonly kind?: ProjectKindFilter | null | undefined;
  /** Its Chinese name (中文名称). */
  readonly name?: StringFilter | null | undefined;
  /** This does not hold (非). */
  readonly not?: ProjectFilter | null | undefined;
  /** One of these holds (或). */
  readonly or?: ReadonlyArray<ProjectFilter> | null | undefined;
  /** Code of its plate (板块). */
  readonly plate?: StringFilter | null | undefined;
  /** How far it has come (项目阶段). */
  readonly stage?: ProjectStageFilter | null | undefined;
  /** Code of its task (重点工作). */
  readonly task?: StringFilter | null | undefined;
};

/** What a plan counts a project as (项目类型). */
export type ProjectKind =
  /** Started before and going on (续建). */
  | 'CONTINUING'
  /** To be started this year (新开工). */
  | 'NEW_START'
  /** In preparation (前期). */
  | 'PRELIMINARY';

/** Conditions on a ProjectKind (项目类型条件); all that are given must hold. */
export type ProjectKindFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: ProjectKind | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<ProjectKind> | null | undefined;
};

/** One step of an order of projects (项目排序). Ties go by code. */
export type ProjectOrder = {
  /** Which way (方向). */
  readonly direction?: OrderDirection;
  /** What to order by (字段). */
  readonly field: ProjectOrderField;
};

/** What projects are ordered by (项目排序字段). */
export type ProjectOrderField =
  /** Its code (代码). */
  | 'CODE'
  /** Planned this year (年度计划投资). */
  | 'INVESTMENT_THIS_YEAR'
  /** Planned in all (总投资). */
  | 'INVESTMENT_TOTAL'
  /** What the plan counts it as, by name (项目类型). */
  | 'KIND'
  /** Its Chinese name, by code points (中文名称). */
  | 'NAME'
  /** Code of its plate (板块). */
  | 'PLATE'
  /** How far it has come, by name (项目阶段). */
  | 'STAGE'
  /** Code of its task (重点工作). */
  | 'TASK';

/** How far a project has come (项目阶段), in this order; the last two stand outside it. */
export type ProjectStage =
  /** Given up (取消). */
  | 'CANCELLED'
  /** All procedures but bidding done (手续完备). */
  | 'CLEARED'
  /** Finished (竣工). */
  | 'COMPLETED'
  /** In use (投用). */
  | 'IN_USE'
  /** Preparation finished (前期完成). */
  | 'PREPARED'
  /** Being prepared (前期). */
  | 'PREPARING'
  /** Thought of (谋划). */
  | 'PROPOSED'
  /** Started (开工). */
  | 'STARTED'
  /** Stopped for the time being (停工). */
  | 'SUSPENDED';

/** Conditions on a ProjectStage (项目阶段条件); all that are given must hold. */
export type ProjectStageFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: ProjectStage | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<ProjectStage> | null | undefined;
};

/** An event and its date (节点记录). */
export type RecordMilestoneInput = {
  /** Only tell what it would change, and write nothing (试办). */
  readonly dryRun?: boolean;
  /** The revision that the plan is expected at (依据版本); at another one the result is a Conflict. */
  readonly expectedRevision?: number | null | undefined;
  /** False: from this date on it no longer holds (是否实现). */
  readonly happened?: boolean;
  /** A name for this request (幂等键): sent again with the same one, it gets the first answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** What is to be said of it (备注). */
  readonly note?: string | null | undefined;
  /** What happened (节点). */
  readonly of: EventInput;
  /** When (日期). */
  readonly on: string;
  /** Code of the plan (计划代码). */
  readonly plan: string;
  /** Id of the record that it corrects (更正的记录). */
  readonly supersedes?: string | number | null | undefined;
};

/** A project, a stage and a date (阶段变更). */
export type RecordProjectStageInput = {
  /** Only tell what it would change, and write nothing (试办). */
  readonly dryRun?: boolean;
  /** The revision that the plan is expected at (依据版本); at another one the result is a Conflict. */
  readonly expectedRevision?: number | null | undefined;
  /** A name for this request (幂等键): sent again with the same one, it gets the first answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** What is to be said of it (备注). */
  readonly note?: string | null | undefined;
  /** Since when (日期). */
  readonly on: string;
  /** Code of the plan (计划代码). */
  readonly plan: string;
  /** Code of the project (项目代码). */
  readonly project: string;
  /** The stage (阶段). */
  readonly stage: ProjectStage;
  /** Id of the change that it corrects (更正的记录). */
  readonly supersedes?: string | number | null | undefined;
};

/** Values to report (填报内容). */
export type ReportObservationsInput = {
  /** Only tell what it would change, and write nothing (试办). */
  readonly dryRun?: boolean;
  /** The revision that the plan is expected at (依据版本); at another one the result is a Conflict. */
  readonly expectedRevision?: number | null | undefined;
  /** A name for this request (幂等键): sent again with the same one, it gets the first answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** The values (数据). */
  readonly observations: ReadonlyArray<ObservationInput>;
  /** Code of the plan (计划代码). */
  readonly plan: string;
};

/** More time that is asked for (延期申请). */
export type RequestExtensionInput = {
  /** The commitment (承诺事项): its id, or its code as in `indicator/investment`. */
  readonly commitment: string | number;
  /** Only tell what it would change, and write nothing (试办). */
  readonly dryRun?: boolean;
  /** The new date (申请期限). */
  readonly dueOn: string;
  /** The revision that the plan is expected at (依据版本); at another one the result is a Conflict. */
  readonly expectedRevision?: number | null | undefined;
  /** A name for this request (幂等键): sent again with the same one, it gets the first answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Code of the plan (计划代码). */
  readonly plan: string;
  /** Why (理由). */
  readonly reason: string;
};

/** A unit’s part in a commitment (责任类型). */
export type ResponsibilityRole =
  /** Answers for it (牵头). */
  | 'LEAD'
  /** Watches over it (督查). */
  | 'SUPERVISE'
  /** Helps (配合). */
  | 'SUPPORT';

/** What one report is to become (复核意见). */
export type ReviewInput = {
  /** Id of the report (填报记录). */
  readonly observation: string | number;
  /** Why (理由); needed when it is returned. */
  readonly reason?: string | null | undefined;
  /** What it becomes (复核结果). */
  readonly state: ReviewedState;
};

/** Reports to submit, approve or return (复核内容). */
export type ReviewObservationsInput = {
  /** Only tell what it would change, and write nothing (试办). */
  readonly dryRun?: boolean;
  /** The revision that the plan is expected at (依据版本); at another one the result is a Conflict. */
  readonly expectedRevision?: number | null | undefined;
  /** A name for this request (幂等键): sent again with the same one, it gets the first answer. */
  readonly idempotencyKey?: string | null | undefined;
  /** Code of the plan (计划代码). */
  readonly plan: string;
  /** The reviews (意见). */
  readonly reviews: ReadonlyArray<ReviewInput>;
};

/** Where a report stands in its review (审核状态). Only approved ones are judged, unless the view includes submitted ones. */
export type ReviewState =
  /** Found good (已审). */
  | 'APPROVED'
  /** Not sent yet (草稿). */
  | 'DRAFT'
  /** Sent back with a reason (退回). */
  | 'RETURNED'
  /** Sent in (已报). */
  | 'SUBMITTED';

/** What a review makes of a report (复核结果). */
export type ReviewedState =
  /** Found good (审定). */
  | 'APPROVED'
  /** Sent back with a reason (退回). */
  | 'RETURNED'
  /** Sent in, or again after it was returned (上报). */
  | 'SUBMITTED';

/** What the bearer of a token may do (角色). */
export type Role =
  /** May do everything, reopening closed periods included (管理). */
  | 'ADMIN'
  /** Writes the plan: imports, amends, assigns, waives (编制). */
  | 'EDITOR'
  /** Reports for the units that the token names (填报). */
  | 'REPORTER'
  /** Approves and returns reports, decides extensions (复核). */
  | 'REVIEWER';

/** The state in which a report is recorded (上报状态). */
export type SentState =
  /** Found good already; only by those who may review (直接审定). */
  | 'APPROVED'
  /** Kept, not sent in yet (草稿). */
  | 'DRAFT'
  /** Sent in for review (上报). */
  | 'SUBMITTED';

/** How grave the breach of a rule is (严重程度). */
export type Severity =
  /** Grave (严重). */
  | 'CRITICAL'
  /** To be noted (提示). */
  | 'INFO'
  /** A warning (警告). */
  | 'WARNING';

/** Conditions on a Severity (严重程度条件); all that are given must hold. */
export type SeverityFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: Severity | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<Severity> | null | undefined;
};

/** The state of a commitment, a fact with no opinion in it (状态). The first that fits holds. */
export type Status =
  /** Due within the warning window (即将到期). */
  | 'DUE_SOON'
  /** Fulfilled, by the due date (已完成). */
  | 'MET'
  /** Fulfilled, but not at the due date (逾期完成). */
  | 'MET_LATE'
  /** The due date has passed and it is not fulfilled (逾期). */
  | 'OVERDUE'
  /** Due later (未到期). */
  | 'PENDING'
  /** Nothing is known to judge it by (未知). */
  | 'UNKNOWN'
  /** Excused by an approved waiver (免除). */
  | 'WAIVED';

/** Conditions on a Status (状态条件); all that are given must hold. */
export type StatusFilter = {
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: Status | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<Status> | null | undefined;
};

/** Conditions on a text (文本条件); all that are given must hold. */
export type StringFilter = {
  /** Has this in it, letter for letter (包含). */
  readonly contains?: string | null | undefined;
  /** Equal to this (等于); null finds what has no value (无值). */
  readonly eq?: string | null | undefined;
  /** Greater than this (大于). */
  readonly gt?: string | null | undefined;
  /** At least this (不小于). */
  readonly gte?: string | null | undefined;
  /** One of these (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Less than this (小于). */
  readonly lt?: string | null | undefined;
  /** At most this (不大于). */
  readonly lte?: string | null | undefined;
};

/** What a milestone, an event or a rule is about (对象类型). */
export type SubjectKind =
  /** An indicator (指标). */
  | 'INDICATOR'
  /** A milestone (节点). */
  | 'MILESTONE'
  /** The plan itself (工作计划). */
  | 'PLAN'
  /** A plate (板块). */
  | 'PLATE'
  /** A project (项目). */
  | 'PROJECT'
  /** A task (重点工作). */
  | 'TASK';

export type BreakdownQueryVariables = Exact<{
  by: ReadonlyArray<Dimension> | Dimension;
  measures?: ReadonlyArray<Measure> | Measure;
  filter?: CommitmentFilter | null | undefined;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type BreakdownQuery = { readonly breakdown: ReadonlyArray<{ readonly filter: unknown, readonly count: number | null, readonly achieved: string | null, readonly coverage: string | null, readonly daysLate: number | null, readonly score: string | null, readonly keys: ReadonlyArray<{ readonly dimension: Dimension, readonly value: string | null, readonly label: string | null }>, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number } | null, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } | null, readonly target: { readonly value: string, readonly known: number, readonly of: number, readonly unit: { readonly code: string, readonly label: string } | null } | null, readonly actual: { readonly value: string, readonly known: number, readonly of: number, readonly unit: { readonly code: string, readonly label: string } | null } | null, readonly investment: { readonly projects: number, readonly total: string, readonly thisYear: string, readonly done: string, readonly unit: { readonly code: string, readonly label: string } | null } | null }> };

export type SumFragment = { readonly value: string, readonly known: number, readonly of: number, readonly unit: { readonly code: string, readonly label: string } | null };

export type ChangesQueryVariables = Exact<{
  code: string;
  sinceAsOf?: string | null | undefined;
  sinceKnownAt?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type ChangesQuery = { readonly plan: { readonly id: string, readonly changesSince: { readonly totalCount: number, readonly pageInfo: { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasPreviousPage: boolean, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly commitmentCode: string, readonly kinds: ReadonlyArray<ChangeKind>, readonly facts: ReadonlyArray<string>, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null, readonly target: string | null, readonly actual: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null, readonly target: string | null, readonly actual: string | null } | null, readonly commitment:
          | { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
          | { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
          | { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
         | null }> } } | null };

export type SideFragment = { readonly status: Status, readonly light: Light, readonly dueOn: string | null, readonly target: string | null, readonly actual: string | null };

type CommitmentCard_Indicator_Fragment = { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } };

type CommitmentCard_Milestone_Fragment = { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } };

type CommitmentCard_Obligation_Fragment = { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } };

export type CommitmentCardFragment =
  | CommitmentCard_Indicator_Fragment
  | CommitmentCard_Milestone_Fragment
  | CommitmentCard_Obligation_Fragment
;

export type CommitmentChangedSubscriptionVariables = Exact<{
  filter?: CommitmentFilter | null | undefined;
  after?: string | null | undefined;
  lang?: Lang;
}>;


export type CommitmentChangedSubscription = { readonly commitmentChanged: { readonly cursor: string, readonly revision: number, readonly what: string, readonly actor: string, readonly at: string, readonly reason: string | null, readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly plan: { readonly id: string, readonly code: string } | null, readonly commitment:
      | { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
      | { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
      | { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
     | null } };

export type CommitmentQueryVariables = Exact<{
  plan: string;
  code: string;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type CommitmentQuery = { readonly plan: { readonly id: string, readonly code: string, readonly view: { readonly asOf: string, readonly isDefault: boolean }, readonly commitment:
      | { readonly __typename: 'Indicator', readonly direction: Direction, readonly comparator: Comparator, readonly accumulation: Accumulation, readonly target: string | null, readonly targetUpper: string | null, readonly baseline: string | null, readonly dueOriginally: string | null, readonly timesRescheduled: number, readonly weight: string, readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly unit: { readonly code: string, readonly label: string } | null, readonly theme: { readonly id: string, readonly code: string, readonly title: string } | null, readonly task: { readonly id: string, readonly code: string, readonly title: string } | null, readonly plate: { readonly id: string, readonly code: string, readonly name: string } | null, readonly project: { readonly id: string, readonly code: string, readonly name: string } | null, readonly locators: ReadonlyArray<{ readonly section: string, readonly paragraph: number, readonly start: number, readonly end: number, readonly quote: string | null, readonly document: { readonly id: string, readonly code: string, readonly title: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null, readonly actual: string | null, readonly target: string | null, readonly achievedClamped: string | null, readonly expected: string | null, readonly metOn: string | null, readonly monthsLate: number, readonly policy: { readonly code: string, readonly version: string, readonly condition: string }, readonly reasons: ReadonlyArray<{ readonly code: string, readonly message: string, readonly facts: ReadonlyArray<string> }>, readonly statusHistory: ReadonlyArray<{ readonly from: string, readonly to: string | null, readonly status: Status, readonly light: Light, readonly reasons: ReadonlyArray<string> }> }, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }> }
      | { readonly __typename: 'Milestone', readonly dueOriginally: string | null, readonly timesRescheduled: number, readonly weight: string, readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly subject: { readonly kind: SubjectKind, readonly code: string, readonly name: string | null }, readonly theme: { readonly id: string, readonly code: string, readonly title: string } | null, readonly task: { readonly id: string, readonly code: string, readonly title: string } | null, readonly plate: { readonly id: string, readonly code: string, readonly name: string } | null, readonly project: { readonly id: string, readonly code: string, readonly name: string } | null, readonly locators: ReadonlyArray<{ readonly section: string, readonly paragraph: number, readonly start: number, readonly end: number, readonly quote: string | null, readonly document: { readonly id: string, readonly code: string, readonly title: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null, readonly actual: string | null, readonly target: string | null, readonly achievedClamped: string | null, readonly expected: string | null, readonly metOn: string | null, readonly monthsLate: number, readonly policy: { readonly code: string, readonly version: string, readonly condition: string }, readonly reasons: ReadonlyArray<{ readonly code: string, readonly message: string, readonly facts: ReadonlyArray<string> }>, readonly statusHistory: ReadonlyArray<{ readonly from: string, readonly to: string | null, readonly status: Status, readonly light: Light, readonly reasons: ReadonlyArray<string> }> }, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }> }
      | { readonly __typename: 'Obligation', readonly severity: Severity, readonly dueOriginally: string | null, readonly timesRescheduled: number, readonly weight: string, readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly rule: { readonly id: string, readonly code: string, readonly title: string, readonly require: string }, readonly subject: { readonly kind: SubjectKind, readonly code: string, readonly name: string | null }, readonly theme: { readonly id: string, readonly code: string, readonly title: string } | null, readonly task: { readonly id: string, readonly code: string, readonly title: string } | null, readonly plate: { readonly id: string, readonly code: string, readonly name: string } | null, readonly project: { readonly id: string, readonly code: string, readonly name: string } | null, readonly locators: ReadonlyArray<{ readonly section: string, readonly paragraph: number, readonly start: number, readonly end: number, readonly quote: string | null, readonly document: { readonly id: string, readonly code: string, readonly title: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null, readonly actual: string | null, readonly target: string | null, readonly achievedClamped: string | null, readonly expected: string | null, readonly metOn: string | null, readonly monthsLate: number, readonly policy: { readonly code: string, readonly version: string, readonly condition: string }, readonly reasons: ReadonlyArray<{ readonly code: string, readonly message: string, readonly facts: ReadonlyArray<string> }>, readonly statusHistory: ReadonlyArray<{ readonly from: string, readonly to: string | null, readonly status: Status, readonly light: Light, readonly reasons: ReadonlyArray<string> }> }, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }> }
     | null } | null };

export type AssessmentInFullFragment = { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly actual: string | null, readonly target: string | null, readonly achieved: string | null, readonly achievedClamped: string | null, readonly expected: string | null, readonly gapPoints: string | null, readonly metOn: string | null, readonly daysToDue: number | null, readonly daysLate: number | null, readonly monthsLate: number, readonly policy: { readonly code: string, readonly version: string, readonly condition: string }, readonly reasons: ReadonlyArray<{ readonly code: string, readonly message: string, readonly facts: ReadonlyArray<string> }>, readonly statusHistory: ReadonlyArray<{ readonly from: string, readonly to: string | null, readonly status: Status, readonly light: Light, readonly reasons: ReadonlyArray<string> }> };

export type CommitmentsPageQueryVariables = Exact<{
  filter?: CommitmentFilter | null | undefined;
  orderBy?: ReadonlyArray<CommitmentOrder> | CommitmentOrder | null | undefined;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type CommitmentsPageQuery = { readonly commitments: { readonly totalCount: number, readonly pageInfo: { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasPreviousPage: boolean, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly plan: { readonly id: string, readonly code: string, readonly title: string }, readonly task: { readonly id: string, readonly code: string, readonly title: string } | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
      | { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly plan: { readonly id: string, readonly code: string, readonly title: string }, readonly task: { readonly id: string, readonly code: string, readonly title: string } | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
      | { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly plan: { readonly id: string, readonly code: string, readonly title: string }, readonly task: { readonly id: string, readonly code: string, readonly title: string } | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
    > } };

export type CorrectObservationMutationVariables = Exact<{
  input: CorrectObservationInput;
  lang?: Lang;
}>;


export type CorrectObservationMutation = { readonly correctObservation:
    | { readonly __typename: 'Conflict', readonly expectedRevision: number | null, readonly currentRevision: number, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'CorrectObservationPayload', readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly observation: { readonly id: string, readonly value: string, readonly effectiveOn: string, readonly recordedAt: string, readonly reviewState: ReviewState, readonly counts: boolean, readonly reporterCode: string } | null, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null }
    | { readonly __typename: 'KeyReused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'NotAllowed', readonly roles: ReadonlyArray<Role>, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
   };

export type DecideExtensionMutationVariables = Exact<{
  input: DecideExtensionInput;
  lang?: Lang;
}>;


export type DecideExtensionMutation = { readonly decideExtension:
    | { readonly __typename: 'Conflict', readonly expectedRevision: number | null, readonly currentRevision: number, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'DecideExtensionPayload', readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly extension: { readonly id: string, readonly state: ExtensionState, readonly dueOn: string, readonly reason: string, readonly requestedOn: string, readonly requestedBy: string, readonly decidedOn: string | null, readonly decidedBy: string | null, readonly decisionReason: string | null, readonly commitment:
          | { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
          | { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
          | { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
         | null } | null, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null }
    | { readonly __typename: 'KeyReused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'NotAllowed', readonly roles: ReadonlyArray<Role>, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
   };

type Done_AmendTargetPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_AssignUnitPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_AttachDocumentPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_ClosePeriodPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_CorrectObservationPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_DecideExtensionPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_ImportPlanPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_JudgeCommitmentPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_RecordMilestonePayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_RecordProjectStagePayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_ReopenPeriodPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_ReportObservationsPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_RequestExtensionPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_ReviewObservationsPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_SavePolicyPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_SaveRulePayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

type Done_WaiveCommitmentPayload_Fragment = { readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null };

export type DoneFragment =
  | Done_AmendTargetPayload_Fragment
  | Done_AssignUnitPayload_Fragment
  | Done_AttachDocumentPayload_Fragment
  | Done_ClosePeriodPayload_Fragment
  | Done_CorrectObservationPayload_Fragment
  | Done_DecideExtensionPayload_Fragment
  | Done_ImportPlanPayload_Fragment
  | Done_JudgeCommitmentPayload_Fragment
  | Done_RecordMilestonePayload_Fragment
  | Done_RecordProjectStagePayload_Fragment
  | Done_ReopenPeriodPayload_Fragment
  | Done_ReportObservationsPayload_Fragment
  | Done_RequestExtensionPayload_Fragment
  | Done_ReviewObservationsPayload_Fragment
  | Done_SavePolicyPayload_Fragment
  | Done_SaveRulePayload_Fragment
  | Done_WaiveCommitmentPayload_Fragment
;

export type ExtensionCardFragment = { readonly id: string, readonly state: ExtensionState, readonly dueOn: string, readonly reason: string, readonly requestedOn: string, readonly requestedBy: string, readonly decidedOn: string | null, readonly decidedBy: string | null, readonly decisionReason: string | null, readonly commitment:
    | { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
    | { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
    | { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
   | null };

export type FindingsPageQueryVariables = Exact<{
  code: string;
  severity?: FindingSeverityFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type FindingsPageQuery = { readonly plan: { readonly id: string, readonly findings: { readonly totalCount: number, readonly pageInfo: { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasPreviousPage: boolean, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly code: string, readonly severity: FindingSeverity, readonly message: string, readonly facts: ReadonlyArray<string> }> } } | null };

export type InViewFragment = { readonly asOf: string, readonly isDefault: boolean };

export type IndicatorSeriesQueryVariables = Exact<{
  plan: string;
  code: string;
  interval?: Interval;
  reports?: number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type IndicatorSeriesQuery = { readonly plan: { readonly id: string, readonly indicator: { readonly id: string, readonly code: string, readonly title: string, readonly target: string | null, readonly baseline: string | null, readonly unit: { readonly code: string, readonly label: string } | null, readonly series: ReadonlyArray<{ readonly on: string, readonly expected: string | null, readonly actual: string | null, readonly forecast: string | null }>, readonly forecast: { readonly method: string, readonly valueAtDue: string | null, readonly metOn: string | null, readonly ratePerDay: string, readonly requiredPerDay: string | null } | null, readonly targetHistory: ReadonlyArray<{ readonly field: AmendedField, readonly value: string | null, readonly from: string, readonly reason: string | null, readonly isAmendment: boolean }>, readonly observations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly value: string, readonly effectiveOn: string, readonly recordedAt: string, readonly reviewState: ReviewState, readonly counts: boolean, readonly synthetic: boolean, readonly reporterCode: string }> } } | null } | null };

type NotDone_Conflict_Fragment = { readonly expectedRevision: number | null, readonly currentRevision: number, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> };

type NotDone_KeyReused_Fragment = { readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> };

type NotDone_NotAllowed_Fragment = { readonly roles: ReadonlyArray<Role>, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> };

type NotDone_Refused_Fragment = { readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> };

export type NotDoneFragment =
  | NotDone_Conflict_Fragment
  | NotDone_KeyReused_Fragment
  | NotDone_NotAllowed_Fragment
  | NotDone_Refused_Fragment
;

export type PageFragment = { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasPreviousPage: boolean, readonly hasNextPage: boolean };

export type PlaceFragment = { readonly section: string, readonly paragraph: number, readonly start: number, readonly end: number, readonly quote: string | null, readonly document: { readonly id: string, readonly code: string, readonly title: string } | null };

export type PlanChangedSubscriptionVariables = Exact<{
  code: string;
  since?: number | null | undefined;
  lang?: Lang;
}>;


export type PlanChangedSubscription = { readonly planChanged: { readonly revision: number, readonly what: string, readonly actor: string, readonly at: string, readonly reason: string | null, readonly factCount: number, readonly changeCount: number, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly commitment:
        | { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
        | { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
        | { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
       | null }> } };

export type PlanHistoryQueryVariables = Exact<{
  code: string;
  interval?: Interval;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type PlanHistoryQuery = { readonly plan: { readonly id: string, readonly history: ReadonlyArray<{ readonly on: string, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }> } | null };

export type PlanOnTwoDatesQueryVariables = Exact<{
  code: string;
  earlier: string;
  later: string;
  lang?: Lang;
}>;


export type PlanOnTwoDatesQuery = { readonly earlier: { readonly id: string, readonly code: string, readonly timeProgress: string | null, readonly view: { readonly asOf: string, readonly isDefault: boolean }, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } }, readonly tasks: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }> } | null, readonly later: { readonly id: string, readonly code: string, readonly timeProgress: string | null, readonly view: { readonly asOf: string, readonly isDefault: boolean }, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } }, readonly tasks: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }> } | null };

export type PlanOnDateFragment = { readonly id: string, readonly code: string, readonly timeProgress: string | null, readonly view: { readonly asOf: string, readonly isDefault: boolean }, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } }, readonly tasks: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }> };

export type PlanOverviewQueryVariables = Exact<{
  code: string;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type PlanOverviewQuery = { readonly plan: { readonly id: string, readonly code: string, readonly title: string, readonly year: number, readonly timeZone: string, readonly synthetic: boolean, readonly revision: number, readonly timeProgress: string | null, readonly period: { readonly start: string, readonly end: string }, readonly district: { readonly code: string, readonly name: string }, readonly view: { readonly asOf: string, readonly isDefault: boolean }, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } }, readonly themes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }>, readonly tasks: ReadonlyArray<{ readonly id: string, readonly code: string, readonly number: number, readonly title: string, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }>, readonly plates: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }> } | null };

export type PlansQueryVariables = Exact<{
  filter?: PlanFilter | null | undefined;
  orderBy?: ReadonlyArray<PlanOrder> | PlanOrder | null | undefined;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type PlansQuery = { readonly plans: { readonly totalCount: number, readonly pageInfo: { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasPreviousPage: boolean, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly year: number, readonly synthetic: boolean, readonly revision: number, readonly district: { readonly code: string, readonly name: string }, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }> } };

export type ProjectCardFragment = { readonly id: string, readonly code: string, readonly name: string, readonly kind: ProjectKind | null, readonly stage: ProjectStage | null, readonly plate: { readonly id: string, readonly code: string, readonly name: string } | null, readonly investment: { readonly total: string | null, readonly thisYear: string | null, readonly done: string | null, readonly unit: { readonly code: string, readonly label: string } | null } | null, readonly rollup: { readonly count: number, readonly light: Light } };

export type ProjectQueryVariables = Exact<{
  plan: string;
  code: string;
  commitments?: number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type ProjectQuery = { readonly plan: { readonly id: string, readonly project: { readonly id: string, readonly code: string, readonly name: string, readonly kind: ProjectKind | null, readonly stage: ProjectStage | null, readonly task: { readonly id: string, readonly code: string, readonly title: string } | null, readonly units: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly locators: ReadonlyArray<{ readonly section: string, readonly paragraph: number, readonly start: number, readonly end: number, readonly quote: string | null, readonly document: { readonly id: string, readonly code: string, readonly title: string } | null }>, readonly commitments: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
          | { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
          | { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } }
        > }, readonly plate: { readonly id: string, readonly code: string, readonly name: string } | null, readonly investment: { readonly total: string | null, readonly thisYear: string | null, readonly done: string | null, readonly unit: { readonly code: string, readonly label: string } | null } | null, readonly rollup: { readonly count: number, readonly light: Light } } | null } | null };

export type ProjectsPageQueryVariables = Exact<{
  code: string;
  filter?: ProjectFilter | null | undefined;
  orderBy?: ReadonlyArray<ProjectOrder> | ProjectOrder | null | undefined;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type ProjectsPageQuery = { readonly plan: { readonly id: string, readonly projects: { readonly totalCount: number, readonly pageInfo: { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasPreviousPage: boolean, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly kind: ProjectKind | null, readonly stage: ProjectStage | null, readonly plate: { readonly id: string, readonly code: string, readonly name: string } | null, readonly investment: { readonly total: string | null, readonly thisYear: string | null, readonly done: string | null, readonly unit: { readonly code: string, readonly label: string } | null } | null, readonly rollup: { readonly count: number, readonly light: Light } }> } } | null };

export type RecordMilestoneMutationVariables = Exact<{
  input: RecordMilestoneInput;
  lang?: Lang;
}>;


export type RecordMilestoneMutation = { readonly recordMilestone:
    | { readonly __typename: 'Conflict', readonly expectedRevision: number | null, readonly currentRevision: number, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'KeyReused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'NotAllowed', readonly roles: ReadonlyArray<Role>, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'RecordMilestonePayload', readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly milestone: { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly kind: CommitmentKind, readonly title: string, readonly dueOn: string | null, readonly modality: Modality | null, readonly responsible: ReadonlyArray<{ readonly role: ResponsibilityRole, readonly unitCode: string, readonly unit: { readonly id: string, readonly name: string } | null }>, readonly assessment: { readonly status: Status, readonly light: Light, readonly pace: Pace, readonly achieved: string | null, readonly gapPoints: string | null, readonly daysToDue: number | null, readonly daysLate: number | null } } | null, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
   };

export type RecordProjectStageMutationVariables = Exact<{
  input: RecordProjectStageInput;
  lang?: Lang;
}>;


export type RecordProjectStageMutation = { readonly recordProjectStage:
    | { readonly __typename: 'Conflict', readonly expectedRevision: number | null, readonly currentRevision: number, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'KeyReused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'NotAllowed', readonly roles: ReadonlyArray<Role>, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'RecordProjectStagePayload', readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly project: { readonly id: string, readonly code: string, readonly name: string, readonly kind: ProjectKind | null, readonly stage: ProjectStage | null, readonly plate: { readonly id: string, readonly code: string, readonly name: string } | null, readonly investment: { readonly total: string | null, readonly thisYear: string | null, readonly done: string | null, readonly unit: { readonly code: string, readonly label: string } | null } | null, readonly rollup: { readonly count: number, readonly light: Light } } | null, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
   };

export type ReportObservationsMutationVariables = Exact<{
  input: ReportObservationsInput;
  lang?: Lang;
}>;


export type ReportObservationsMutation = { readonly reportObservations:
    | { readonly __typename: 'Conflict', readonly expectedRevision: number | null, readonly currentRevision: number, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'KeyReused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'NotAllowed', readonly roles: ReadonlyArray<Role>, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'ReportObservationsPayload', readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly observations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly value: string, readonly effectiveOn: string, readonly recordedAt: string, readonly reviewState: ReviewState, readonly counts: boolean, readonly reporterCode: string }> }, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null }
   };

export type ReportFragment = { readonly id: string, readonly value: string, readonly effectiveOn: string, readonly recordedAt: string, readonly reviewState: ReviewState, readonly counts: boolean, readonly reporterCode: string };

export type RequestExtensionMutationVariables = Exact<{
  input: RequestExtensionInput;
  lang?: Lang;
}>;


export type RequestExtensionMutation = { readonly requestExtension:
    | { readonly __typename: 'Conflict', readonly expectedRevision: number | null, readonly currentRevision: number, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'KeyReused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'NotAllowed', readonly roles: ReadonlyArray<Role>, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'RequestExtensionPayload', readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly extension: { readonly id: string, readonly state: ExtensionState, readonly dueOn: string, readonly reason: string, readonly requestedOn: string, readonly requestedBy: string, readonly decidedOn: string | null, readonly decidedBy: string | null, readonly decisionReason: string | null, readonly commitment:
          | { readonly __typename: 'Indicator', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
          | { readonly __typename: 'Milestone', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
          | { readonly __typename: 'Obligation', readonly id: string, readonly code: string, readonly dueOn: string | null, readonly dueOriginally: string | null }
         | null } | null, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null }
   };

export type ReviewObservationsMutationVariables = Exact<{
  input: ReviewObservationsInput;
  lang?: Lang;
}>;


export type ReviewObservationsMutation = { readonly reviewObservations:
    | { readonly __typename: 'Conflict', readonly expectedRevision: number | null, readonly currentRevision: number, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'KeyReused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'NotAllowed', readonly roles: ReadonlyArray<Role>, readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly path: string, readonly refusals: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: string, readonly line: number | null, readonly column: number | null }> }
    | { readonly __typename: 'ReviewObservationsPayload', readonly revision: number, readonly saved: boolean, readonly repeated: boolean, readonly factCount: number, readonly changeCount: number, readonly observations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly value: string, readonly effectiveOn: string, readonly recordedAt: string, readonly reviewState: ReviewState, readonly counts: boolean, readonly reporterCode: string }> }, readonly changes: ReadonlyArray<{ readonly code: string, readonly before: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null, readonly after: { readonly status: Status, readonly light: Light, readonly dueOn: string | null } | null }>, readonly plan: { readonly id: string, readonly code: string, readonly revision: number } | null }
   };

export type RollUpFragment = { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } };

export type ScoresQueryVariables = Exact<{
  code: string;
  by?: Dimension;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type ScoresQuery = { readonly plan: { readonly id: string, readonly scores: ReadonlyArray<{ readonly rank: number, readonly key: string | null, readonly label: string | null, readonly points: string, readonly commitments: number, readonly lines: ReadonlyArray<{ readonly code: string, readonly points: string }> }> } | null };

export type UnitsQueryVariables = Exact<{
  code: string;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang?: Lang;
}>;


export type UnitsQuery = { readonly plan: { readonly id: string, readonly units: { readonly totalCount: number, readonly pageInfo: { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasPreviousPage: boolean, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly parent: { readonly id: string, readonly code: string } | null, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } }> } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly subject: string | null, readonly mayRead: boolean, readonly roles: ReadonlyArray<Role>, readonly units: ReadonlyArray<string> } };

export type WhatIfQueryVariables = Exact<{
  code: string;
  observations?: ReadonlyArray<AssumedObservation> | AssumedObservation | null | undefined;
  milestones?: ReadonlyArray<AssumedMilestone> | AssumedMilestone | null | undefined;
  stages?: ReadonlyArray<AssumedStage> | AssumedStage | null | undefined;
  asOf?: string | null | undefined;
}>;


export type WhatIfQuery = { readonly plan: { readonly id: string, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } }, readonly whatIf: { readonly id: string, readonly view: { readonly isHypothetical: boolean, readonly asOf: string, readonly isDefault: boolean }, readonly rollup: { readonly count: number, readonly achieved: string | null, readonly coverage: string | null, readonly light: Light, readonly byLight: { readonly green: number, readonly blue: number, readonly yellow: number, readonly red: number, readonly grey: number }, readonly byStatus: { readonly pending: number, readonly dueSoon: number, readonly met: number, readonly metLate: number, readonly overdue: number, readonly unknown: number, readonly waived: number } } } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, unknown> | undefined;

  constructor(value: string, __meta__?: Record<string, unknown> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const SumFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment Sum on QuantitySum {
  value
  known
  of
  unit {
    code
    label(lang: $lang)
  }
}
    `, {"fragmentName":"Sum"}) as unknown as TypedDocumentString<SumFragment, unknown>;
export const SideFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment Side on ChangeSide {
  status
  light
  dueOn
  target
  actual
}
    `, {"fragmentName":"Side"}) as unknown as TypedDocumentString<SideFragment, unknown>;
export const CommitmentCardFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment CommitmentCard on Commitment {
  __typename
  id
  code
  kind
  title(lang: $lang)
  dueOn
  modality
  responsible {
    role
    unitCode
    unit {
      id
      name(lang: $lang)
    }
  }
  assessment {
    status
    light
    pace
    achieved
    gapPoints
    daysToDue
    daysLate
  }
}
    `, {"fragmentName":"CommitmentCard"}) as unknown as TypedDocumentString<CommitmentCardFragment, unknown>;
export const AssessmentInFullFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment AssessmentInFull on Assessment {
  status
  light
  pace
  actual
  target
  achieved
  achievedClamped
  expected
  gapPoints
  metOn
  daysToDue
  daysLate
  monthsLate
  policy {
    code
    version
    condition
  }
  reasons {
    code
    message(lang: $lang)
    facts
  }
  statusHistory {
    from
    to
    status
    light
    reasons
  }
}
    `, {"fragmentName":"AssessmentInFull"}) as unknown as TypedDocumentString<AssessmentInFullFragment, unknown>;
export const DoneFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment Done on Written {
  revision
  saved
  repeated
  factCount
  changeCount
  changes {
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
  }
  plan {
    id
    code
    revision
  }
}
    `, {"fragmentName":"Done"}) as unknown as TypedDocumentString<DoneFragment, unknown>;
export const ExtensionCardFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ExtensionCard on Extension {
  id
  state
  dueOn
  reason
  requestedOn
  requestedBy
  decidedOn
  decidedBy
  decisionReason
  commitment {
    __typename
    id
    code
    dueOn
    dueOriginally
  }
}
    `, {"fragmentName":"ExtensionCard"}) as unknown as TypedDocumentString<ExtensionCardFragment, unknown>;
export const NotDoneFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment NotDone on Failure {
  code
  message(lang: $lang)
  path
  refusals {
    code
    message(lang: $lang)
    path
    line
    column
  }
  ... on Conflict {
    expectedRevision
    currentRevision
  }
  ... on NotAllowed {
    roles
  }
}
    `, {"fragmentName":"NotDone"}) as unknown as TypedDocumentString<NotDoneFragment, unknown>;
export const PageFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment Page on PageInfo {
  startCursor
  endCursor
  hasPreviousPage
  hasNextPage
}
    `, {"fragmentName":"Page"}) as unknown as TypedDocumentString<PageFragment, unknown>;
export const PlaceFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment Place on Locator {
  section
  paragraph
  start
  end
  quote
  document {
    id
    code
    title(lang: $lang)
  }
}
    `, {"fragmentName":"Place"}) as unknown as TypedDocumentString<PlaceFragment, unknown>;
export const InViewFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment InView on View {
  asOf
  isDefault
}
    `, {"fragmentName":"InView"}) as unknown as TypedDocumentString<InViewFragment, unknown>;
export const RollUpFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment RollUp on RollUp {
  count
  achieved
  coverage
  light
  byLight {
    green
    blue
    yellow
    red
    grey
  }
  byStatus {
    pending
    dueSoon
    met
    metLate
    overdue
    unknown
    waived
  }
}
    `, {"fragmentName":"RollUp"}) as unknown as TypedDocumentString<RollUpFragment, unknown>;
export const PlanOnDateFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment PlanOnDate on Plan {
  id
  code
  timeProgress
  view {
    ...InView
  }
  rollup {
    ...RollUp
  }
  tasks {
    id
    code
    title(lang: $lang)
    rollup {
      ...RollUp
    }
  }
}
    fragment InView on View {
  asOf
  isDefault
}
fragment RollUp on RollUp {
  count
  achieved
  coverage
  light
  byLight {
    green
    blue
    yellow
    red
    grey
  }
  byStatus {
    pending
    dueSoon
    met
    metLate
    overdue
    unknown
    waived
  }
}`, {"fragmentName":"PlanOnDate"}) as unknown as TypedDocumentString<PlanOnDateFragment, unknown>;
export const ProjectCardFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment ProjectCard on Project {
  id
  code
  name(lang: $lang)
  kind
  stage
  plate {
    id
    code
    name(lang: $lang)
  }
  investment {
    total
    thisYear
    done
    unit {
      code
      label(lang: $lang)
    }
  }
  rollup {
    count
    light
  }
}
    `, {"fragmentName":"ProjectCard"}) as unknown as TypedDocumentString<ProjectCardFragment, unknown>;
export const ReportFragmentDoc = /* @__PURE__ */ new TypedDocumentString(`
    fragment Report on Observation {
  id
  value
  effectiveOn
  recordedAt
  reviewState
  counts
  reporterCode
}
    `, {"fragmentName":"Report"}) as unknown as TypedDocumentString<ReportFragment, unknown>;
export const BreakdownDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Breakdown($by: [Dimension!]!, $measures: [Measure!]! = [COUNT, BY_LIGHT, BY_STATUS], $filter: CommitmentFilter, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  breakdown(
    by: $by
    measures: $measures
    filter: $filter
    asOf: $asOf
    knownAt: $knownAt
  ) {
    keys {
      dimension
      value
      label(lang: $lang)
    }
    filter
    count
    byLight {
      green
      blue
      yellow
      red
      grey
    }
    byStatus {
      pending
      dueSoon
      met
      metLate
      overdue
      unknown
      waived
    }
    achieved
    coverage
    daysLate
    score
    target {
      ...Sum
    }
    actual {
      ...Sum
    }
    investment {
      projects
      total
      thisYear
      done
      unit {
        code
        label(lang: $lang)
      }
    }
  }
}
    fragment Sum on QuantitySum {
  value
  known
  of
  unit {
    code
    label(lang: $lang)
  }
}`, {"id":"sha256:947246e71455bdf55e239e68705001ae29c69f5b7fa79ae8a1eae52a9906ca52"}) as unknown as TypedDocumentString<BreakdownQuery, BreakdownQueryVariables>;
export const ChangesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Changes($code: String!, $sinceAsOf: Date, $sinceKnownAt: DateTime, $first: Int! = 50, $after: String, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $code, asOf: $asOf, knownAt: $knownAt) {
    id
    changesSince(
      asOf: $sinceAsOf
      knownAt: $sinceKnownAt
      first: $first
      after: $after
    ) {
      totalCount
      pageInfo {
        ...Page
      }
      nodes {
        commitmentCode
        kinds
        facts
        before {
          ...Side
        }
        after {
          ...Side
        }
        commitment {
          ...CommitmentCard
        }
      }
    }
  }
}
    fragment Side on ChangeSide {
  status
  light
  dueOn
  target
  actual
}
fragment CommitmentCard on Commitment {
  __typename
  id
  code
  kind
  title(lang: $lang)
  dueOn
  modality
  responsible {
    role
    unitCode
    unit {
      id
      name(lang: $lang)
    }
  }
  assessment {
    status
    light
    pace
    achieved
    gapPoints
    daysToDue
    daysLate
  }
}
fragment Page on PageInfo {
  startCursor
  endCursor
  hasPreviousPage
  hasNextPage
}`, {"id":"sha256:a1f4dc707f731772b9fa31cf1a0acaebe974b4817e9bbbac81dab170f9027f72"}) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const CommitmentChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription CommitmentChanged($filter: CommitmentFilter, $after: String, $lang: Lang! = ZH) {
  commitmentChanged(filter: $filter, after: $after) {
    cursor
    revision
    what
    actor
    at
    reason
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
    plan {
      id
      code
    }
    commitment {
      ...CommitmentCard
    }
  }
}
    fragment CommitmentCard on Commitment {
  __typename
  id
  code
  kind
  title(lang: $lang)
  dueOn
  modality
  responsible {
    role
    unitCode
    unit {
      id
      name(lang: $lang)
    }
  }
  assessment {
    status
    light
    pace
    achieved
    gapPoints
    daysToDue
    daysLate
  }
}`, {"id":"sha256:1caf32aff2c007318b55fe170c8c9fc5dbcfe053e1b92c7e02cc468f1372798f"}) as unknown as TypedDocumentString<CommitmentChangedSubscription, CommitmentChangedSubscriptionVariables>;
export const CommitmentDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Commitment($plan: String!, $code: String!, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $plan, asOf: $asOf, knownAt: $knownAt) {
    id
    code
    view {
      ...InView
    }
    commitment(code: $code) {
      ...CommitmentCard
      dueOriginally
      timesRescheduled
      weight
      theme {
        id
        code
        title(lang: $lang)
      }
      task {
        id
        code
        title(lang: $lang)
      }
      plate {
        id
        code
        name(lang: $lang)
      }
      project {
        id
        code
        name(lang: $lang)
      }
      locators {
        ...Place
      }
      assessment {
        ...AssessmentInFull
      }
      ... on Indicator {
        direction
        comparator
        accumulation
        target
        targetUpper
        baseline
        unit {
          code
          label(lang: $lang)
        }
      }
      ... on Milestone {
        subject {
          kind
          code
          name(lang: $lang)
        }
      }
      ... on Obligation {
        severity
        rule {
          id
          code
          title(lang: $lang)
          require
        }
        subject {
          kind
          code
          name(lang: $lang)
        }
      }
    }
  }
}
    fragment CommitmentCard on Commitment {
  __typename
  id
  code
  kind
  title(lang: $lang)
  dueOn
  modality
  responsible {
    role
    unitCode
    unit {
      id
      name(lang: $lang)
    }
  }
  assessment {
    status
    light
    pace
    achieved
    gapPoints
    daysToDue
    daysLate
  }
}
fragment AssessmentInFull on Assessment {
  status
  light
  pace
  actual
  target
  achieved
  achievedClamped
  expected
  gapPoints
  metOn
  daysToDue
  daysLate
  monthsLate
  policy {
    code
    version
    condition
  }
  reasons {
    code
    message(lang: $lang)
    facts
  }
  statusHistory {
    from
    to
    status
    light
    reasons
  }
}
fragment InView on View {
  asOf
  isDefault
}
fragment Place on Locator {
  section
  paragraph
  start
  end
  quote
  document {
    id
    code
    title(lang: $lang)
  }
}`, {"id":"sha256:e273a99821f4c4db6ce64be1c8843d0342b0f1abc2bc62954ec08a919fdcb6ed"}) as unknown as TypedDocumentString<CommitmentQuery, CommitmentQueryVariables>;
export const CommitmentsPageDocument = /* @__PURE__ */ new TypedDocumentString(`
    query CommitmentsPage($filter: CommitmentFilter, $orderBy: [CommitmentOrder!], $first: Int! = 50, $after: String, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  commitments(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    asOf: $asOf
    knownAt: $knownAt
  ) {
    totalCount
    pageInfo {
      ...Page
    }
    nodes {
      ...CommitmentCard
      plan {
        id
        code
        title(lang: $lang)
      }
      task {
        id
        code
        title(lang: $lang)
      }
    }
  }
}
    fragment CommitmentCard on Commitment {
  __typename
  id
  code
  kind
  title(lang: $lang)
  dueOn
  modality
  responsible {
    role
    unitCode
    unit {
      id
      name(lang: $lang)
    }
  }
  assessment {
    status
    light
    pace
    achieved
    gapPoints
    daysToDue
    daysLate
  }
}
fragment Page on PageInfo {
  startCursor
  endCursor
  hasPreviousPage
  hasNextPage
}`, {"id":"sha256:d50be1092c4ff7e782bf2668d99b1489fb10a014e4629e9d6cdfd6ea906a41de"}) as unknown as TypedDocumentString<CommitmentsPageQuery, CommitmentsPageQueryVariables>;
export const CorrectObservationDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation CorrectObservation($input: CorrectObservationInput!, $lang: Lang! = ZH) {
  correctObservation(input: $input) {
    __typename
    ...Done
    ...NotDone
    ... on CorrectObservationPayload {
      observation {
        ...Report
      }
    }
  }
}
    fragment Done on Written {
  revision
  saved
  repeated
  factCount
  changeCount
  changes {
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
  }
  plan {
    id
    code
    revision
  }
}
fragment NotDone on Failure {
  code
  message(lang: $lang)
  path
  refusals {
    code
    message(lang: $lang)
    path
    line
    column
  }
  ... on Conflict {
    expectedRevision
    currentRevision
  }
  ... on NotAllowed {
    roles
  }
}
fragment Report on Observation {
  id
  value
  effectiveOn
  recordedAt
  reviewState
  counts
  reporterCode
}`, {"id":"sha256:e2fa644fbb629cf0262af5460194105c3c122d33e5add63c097b329ede393ae0"}) as unknown as TypedDocumentString<CorrectObservationMutation, CorrectObservationMutationVariables>;
export const DecideExtensionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation DecideExtension($input: DecideExtensionInput!, $lang: Lang! = ZH) {
  decideExtension(input: $input) {
    __typename
    ...Done
    ...NotDone
    ... on DecideExtensionPayload {
      extension {
        ...ExtensionCard
      }
    }
  }
}
    fragment Done on Written {
  revision
  saved
  repeated
  factCount
  changeCount
  changes {
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
  }
  plan {
    id
    code
    revision
  }
}
fragment ExtensionCard on Extension {
  id
  state
  dueOn
  reason
  requestedOn
  requestedBy
  decidedOn
  decidedBy
  decisionReason
  commitment {
    __typename
    id
    code
    dueOn
    dueOriginally
  }
}
fragment NotDone on Failure {
  code
  message(lang: $lang)
  path
  refusals {
    code
    message(lang: $lang)
    path
    line
    column
  }
  ... on Conflict {
    expectedRevision
    currentRevision
  }
  ... on NotAllowed {
    roles
  }
}`, {"id":"sha256:38825b3562c0e97b438df636089824797859ad85c1c329f32997a108226ed62e"}) as unknown as TypedDocumentString<DecideExtensionMutation, DecideExtensionMutationVariables>;
export const FindingsPageDocument = /* @__PURE__ */ new TypedDocumentString(`
    query FindingsPage($code: String!, $severity: FindingSeverityFilter, $first: Int! = 50, $after: String, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $code, asOf: $asOf, knownAt: $knownAt) {
    id
    findings(severity: $severity, first: $first, after: $after) {
      totalCount
      pageInfo {
        ...Page
      }
      nodes {
        code
        severity
        message(lang: $lang)
        facts
      }
    }
  }
}
    fragment Page on PageInfo {
  startCursor
  endCursor
  hasPreviousPage
  hasNextPage
}`, {"id":"sha256:a97cca47644fe15231046d4d178719cfb485b6b9964e28e8c2f9d4d09ec4d001"}) as unknown as TypedDocumentString<FindingsPageQuery, FindingsPageQueryVariables>;
export const IndicatorSeriesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query IndicatorSeries($plan: String!, $code: String!, $interval: Interval! = MONTH, $reports: Int! = 100, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $plan, asOf: $asOf, knownAt: $knownAt) {
    id
    indicator(code: $code) {
      id
      code
      title(lang: $lang)
      target
      baseline
      unit {
        code
        label(lang: $lang)
      }
      series(interval: $interval) {
        on
        expected
        actual
        forecast
      }
      forecast {
        method
        valueAtDue
        metOn
        ratePerDay
        requiredPerDay
      }
      targetHistory {
        field
        value
        from
        reason
        isAmendment
      }
      observations(first: $reports) {
        totalCount
        nodes {
          id
          value
          effectiveOn
          recordedAt
          reviewState
          counts
          synthetic
          reporterCode
        }
      }
    }
  }
}
    `, {"id":"sha256:381fec4582c50b4552e60398db330ad1577af2027d7231a895040af9ec0011a0"}) as unknown as TypedDocumentString<IndicatorSeriesQuery, IndicatorSeriesQueryVariables>;
export const PlanChangedDocument = /* @__PURE__ */ new TypedDocumentString(`
    subscription PlanChanged($code: String!, $since: Int, $lang: Lang! = ZH) {
  planChanged(code: $code, since: $since) {
    revision
    what
    actor
    at
    reason
    factCount
    changeCount
    changes {
      code
      before {
        status
        light
        dueOn
      }
      after {
        status
        light
        dueOn
      }
      commitment {
        ...CommitmentCard
      }
    }
  }
}
    fragment CommitmentCard on Commitment {
  __typename
  id
  code
  kind
  title(lang: $lang)
  dueOn
  modality
  responsible {
    role
    unitCode
    unit {
      id
      name(lang: $lang)
    }
  }
  assessment {
    status
    light
    pace
    achieved
    gapPoints
    daysToDue
    daysLate
  }
}`, {"id":"sha256:00bec3416f6acaa97db260efa5bbd9620d40e933d9d9b92c976fb2ea2b4d0c32"}) as unknown as TypedDocumentString<PlanChangedSubscription, PlanChangedSubscriptionVariables>;
export const PlanHistoryDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PlanHistory($code: String!, $interval: Interval! = MONTH, $asOf: Date, $knownAt: DateTime) {
  plan(code: $code, asOf: $asOf, knownAt: $knownAt) {
    id
    history(interval: $interval) {
      on
      rollup {
        ...RollUp
      }
    }
  }
}
    fragment RollUp on RollUp {
  count
  achieved
  coverage
  light
  byLight {
    green
    blue
    yellow
    red
    grey
  }
  byStatus {
    pending
    dueSoon
    met
    metLate
    overdue
    unknown
    waived
  }
}`, {"id":"sha256:38c776396cc9101a17f2fe55e44b7e8cbbd57dbfab9fc5f0a5672d6d55157cfa"}) as unknown as TypedDocumentString<PlanHistoryQuery, PlanHistoryQueryVariables>;
export const PlanOnTwoDatesDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PlanOnTwoDates($code: String!, $earlier: Date!, $later: Date!, $lang: Lang! = ZH) {
  earlier: plan(code: $code, asOf: $earlier) {
    ...PlanOnDate
  }
  later: plan(code: $code, asOf: $later) {
    ...PlanOnDate
  }
}
    fragment InView on View {
  asOf
  isDefault
}
fragment PlanOnDate on Plan {
  id
  code
  timeProgress
  view {
    ...InView
  }
  rollup {
    ...RollUp
  }
  tasks {
    id
    code
    title(lang: $lang)
    rollup {
      ...RollUp
    }
  }
}
fragment RollUp on RollUp {
  count
  achieved
  coverage
  light
  byLight {
    green
    blue
    yellow
    red
    grey
  }
  byStatus {
    pending
    dueSoon
    met
    metLate
    overdue
    unknown
    waived
  }
}`, {"id":"sha256:46228f89596ca5135955481db79d0033af102a13de44d982e07c3a0e6955a372"}) as unknown as TypedDocumentString<PlanOnTwoDatesQuery, PlanOnTwoDatesQueryVariables>;
export const PlanOverviewDocument = /* @__PURE__ */ new TypedDocumentString(`
    query PlanOverview($code: String!, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $code, asOf: $asOf, knownAt: $knownAt) {
    id
    code
    title(lang: $lang)
    year
    timeZone
    synthetic
    revision
    timeProgress
    period {
      start
      end
    }
    district {
      code
      name(lang: $lang)
    }
    view {
      ...InView
    }
    rollup {
      ...RollUp
    }
    themes {
      id
      code
      title(lang: $lang)
      rollup {
        ...RollUp
      }
    }
    tasks {
      id
      code
      number
      title(lang: $lang)
      rollup {
        ...RollUp
      }
    }
    plates {
      id
      code
      name(lang: $lang)
      rollup {
        ...RollUp
      }
    }
  }
}
    fragment InView on View {
  asOf
  isDefault
}
fragment RollUp on RollUp {
  count
  achieved
  coverage
  light
  byLight {
    green
    blue
    yellow
    red
    grey
  }
  byStatus {
    pending
    dueSoon
    met
    metLate
    overdue
    unknown
    waived
  }
}`, {"id":"sha256:d8373451574119e27dfc56f10f9b46b65b83b748b6934c1324b25518f5dbb695"}) as unknown as TypedDocumentString<PlanOverviewQuery, PlanOverviewQueryVariables>;
export const PlansDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Plans($filter: PlanFilter, $orderBy: [PlanOrder!], $first: Int! = 50, $after: String, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plans(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    asOf: $asOf
    knownAt: $knownAt
  ) {
    totalCount
    pageInfo {
      ...Page
    }
    nodes {
      id
      code
      title(lang: $lang)
      year
      synthetic
      revision
      district {
        code
        name(lang: $lang)
      }
      rollup {
        ...RollUp
      }
    }
  }
}
    fragment Page on PageInfo {
  startCursor
  endCursor
  hasPreviousPage
  hasNextPage
}
fragment RollUp on RollUp {
  count
  achieved
  coverage
  light
  byLight {
    green
    blue
    yellow
    red
    grey
  }
  byStatus {
    pending
    dueSoon
    met
    metLate
    overdue
    unknown
    waived
  }
}`, {"id":"sha256:7630e23cf579a19cb970034c5be4eacc0814977789b2556dfaed08c4b43466bb"}) as unknown as TypedDocumentString<PlansQuery, PlansQueryVariables>;
export const ProjectDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Project($plan: String!, $code: String!, $commitments: Int! = 100, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $plan, asOf: $asOf, knownAt: $knownAt) {
    id
    project(code: $code) {
      ...ProjectCard
      task {
        id
        code
        title(lang: $lang)
      }
      units {
        id
        name(lang: $lang)
      }
      locators {
        ...Place
      }
      commitments(first: $commitments) {
        totalCount
        nodes {
          ...CommitmentCard
        }
      }
    }
  }
}
    fragment CommitmentCard on Commitment {
  __typename
  id
  code
  kind
  title(lang: $lang)
  dueOn
  modality
  responsible {
    role
    unitCode
    unit {
      id
      name(lang: $lang)
    }
  }
  assessment {
    status
    light
    pace
    achieved
    gapPoints
    daysToDue
    daysLate
  }
}
fragment Place on Locator {
  section
  paragraph
  start
  end
  quote
  document {
    id
    code
    title(lang: $lang)
  }
}
fragment ProjectCard on Project {
  id
  code
  name(lang: $lang)
  kind
  stage
  plate {
    id
    code
    name(lang: $lang)
  }
  investment {
    total
    thisYear
    done
    unit {
      code
      label(lang: $lang)
    }
  }
  rollup {
    count
    light
  }
}`, {"id":"sha256:badef79fed718a7aea3d83da7a675a6e8d2bdb4c440de40e8bf28629e3e5a28b"}) as unknown as TypedDocumentString<ProjectQuery, ProjectQueryVariables>;
export const ProjectsPageDocument = /* @__PURE__ */ new TypedDocumentString(`
    query ProjectsPage($code: String!, $filter: ProjectFilter, $orderBy: [ProjectOrder!], $first: Int! = 50, $after: String, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $code, asOf: $asOf, knownAt: $knownAt) {
    id
    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        ...Page
      }
      nodes {
        ...ProjectCard
      }
    }
  }
}
    fragment Page on PageInfo {
  startCursor
  endCursor
  hasPreviousPage
  hasNextPage
}
fragment ProjectCard on Project {
  id
  code
  name(lang: $lang)
  kind
  stage
  plate {
    id
    code
    name(lang: $lang)
  }
  investment {
    total
    thisYear
    done
    unit {
      code
      label(lang: $lang)
    }
  }
  rollup {
    count
    light
  }
}`, {"id":"sha256:7bb8c5e7c7ff6d1275c3b0b6e94cb0ca3165eb6f345cd5b890e2a4523e23bdf0"}) as unknown as TypedDocumentString<ProjectsPageQuery, ProjectsPageQueryVariables>;
export const RecordMilestoneDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RecordMilestone($input: RecordMilestoneInput!, $lang: Lang! = ZH) {
  recordMilestone(input: $input) {
    __typename
    ...Done
    ...NotDone
    ... on RecordMilestonePayload {
      milestone {
        ...CommitmentCard
      }
    }
  }
}
    fragment CommitmentCard on Commitment {
  __typename
  id
  code
  kind
  title(lang: $lang)
  dueOn
  modality
  responsible {
    role
    unitCode
    unit {
      id
      name(lang: $lang)
    }
  }
  assessment {
    status
    light
    pace
    achieved
    gapPoints
    daysToDue
    daysLate
  }
}
fragment Done on Written {
  revision
  saved
  repeated
  factCount
  changeCount
  changes {
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
  }
  plan {
    id
    code
    revision
  }
}
fragment NotDone on Failure {
  code
  message(lang: $lang)
  path
  refusals {
    code
    message(lang: $lang)
    path
    line
    column
  }
  ... on Conflict {
    expectedRevision
    currentRevision
  }
  ... on NotAllowed {
    roles
  }
}`, {"id":"sha256:1acf022c3a1f1d1105469fc92a9b9a95ab2a989806de29caa7d1d8db74a870fe"}) as unknown as TypedDocumentString<RecordMilestoneMutation, RecordMilestoneMutationVariables>;
export const RecordProjectStageDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RecordProjectStage($input: RecordProjectStageInput!, $lang: Lang! = ZH) {
  recordProjectStage(input: $input) {
    __typename
    ...Done
    ...NotDone
    ... on RecordProjectStagePayload {
      project {
        ...ProjectCard
      }
    }
  }
}
    fragment Done on Written {
  revision
  saved
  repeated
  factCount
  changeCount
  changes {
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
  }
  plan {
    id
    code
    revision
  }
}
fragment NotDone on Failure {
  code
  message(lang: $lang)
  path
  refusals {
    code
    message(lang: $lang)
    path
    line
    column
  }
  ... on Conflict {
    expectedRevision
    currentRevision
  }
  ... on NotAllowed {
    roles
  }
}
fragment ProjectCard on Project {
  id
  code
  name(lang: $lang)
  kind
  stage
  plate {
    id
    code
    name(lang: $lang)
  }
  investment {
    total
    thisYear
    done
    unit {
      code
      label(lang: $lang)
    }
  }
  rollup {
    count
    light
  }
}`, {"id":"sha256:9820a81ae10d65c437b6bc3256f70a0eb7cff57bb265cbd6df26a17e33352623"}) as unknown as TypedDocumentString<RecordProjectStageMutation, RecordProjectStageMutationVariables>;
export const ReportObservationsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ReportObservations($input: ReportObservationsInput!, $lang: Lang! = ZH) {
  reportObservations(input: $input) {
    __typename
    ...Done
    ...NotDone
    ... on ReportObservationsPayload {
      observations(first: 1000) {
        nodes {
          ...Report
        }
      }
    }
  }
}
    fragment Done on Written {
  revision
  saved
  repeated
  factCount
  changeCount
  changes {
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
  }
  plan {
    id
    code
    revision
  }
}
fragment NotDone on Failure {
  code
  message(lang: $lang)
  path
  refusals {
    code
    message(lang: $lang)
    path
    line
    column
  }
  ... on Conflict {
    expectedRevision
    currentRevision
  }
  ... on NotAllowed {
    roles
  }
}
fragment Report on Observation {
  id
  value
  effectiveOn
  recordedAt
  reviewState
  counts
  reporterCode
}`, {"id":"sha256:0a110b1af9ba50977a69b6b5c4131878cfcdb4ee256c189e2722564b03c2f1fb"}) as unknown as TypedDocumentString<ReportObservationsMutation, ReportObservationsMutationVariables>;
export const RequestExtensionDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation RequestExtension($input: RequestExtensionInput!, $lang: Lang! = ZH) {
  requestExtension(input: $input) {
    __typename
    ...Done
    ...NotDone
    ... on RequestExtensionPayload {
      extension {
        ...ExtensionCard
      }
    }
  }
}
    fragment Done on Written {
  revision
  saved
  repeated
  factCount
  changeCount
  changes {
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
  }
  plan {
    id
    code
    revision
  }
}
fragment ExtensionCard on Extension {
  id
  state
  dueOn
  reason
  requestedOn
  requestedBy
  decidedOn
  decidedBy
  decisionReason
  commitment {
    __typename
    id
    code
    dueOn
    dueOriginally
  }
}
fragment NotDone on Failure {
  code
  message(lang: $lang)
  path
  refusals {
    code
    message(lang: $lang)
    path
    line
    column
  }
  ... on Conflict {
    expectedRevision
    currentRevision
  }
  ... on NotAllowed {
    roles
  }
}`, {"id":"sha256:297b54d373215432be4b6153522a2a2e2e539b80701245ca4c6a722377815178"}) as unknown as TypedDocumentString<RequestExtensionMutation, RequestExtensionMutationVariables>;
export const ReviewObservationsDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation ReviewObservations($input: ReviewObservationsInput!, $lang: Lang! = ZH) {
  reviewObservations(input: $input) {
    __typename
    ...Done
    ...NotDone
    ... on ReviewObservationsPayload {
      observations(first: 1000) {
        nodes {
          ...Report
        }
      }
    }
  }
}
    fragment Done on Written {
  revision
  saved
  repeated
  factCount
  changeCount
  changes {
    code
    before {
      status
      light
      dueOn
    }
    after {
      status
      light
      dueOn
    }
  }
  plan {
    id
    code
    revision
  }
}
fragment NotDone on Failure {
  code
  message(lang: $lang)
  path
  refusals {
    code
    message(lang: $lang)
    path
    line
    column
  }
  ... on Conflict {
    expectedRevision
    currentRevision
  }
  ... on NotAllowed {
    roles
  }
}
fragment Report on Observation {
  id
  value
  effectiveOn
  recordedAt
  reviewState
  counts
  reporterCode
}`, {"id":"sha256:7ee33a69e717ca8c393286caf3548ee4eaa4a20070b1cd218dbaa624cf2032a3"}) as unknown as TypedDocumentString<ReviewObservationsMutation, ReviewObservationsMutationVariables>;
export const ScoresDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Scores($code: String!, $by: Dimension! = UNIT, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $code, asOf: $asOf, knownAt: $knownAt) {
    id
    scores(by: $by) {
      rank
      key
      label(lang: $lang)
      points
      commitments
      lines {
        code
        points
      }
    }
  }
}
    `, {"id":"sha256:009b7fbb4efcb81e82e11a54ce907bab297f20d12e43030ca0401d2fb728bcb7"}) as unknown as TypedDocumentString<ScoresQuery, ScoresQueryVariables>;
export const UnitsDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Units($code: String!, $first: Int! = 100, $after: String, $asOf: Date, $knownAt: DateTime, $lang: Lang! = ZH) {
  plan(code: $code, asOf: $asOf, knownAt: $knownAt) {
    id
    units(first: $first, after: $after) {
      totalCount
      pageInfo {
        ...Page
      }
      nodes {
        id
        code
        name(lang: $lang)
        parent {
          id
          code
        }
        rollup {
          ...RollUp
        }
      }
    }
  }
}
    fragment Page on PageInfo {
  startCursor
  endCursor
  hasPreviousPage
  hasNextPage
}
fragment RollUp on RollUp {
  count
  achieved
  coverage
  light
  byLight {
    green
    blue
    yellow
    red
    grey
  }
  byStatus {
    pending
    dueSoon
    met
    metLate
    overdue
    unknown
    waived
  }
}`, {"id":"sha256:0bfa1467ae0c7e63c6fa11229163ea912b54c12c284d09c559330916a705e881"}) as unknown as TypedDocumentString<UnitsQuery, UnitsQueryVariables>;
export const ViewerDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Viewer {
  viewer {
    subject
    mayRead
    roles
    units
  }
}
    `, {"id":"sha256:578af6bde263e1be21306fa2af04822bf442c20ecf615919fe6572e412f9973b"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const WhatIfDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WhatIf($code: String!, $observations: [AssumedObservation!], $milestones: [AssumedMilestone!], $stages: [AssumedStage!], $asOf: Date) {
  plan(code: $code, asOf: $asOf) {
    id
    rollup {
      ...RollUp
    }
    whatIf(observations: $observations, milestones: $milestones, stages: $stages) {
      id
      view {
        ...InView
        isHypothetical
      }
      rollup {
        ...RollUp
      }
    }
  }
}
    fragment InView on View {
  asOf
  isDefault
}
fragment RollUp on RollUp {
  count
  achieved
  coverage
  light
  byLight {
    green
    blue
    yellow
    red
    grey
  }
  byStatus {
    pending
    dueSoon
    met
    metLate
    overdue
    unknown
    waived
  }
}`, {"id":"sha256:30732ae92bf52495b139f1b76b2a6764abcb9917235050bb84058d13b821a3b9"}) as unknown as TypedDocumentString<WhatIfQuery, WhatIfQueryVariables>;
