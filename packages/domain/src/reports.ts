export { remindersOf } from './report/reminders.ts'
export { reportsDue } from './report/timeliness.ts'
