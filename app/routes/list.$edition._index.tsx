/** One edition of the adopted list, at its permanent address. Public. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import "~/components/list/list.css";
import { EditionPage } from "~/components/list/edition-page.tsx";
import { loadPage } from "~/page.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `List, edition ${data?.page.edition?.number ?? ""} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  const before = new URL(args.request.url).searchParams.get("before");
  return { page: await loadPage(args, "listPage", { edition: args.params.edition!, before }) };
}

export default function ListPage() {
  const { page } = useLoaderData<typeof loader>();
  return <EditionPage page={page} />;
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
