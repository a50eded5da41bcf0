/** Buttons are verbs with their object. While its act is under way a button keeps its width and says so. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormState } from "./act-form.tsx";

export type ButtonTone = "primary" | "plain" | "withdraw" | "quiet";

type ButtonProps = {
  tone?: ButtonTone;
  name?: string;
  value?: string;
  type?: "submit" | "button";
  onClick?: () => void;
  children: ReactNode;
};

export function Button({ tone = "plain", name, value, type = "submit", onClick, children }: ButtonProps) {
  const { underWay } = useFormState();
  return (
    <button
      className={`button button-${tone}`}
      type={type}
      name={name}
      value={value}
      onClick={onClick}
      aria-disabled={underWay ? true : undefined}
    >
      {children}
    </button>
  );
}

export function LinkButton({
  to,
  tone = "plain",
  reload = false,
  children,
}: {
  to: string;
  tone?: ButtonTone;
  reload?: boolean;
  children: ReactNode;
}) {
  return (
    <Link className={`button button-${tone}`} to={to} reloadDocument={reload}>
      {children}
    </Link>
  );
}
