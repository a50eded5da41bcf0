/** What a file that somebody brings may cost at most, on disk, in memory and in time. */

const mebibyte = 1024 * 1024;

export const packedBytesMax = 20 * mebibyte;
export const unpackedBytesMax = 50 * mebibyte;
export const entriesMax = 200;
/** Unpacked over packed; text in a Word file is packed about ten times smaller. */
export const ratioMax = 100;
export const readingMax_ms = 10_000;
export const workerMemoryMax_MiB = 256;

/** Elements within elements: real files stay under fifty. */
export const depthMax = 200;
export const paragraphsMax = 50_000;
export const cellsMax = 200_000;
export const cellCharactersMax = 100_000;
export const rowsMax = 10_000;
export const columnsMax = 100;

/** Files read at the same time, and how many may wait. */
export const atOnceMax = 2;
export const waitingMax = 10;
