/** The adopted list: its newest edition. Public. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import "~/components/list/list.css";
import { EditionPage } from "~/components/list/edition-page.tsx";
import { loadPage } from "~/page.ts";

export const meta: MetaFunction = () => [{ title: "List of emerging and foundational technologies · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  const before = new URL(args.request.url).searchParams.get("before");
  return { page: await loadPage(args, "listPage", { before }) };
}

export default function ListPage() {
  const { page } = useLoaderData<typeof loader>();
  return <EditionPage page={page} />;
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
