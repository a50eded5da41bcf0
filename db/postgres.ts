/** PostgreSQL: serializable transactions, tried again when the engine asks for it. */
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { EngineConnection, MovableClock, Reader, Tx } from "./open.ts";
import { tables } from "./tables.ts";

const triesMax = 40;
const connectionsMax = 10;

const serializable = "BEGIN ISOLATION LEVEL SERIALIZABLE";
/**
 * Who appends to the log waits for its turn before the snapshot is taken, which locking a table does not take. Without it
 * all but one of those who write at once would find the next leaf taken, and run again. The table is a small one that only
 * acts write: sweeping it never takes long, and a lock on the leaves themselves would stand in the way of sweeping them.
 */
const waitForTurn = "LOCK TABLE number_series IN SHARE ROW EXCLUSIVE MODE";

/** Serialization failure and deadlock: the transaction did nothing and may be run again. */
const retried = new Set(["40001", "40P01"]);

/**
 * Live text is appended by its rooms, which stand in no line, and by acts. Who finds that number of the log taken has read
 * an older head; the engine says so by the key and not as a failure of serialization, and the work may be run again as well.
 */
const numbersTakenMeanwhile = new Set(["text_updates_definition_id_sequence_pk"]);

function mayRunAgain(fault: unknown): boolean {
  const code = engineCode(fault) ?? "";
  return retried.has(code) || (code === "23505" && numbersTakenMeanwhile.has(engineConstraint(fault) ?? ""));
}

function engineConstraint(fault: unknown): string | undefined {
  if (typeof fault !== "object" || fault === null) return undefined;
  if ("constraint" in fault && typeof fault.constraint === "string") return fault.constraint;
  return "cause" in fault ? engineConstraint(fault.cause) : undefined;
}

/** The engine's code of a fault, which drizzle keeps in the cause. */
export function engineCode(fault: unknown): string | undefined {
  if (typeof fault !== "object" || fault === null) return undefined;
  if ("code" in fault && typeof fault.code === "string") return fault.code;
  return "cause" in fault ? engineCode(fault.cause) : undefined;
}

export async function openPostgres(url: string, clock: MovableClock): Promise<EngineConnection> {
  const t = tables("postgres");
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax });
  // An idle connection that the server ends is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);

  async function inTransaction<T>(
    begin: string,
    work: (tx: Tx) => Promise<T>,
    keep: (result: T) => boolean,
  ): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const { rows } = await client.query("select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now");
      const handle = drizzle(client);
      const tx = {
        select: handle.select.bind(handle),
        selectDistinct: handle.selectDistinct.bind(handle),
        insert: handle.insert.bind(handle),
        update: handle.update.bind(handle),
        delete: handle.delete.bind(handle),
        t,
        engine: "postgres",
        connection: client,
        now: Number(rows[0].now) + clock.offset_ms,
      } as unknown as Tx;
      const result = await work(tx);
      await client.query(keep(result) ? "COMMIT" : "ROLLBACK");
      return result;
    } catch (fault) {
      await client.query("ROLLBACK").catch((worse: Error) => {
        broken = worse;
      });
      throw fault;
    } finally {
      client.release(broken);
    }
  }

  return {
    engine: "postgres",
    t,
    withReader: <T>(work: (tx: Reader) => Promise<T>) =>
      inTransaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work, () => true),
    async withWriter(work, keep, inLine) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await inTransaction(inLine ? `${serializable}; ${waitForTurn}` : serializable, work, keep);
        } catch (fault) {
          if (tries >= triesMax || !mayRunAgain(fault)) throw fault;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * Math.min(tries, 10)));
        }
      }
    },
    async raw(statement) {
      return (await pool.query(statement)).rows;
    },
    close: () => pool.end(),
  };
}
