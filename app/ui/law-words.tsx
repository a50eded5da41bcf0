/** Words of a law with real exponents. */
import { Fragment } from "react";

const raised: Record<string, string> = {
  "⁰": "0",
  "¹": "1",
  "²": "2",
  "³": "3",
  "⁴": "4",
  "⁵": "5",
  "⁶": "6",
  "⁷": "7",
  "⁸": "8",
  "⁹": "9",
  "⁻": "−",
  "⁺": "+",
};

/** Raised figures of the text become real exponents, which read at the size of the line. */
export function LawWords({ text }: { text: string }) {
  const runs = text.split(/([⁰¹²³⁴-⁹⁻⁺]+)/);
  return (
    <>
      {runs.map((run, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text have no other name than their place.
          <sup key={index}>{[...run].map((figure) => raised[figure] ?? figure).join("")}</sup>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <Fragment key={index}>{run}</Fragment>
        ),
      )}
    </>
  );
}
