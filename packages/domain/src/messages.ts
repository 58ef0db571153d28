export { labelOf } from './message/labels.ts'
export { message } from './message/message.ts'
export { celIssueMessage, quantityIssueMessage } from './rule/messages.ts'
