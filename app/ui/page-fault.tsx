/** The page for what cannot be shown: the same words for "unknown" and "not yours", and a plain one for a bug. */
import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";

export function PageFault() {
  const { t } = useTranslation("frame");
  const fault = useRouteError();
  const kind = isRouteErrorResponse(fault) && fault.status === 404 ? "notFound" : "bug";
  return (
    <div className="stack">
      <title>{`${t(`fault.${kind}.title`)} · Plenary`}</title>
      <h1>{t(`fault.${kind}.title`)}</h1>
      <p className="prose">{t(`fault.${kind}.sentence`)}</p>
      <p>
        <Link to="/">{t("fault.home")}</Link>
      </p>
    </div>
  );
}
