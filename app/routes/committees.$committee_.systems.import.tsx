/** Brings a table of systems in: a file or pasted rows are read, each cell with a fault is shown, and then the good rows are taken. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { SystemRows } from "~/components/definition/system-rows.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { ActForm } from "~/ui/act-form.tsx";
import { Button, LinkButton } from "~/ui/button.tsx";
import { HiddenField, SelectField } from "~/ui/field.tsx";
import { PageHead, Section } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import "~/components/definition/terms.css";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Bring systems into the table of ${page?.committee.name ?? "a committee"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return loadPage(args, "systemsImportPage", { committee: args.params.committee! });
}

const quoted = (rows: string[][]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");

type Preview = { table: string } & Pick<Awaited<ReturnType<typeof loader>>, "rows" | "fault">;

/** The rows of the form as one table: of the file where there is one, else what was pasted. */
async function tableOf({ context }: ActionFunctionArgs, form: FormData): Promise<string | Refusal> {
  const file = form.get("file");
  if (!(file instanceof Blob) || file.size === 0) return String(form.get("pasted") ?? "");
  const read = await context.files.readTable(new Uint8Array(await file.arrayBuffer()));
  return "unread" in read ? refuse("malformed", "D3", read.unread, "file") : quoted(read.read);
}

export async function action(args: ActionFunctionArgs) {
  const committee = args.params.committee!;
  // Whoever may not see the page is answered before a file of theirs is opened.
  await loadPage(args, "systemsImportPage", { committee });
  const form = await args.request.clone().formData();
  if (form.get("step") !== "read")
    return performAct(args, ["import-systems"], {
      fields: { committee },
      then: () => `/committees/${committee}/systems`,
    });
  const table = await tableOf(args, form);
  if (typeof table !== "string")
    return data({ table: "", rows: null, fault: table } satisfies Preview, { status: 400 });
  const { rows, fault } = await loadPage(args, "systemsImportPage", { committee, table });
  return data({ table, rows, fault } satisfies Preview, { status: fault ? 400 : 200 });
}

export default function SystemsImportPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as Partial<Preview> | undefined;
  const { t } = useTranslation("term");
  const [file, pasted] = [useId(), useId()];
  const { committee } = page;
  const here = `/committees/${committee.code}`;
  const refusal = page.may["import-systems"];
  return (
    <>
      <PageHead
        trail={[
          { to: here, label: committee.code },
          { to: `${here}/systems`, label: t("systems.title") },
          { label: t("import.title") },
        ]}
        title={t("import.of", { committee: committee.name })}
        acts={
          <LinkButton to={`${here}/systems.csv`} reload>
            {t("systems.file")}
          </LinkButton>
        }
      />
      {refusal ? <Refused refusal={refusal} /> : null}
      {answer?.fault ? <Refused refusal={answer.fault} now /> : null}
      {answer?.rows && answer.table ? <SystemRows rows={answer.rows} table={answer.table} refusal={refusal} /> : null}
      {refusal ? null : (
        <div className="stack">
          <Section title={t("import.fromLibrary")}>
            <p className="note">{t("import.fromLibrarySentence")}</p>
            <ActForm intent="import-systems" part="library">
              <HiddenField name="table" value="" />
              <SelectField
                name="area"
                label={t("systems.area")}
                options={page.areas.map((area) => ({ value: area, label: area }))}
              />
              <Button>{t("import.take")}</Button>
            </ActForm>
          </Section>
          <Section title={t("import.fromFile")}>
            <p className="note">{t("import.columns")}</p>
            <Form method="post" encType="multipart/form-data" className="act-form">
              <div className="field">
                <label htmlFor={file}>{t("import.file")}</label>
                <input id={file} className="control" type="file" name="file" accept=".csv,text/csv,text/plain" />
              </div>
              <div className="field">
                <label htmlFor={pasted}>{t("import.pasted")}</label>
                <textarea id={pasted} className="control" name="pasted" rows={6} spellCheck={false} />
              </div>
              <Button name="step" value="read">
                {t("import.read")}
              </Button>
            </Form>
          </Section>
        </div>
      )}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
