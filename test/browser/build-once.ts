/** Builds the pages before the browser suites, unless the build stands for these sources already. */
import { execFileSync } from "node:child_process";

export default function buildOnce(): void {
  execFileSync(process.execPath, ["server/ready.mjs", "--build"], { stdio: "inherit" });
}
