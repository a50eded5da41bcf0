/** Signing out: a form's POST, on this device or on all. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { cookieHeader } from "~/session.ts";

export function loader() {
  return redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  await context.auth.signOut(form.get("everywhere") === "yes");
  return redirect("/sign-in", { status: 303, headers: cookieHeader(null) });
}
