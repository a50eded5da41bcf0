/** What the data commands of the command line have in common: they read files or standard input and print JSON. */

/** Reads a file by its name; `-` is standard input. */
export type ReadInput = (file: string) => Promise<string>;

/** `output` goes to standard output, `fault` to standard error. Exit code 0 is done, 2 is malformed input. */
export type DataCommandResult = { exitCode: number; output: string; fault: string };

export function printed(value: unknown): DataCommandResult {
  return { exitCode: 0, output: `${JSON.stringify(value, null, 2)}\n`, fault: "" };
}

export function malformed(reason: string): DataCommandResult {
  return { exitCode: 2, output: "", fault: `${reason}\n` };
}

/** The characters of an input, or the sentence that says why it cannot be read. */
export async function inputOf(
  readInput: ReadInput,
  file: string,
): Promise<{ characters: string } | { reason: string }> {
  try {
    return { characters: await readInput(file) };
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    return { reason: `Cannot read ${file === "-" ? "standard input" : file}: ${why}.` };
  }
}
