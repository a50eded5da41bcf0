/** A form that does one act of the page. It works without script; where the act is refused, the refusal stands in its place. */
import { Form } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";
import type { Refusal } from "../../domain/refusal.ts";
import { type ActAnswer, useRefusal, useUnderWay } from "../act-answer.ts";
import { Refused } from "./refused.tsx";

type FormState = { answer: ActAnswer | undefined; underWay: boolean };
const FormContext = createContext<FormState>({ answer: undefined, underWay: false });

/** What fields and buttons of the form know of its last try. */
export const useFormState = () => useContext(FormContext);

export type ActFormProps = {
  intent: string;
  /** The answer of `powers`: a refusal is shown instead of the form. */
  refusal?: Refusal | null;
  /** Tells several forms of one intent on a page apart. */
  part?: string;
  framed?: boolean;
  className?: string;
  children: ReactNode;
};

export function ActForm({ intent, refusal, part, framed = false, className = "", children }: ActFormProps) {
  const answer = useRefusal(intent, part);
  const underWay = useUnderWay(intent, part);
  if (refusal) return <Refused refusal={refusal} />;
  return (
    <FormContext.Provider value={{ answer, underWay }}>
      <Form method="post" className={`act-form ${framed ? "act-form-framed" : ""} ${className}`} preventScrollReset>
        <input type="hidden" name="intent" value={intent} />
        {part === undefined ? null : <input type="hidden" name="part" value={part} />}
        {answer ? <Refused refusal={answer.refusal} now /> : null}
        {children}
      </Form>
    </FormContext.Provider>
  );
}
