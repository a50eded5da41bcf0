/** The filtered interests as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { interestDownload } from "~/components/membership/interest-download.ts";

export const loader = (args: LoaderFunctionArgs) => interestDownload(args, "csv");
