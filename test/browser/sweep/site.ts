/** The site as its build knows it: the patterns of all its pages, and to which of them an address belongs. */
import type { ServerBuild } from "@remix-run/node";

/** Some addresses answer with a file or only do something: they are no pages. */
export type Pattern = { path: string; matches: RegExp; isPage: boolean };

/** All patterns of the build's routes, the most exact first: `/candidates/new` before `/candidates/:candidate`. */
export function patternsOf(build: ServerBuild): Pattern[] {
  const { routes } = build;
  const pathOf = (id: string): string => {
    const route = routes[id]!;
    const above = route.parentId ? pathOf(route.parentId) : "";
    return route.path ? `${above.replace(/\/$/, "")}/${route.path}` : above || "/";
  };
  const byPath = new Map<string, boolean>();
  for (const id of Object.keys(routes)) {
    const draws = routes[id]!.module.default !== undefined;
    if (id !== "root") byPath.set(pathOf(id), draws || (byPath.get(pathOf(id)) ?? false));
  }
  return [...byPath]
    .map(([path, draws]) => ({
      path,
      matches: new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/:[a-z]+/g, "[^/]+")}$`),
      isPage: draws && !path.includes("*"),
    }))
    .sort((one, other) => parameters(one) - parameters(other) || Number(one.isPage) - Number(other.isPage));
}

const parameters = ({ path }: Pattern) => path.split(/[:*]/).length;

export const patternOf = (patterns: Pattern[], path: string): Pattern | undefined =>
  patterns.find(({ matches }) => matches.test(path));
