/** Remembers for the reader that the text of a ballot was looked at. Only a form or the page's script asks; opening it does not. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isRefusal } from "../../domain/refusal.ts";
import { notFoundResponse } from "../page.ts";

const pageOf = (ballot: string | undefined) => `/ballots/${encodeURIComponent(ballot ?? "")}`;

export const loader = ({ params }: LoaderFunctionArgs) => redirect(pageOf(params.ballot));

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const outcome = await context.rememberLook(params.ballot ?? "");
  if (isRefusal(outcome)) return notFoundResponse();
  if (form.get("by") === "script") return new Response(null, { status: 204 });
  return redirect(`${pageOf(params.ballot)}#text-of-ballot`, { status: 303 });
}
