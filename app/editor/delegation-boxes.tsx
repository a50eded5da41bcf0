/** Delegations to choose among, several at once. */
export type Delegation = { code: string; name: string };

type Props = {
  legend: string;
  delegations: Delegation[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
};

export function DelegationBoxes({ legend, delegations, chosen, onChange }: Props) {
  // A name that is none of the committee's came with the text: it stays unless somebody takes it away.
  const others = chosen.filter((code) => delegations.every((one) => one.code !== code));
  const all = [...delegations, ...others.map((code) => ({ code, name: code }))];
  return (
    <fieldset className="delegation-boxes">
      <legend>{legend}</legend>
      {all.map(({ code, name }) => (
        <label key={code} className="panel-box" title={name}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
          {code}
          {name !== code && <span className="editor-unseen">, {name}</span>}
        </label>
      ))}
    </fieldset>
  );
}
