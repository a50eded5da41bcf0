/** What the environment decides. Everything has a default under which a fresh clone runs. */
import { resolve } from "node:path";

export type Configuration = {
  port: number;
  host: string;
  /** The address people use, where a proxy stands before the server. */
  origin: string | undefined;
  databaseUrl: string;
  /** What is kept apart from the database: the key of the log and its last signed head. */
  dataFolder: string;
  /** The log's key; without it the data folder has one. */
  logKey: string | undefined;
  /** The demo regime: seeded into an empty database, its sign-ins shown on the sign-in page. Not where NODE_ENV is production, unless asked for. */
  demo: boolean;
  dev: boolean;
  logLevel: string;
};

/** Reads the environment; throws a sentence when a value does not read. */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const port = Number(environment.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a number from 0 to 65535; it is "${environment.PORT}".`);
  const origin = environment.PLENARY_ORIGIN;
  if (origin !== undefined && !/^https?:\/\/[^/]+$/.test(origin))
    throw new Error(`PLENARY_ORIGIN must look like https://plenary.example.org; it is "${origin}".`);
  const folder = resolve(environment.PLENARY_DATA ?? "data");
  return {
    port,
    // Behind a proxy the server may listen elsewhere; without one only this machine reaches it.
    host: environment.HOST ?? "127.0.0.1",
    origin,
    dataFolder: folder,
    logKey: environment.PLENARY_LOG_KEY,
    databaseUrl: environment.DATABASE_URL ?? resolve(folder, "plenary.sqlite"),
    demo:
      environment.PLENARY_DEMO === undefined
        ? environment.NODE_ENV !== "production"
        : environment.PLENARY_DEMO === "yes",
    dev: environment.PLENARY_DEV === "yes",
    logLevel: environment.LOG_LEVEL ?? "warn",
  };
}
