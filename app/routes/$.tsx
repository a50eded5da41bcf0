/** Every address that no other route has: the same answer as for a thing that is not the reader's to see (rule W2). */
import { notFoundResponse } from "~/page.ts";

export function loader() {
  throw notFoundResponse();
}

export function action() {
  throw notFoundResponse();
}

export default function NowherePage() {
  return null;
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
