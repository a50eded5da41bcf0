/** A server of live text in a process of its own, so that a test can end it without a warning: `child-server.ts DATABASE PORT`. */
import { createServer } from "node:http";
import { openMigrated } from "../../db/migrate.ts";
import { attachLiveText } from "../../server/coediting/live-text.ts";
import { createHost } from "./committee.ts";

const [path = "", port = "0"] = process.argv.slice(2);
const db = await openMigrated({ url: path });
const standing = { signedOut: new Set<string>(), readers: new Set<string>(), strangers: new Set<string>() };
const { host } = createHost(db, standing, (origin) => origin === `http://127.0.0.1:${port}`);
const server = createServer();
attachLiveText(server, { ...host, report: (what, fault) => console.error(what, fault) }, { updatesPerSnapshot: 40 });
server.listen(Number(port), "127.0.0.1", () => console.log("listening"));
