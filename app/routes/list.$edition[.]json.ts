/** An edition of the list as JSON. Public and permanent. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { editionDownload } from "~/components/list/edition-download.ts";

export const loader = (args: LoaderFunctionArgs) => editionDownload(args, "json");
