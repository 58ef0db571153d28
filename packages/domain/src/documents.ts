export { checkLocators } from './document/check-locators.ts'
export type { LocatorFinding, LocatorFindingCode } from './document/locator-finding.ts'
export { textOfLocatorFinding } from './document/locator-finding.ts'
