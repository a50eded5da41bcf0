/** A definition as a file: `?as=docx`, and `&with=2` for the changes from version 2. The version `head` is the text as it stands. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { definitionDownload } from "~/components/definition/definition-download.ts";

export const loader = (args: LoaderFunctionArgs) => definitionDownload(args);
