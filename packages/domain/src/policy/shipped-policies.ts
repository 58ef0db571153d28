import type { Policy } from './policy.ts'
import { YINCHUAN_2025 } from './yinchuan-2025.ts'

/** Code of the policy that lights a plan which names none. */
export const DEFAULT_POLICY_CODE = 'yinchuan-2025'

/** The policies that every plan has beside its own. */
export const SHIPPED_POLICIES: readonly Policy[] = [YINCHUAN_2025]
