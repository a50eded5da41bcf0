/** The open clocks that the reader may see, as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarDownload } from "~/components/desk/calendar-download.ts";

export const loader = (args: LoaderFunctionArgs) => calendarDownload(args, "ics");
