/** How firmly it is promised: MUST 确保, STRIVE 力争 / 争取, EFFORT 推进. */
export type Modality = 'MUST' | 'STRIVE' | 'EFFORT'
