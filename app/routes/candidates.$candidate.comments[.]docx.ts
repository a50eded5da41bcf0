/** The filtered comments as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { commentDownload } from "~/components/definition/comment-download.ts";

export const loader = (args: LoaderFunctionArgs) => commentDownload(args, "docx");
