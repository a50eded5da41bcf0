/** The path of a candidate: a line of states with dates and who moved it, and the states still ahead. */
import { useTranslation } from "react-i18next";
import { When } from "~/ui/time.tsx";
import { type CandidateState, mainPath } from "../../../domain/candidate/candidate-life.ts";
import "./candidate.css";

export type PathStep = {
  to: CandidateState;
  act: string;
  at: number;
  personName: string | null;
  reason: string | null;
};

/** The states of the usual way that a candidate in this state has still before it. */
export function statesAhead(state: CandidateState): CandidateState[] {
  const at = (mainPath as readonly CandidateState[]).indexOf(state);
  return at === -1 ? [] : mainPath.slice(at + 1);
}

export function CandidatePath({ path, state }: { path: PathStep[]; state: CandidateState }) {
  const { t } = useTranslation("candidate");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a path longer than the page scrolls sideways and is reached by keyboard.
    <ol className="path" aria-label={t("page.path")} tabIndex={0}>
      {path.map((step, index) => (
        <li
          key={`${step.act}-${step.at}`}
          className={index === path.length - 1 ? "now" : "gone"}
          aria-current={index === path.length - 1 ? "step" : undefined}
        >
          <strong>{t(`frame:state.${step.to}`)}</strong>
          <When at={step.at} dateOnly />
          <br />
          {step.personName ?? t("page.clock")}
        </li>
      ))}
      {statesAhead(state).map((ahead) => (
        <li key={ahead}>{t(`frame:state.${ahead}`)}</li>
      ))}
    </ol>
  );
}
