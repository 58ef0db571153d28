/** A database that can be asked with SQL. */
export interface Asked {
  rows(sql: string): Promise<unknown[]>
}

/** All rows of segments, of what is measured, and of the steps of projects. */
export async function derivedRows(database: Asked) {
  return [
    await database.rows('select * from segment order by plan_id, commitment, from_day, lead'),
    await database.rows('select * from measured order by plan_id, commitment, from_day'),
    await database.rows('select * from project_step order by plan_id, project, from_day'),
  ] as const
}
