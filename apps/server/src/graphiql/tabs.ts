/** A worked query, as GraphiQL opens with it. Its comments say in Chinese and English what it asks. */
export interface Tab {
  readonly query: string
  /** JSON. */
  readonly variables?: string
}

export const tabs: readonly Tab[] = [{ query: '# 谁在问 Who asks\n{ viewer { mayRead } }\n' }]
