import { fileURLToPath } from 'node:url'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import type { Dialect } from '../contract/storage.ts'
import { failure } from '../failure.ts'

/** The migrations of a dialect, oldest first. */
export function migrationsOf(dialect: Dialect): readonly MigrationMeta[] {
  const folder = fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url))
  return readMigrationFiles({ migrationsFolder: folder })
}

/** Those still to be applied after the last one that was, by its instant; a later one is a NEWER_VERSION. */
export function pendingMigrations(
  all: readonly MigrationMeta[],
  lastApplied: number | null,
): readonly MigrationMeta[] {
  if (lastApplied === null) return all
  const newest = all.at(-1)?.folderMillis ?? 0
  if (lastApplied > newest) {
    throw failure('NEWER_VERSION')
  }
  return all.filter((migration) => migration.folderMillis > lastApplied)
}
