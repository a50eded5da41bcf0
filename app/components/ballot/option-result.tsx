/** What the positions give on the options: approvals against half, or the order of a ranked ballot. Rules B24 to B28. */
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import type { BallotData, BallotResult } from "./ballot-data.ts";
import { RankedRounds } from "./ranked-rounds.tsx";
import { StrongestPaths } from "./strongest-paths.tsx";

export function OptionResult({ page, result }: { page: BallotData; result: BallotResult }) {
  const { t } = useTranslation("ballot");
  const { options, type } = page.ballot;
  if (options === null) return null;
  const { E, A, S } = result.counts;
  const note = t("options.note", { taken: E - S - A, A, S });
  return (
    <Section title={t("options.title")} note={note} id="options">
      {result.type.approvals ? <Approvals options={options} result={result} /> : <Order result={result} type={type} />}
      <Picture page={page} result={result} options={options} />
    </Section>
  );
}

/** How a ranked ballot came to its order: the rounds of a run-off, or the strongest paths (rules B25 to B28). */
function Picture({ page, result, options }: { page: BallotData; result: BallotResult; options: readonly string[] }) {
  const account = { ...result.type, outcome: result.outcome, counts: result.counts };
  if (result.type.rounds && result.type.rounds.length > 0)
    return <RankedRounds account={account} options={options} tieOrder={page.ballot.tieOrder ?? options} labels={{}} />;
  if (result.type.pairwise) return <StrongestPaths account={account} options={options} labels={{}} />;
  return null;
}

/** One bar an option, against more than half of the seats that approve any; the number says the same. */
function Approvals({ options, result }: { options: readonly string[]; result: BallotResult }) {
  const { t } = useTranslation("ballot");
  const { approvals = {}, voters, adoptedOptions = [] } = result.type;
  const advisory = result.outcome === "advisory";
  const scale = Math.max(1, voters ?? 0, ...Object.values(approvals));
  return (
    <>
      <ul className="approvals">
        {options.map((option) => {
          const count = approvals[option] ?? 0;
          const isAdopted = adoptedOptions.includes(option);
          return (
            <li key={option} className={isAdopted ? "approval approval-adopted" : "approval"}>
              <span className="condition-sign">
                {advisory ? null : (
                  <Icon
                    name={isAdopted ? "tick" : "none"}
                    label={t(isAdopted ? "options.adopted" : "options.notAdopted")}
                  />
                )}
              </span>
              <span>{option}</span>
              <svg className="approval-bar" width="100%" height="16" aria-hidden="true">
                <rect className="bar-ground" y="4" width="100%" height="9" />
                <rect className="bar-fill" y="4" width={`${(100 * count) / scale}%`} height="9" />
                {voters ? (
                  <rect className="bar-tick" x={`${(50 * voters) / scale}%`} y="1" width="2" height="15" />
                ) : null}
              </svg>
              <b className="condition-number">{t("options.approvals", { count })}</b>
            </li>
          );
        })}
      </ul>
      {advisory ? <p className="note">{t("options.sets")}</p> : null}
      {voters === undefined ? null : (
        <p className="note">
          {t("options.half", { voters, half: voters / 2 })} <Rule id="B24" />
        </p>
      )}
    </>
  );
}

/** The order as a list; options of one place stand together. */
function Order({ result, type }: { result: BallotResult; type: BallotData["ballot"]["type"] }) {
  const { t } = useTranslation("ballot");
  const { order, winner } = result.type;
  if (!order) return <p>{t(result.outcome === "void" ? "options.noOrderVoid" : "options.noOrder")}</p>;
  return (
    <>
      <ol className="option-order">
        {order.map((place) => {
          const name = typeof place === "string" ? place : place.join(" = ");
          return (
            <li key={name}>
              {name} {name === winner ? <strong>({t("options.winner")})</strong> : null}
            </li>
          );
        })}
      </ol>
      <p className="note">
        {t(`options.order.${type}`, { defaultValue: "" })} <Rule id={type === "ranked-irv" ? "B25" : "B28"} />
      </p>
    </>
  );
}
