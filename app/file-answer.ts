/** Files and JSON that a route answers with; they are kept by nobody on the way. */

export function textFile(name: string, characters: string, type = "text/plain"): Response {
  return new Response(characters, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

export function jsonAnswer(value: unknown): Response {
  return Response.json(value, { headers: { "Cache-Control": "no-store" } });
}
