/** The pages that take files. Everywhere else a form is short text; here it may carry a file, and the rows that were read from it. */

const uploadPaths = [
  /^\/candidates\/[a-z0-9-]{1,80}\/comments\/import(\.data)?$/,
  /^\/candidates\/[a-z0-9-]{1,80}\/definition\/import(\.data)?$/,
  /^\/committees\/[A-Za-z0-9-]{1,80}\/systems\/import(\.data)?$/,
];

/** A file of 20 MiB with what a form adds to it. */
export const uploadBytesMax = 21 * 1024 * 1024;
export const uploadType = "multipart/form-data";

export function takesFiles(target: string): boolean {
  const [path] = target.split("?");
  return uploadPaths.some((pattern) => pattern.test(path!));
}
