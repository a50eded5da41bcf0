/** The id of a rule, linked to its words. */
import { Link } from "@remix-run/react";

export function Rule({ id }: { id: string }) {
  return (
    <Link className="rule" to={`/rules#${id}`}>
      {id}
    </Link>
  );
}
