import Database from 'better-sqlite3'

/** Rows of one statement on a SQLite file, on a connection of its own. */
export async function rowsOfFile(url: string, sql: string): Promise<unknown[]> {
  const driver = new Database(url.replace('file:', ''))
  const prepared = driver.prepare(sql)
  const rows = prepared.reader ? prepared.all() : []
  if (!prepared.reader) prepared.run()
  driver.close()
  return rows
}
