/** Where the live text of a definition is reached: one room per definition, at `/live/<definition id>`. */

export const liveFolder = "/live";

const definitionIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** The path of the websocket of one definition. */
export function livePath(definitionId: string): string {
  return `${liveFolder}/${definitionId}`;
}

/**
 * The definition that a request's target names, or null. The target is what stands in the request line, so a query may
 * follow; anything else than exactly `/live/<id>` names nothing.
 */
export function definitionIdOfPath(target: string): string | null {
  const path = target.split("?", 1)[0] ?? "";
  if (!path.startsWith(`${liveFolder}/`)) return null;
  const id = path.slice(liveFolder.length + 1);
  return definitionIdPattern.test(id) ? id : null;
}
