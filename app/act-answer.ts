/** What a page knows of the last act that was tried on it. Apart from form.ts, which runs on the server only. */
import { useActionData, useNavigation } from "@remix-run/react";
import type { Refusal } from "../domain/refusal.ts";

export type ActAnswer = { refusal: Refusal; intent: string; values: Record<string, string> };

/** What the last try of this intent on this page was answered; undefined when it was not refused. */
export function useRefusal(intent: string, part?: string): ActAnswer | undefined {
  const last = useActionData() as ActAnswer | undefined;
  if (!last || !("refusal" in last) || last.intent !== intent) return undefined;
  return part === undefined || last.values.part === part ? last : undefined;
}

/** Whether a form of this intent is under way. */
export function useUnderWay(intent: string, part?: string): boolean {
  const { formData, state } = useNavigation();
  if (state === "idle" || formData?.get("intent") !== intent) return false;
  return part === undefined || formData.get("part") === part;
}
