/** A copy of a running SQLite database in one file, made while others read and write. */
import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import Sqlite from "better-sqlite3";

/**
 * Copies the database by the engine's own online backup, checks the copy, and gives it its name only then: a file of
 * that name is a whole copy. Throws when the file exists already or the copy does not hold together.
 * @returns the size of the copy in bytes
 */
export async function backupSqlite(path: string, file: string): Promise<number> {
  if (existsSync(file)) throw new Error(`${file} exists already; a backup overwrites nothing.`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const source = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    await source.backup(part);
  } finally {
    source.close();
  }
  // The copy is one file: without the log beside it that the running database has.
  const copy = new Sqlite(part);
  let pages = 0;
  try {
    copy.pragma("journal_mode = DELETE");
    const [check] = copy.pragma("integrity_check") as { integrity_check: string }[];
    if (check?.integrity_check !== "ok") throw new Error(`The copy does not hold together: ${check?.integrity_check}`);
    pages =
      (copy.pragma("page_count", { simple: true }) as number) * (copy.pragma("page_size", { simple: true }) as number);
  } finally {
    copy.close();
  }
  chmodSync(part, 0o600);
  renameSync(part, file);
  return pages;
}
