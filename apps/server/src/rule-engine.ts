import { createRuleEngine } from '@duban/domain/rules'

/** The one rule engine of a process: what it has compiled it does not compile again. */
export const ruleEngine = createRuleEngine()
