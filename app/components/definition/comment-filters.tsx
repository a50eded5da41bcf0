/** The filters of the comment table; they stand in the address. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { ChecksField, SelectField } from "~/ui/field.tsx";
import { commentStates, commentsOnly, commentTypes } from "../../../domain/definition/comment.ts";
import type { CommentsPageData } from "./definition-types.ts";
import "./comments.css";

export function CommentFilters({ page }: { page: CommentsPageData }) {
  const { t } = useTranslation("definition");
  const all = { value: "", label: t("comments.all") };
  const { chosen, counts } = page;
  return (
    <Form method="get" className="filters comment-filters">
      <SelectField
        name="state"
        label={t("comments.state")}
        defaultValue={chosen.states[0] ?? ""}
        options={[
          all,
          ...commentStates.map((state) => ({
            value: state,
            label: `${t(`comment.states.${state}`)} (${counts[state]})`,
          })),
        ]}
      />
      <SelectField
        name="type"
        label={t("comments.type")}
        defaultValue={chosen.type ?? ""}
        options={[all, ...commentTypes.map((type) => ({ value: type, label: t(`comment.types.${type}`) }))]}
      />
      <SelectField
        name="member"
        label={t("comments.member")}
        defaultValue={chosen.member ?? ""}
        options={[all, ...page.members.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <SelectField
        name="clause"
        label={t("comments.clause")}
        defaultValue={chosen.clause ?? ""}
        options={[
          all,
          ...page.clauses.map(({ nid, clause, words }) => ({
            value: nid,
            label: `${clause.label || t(`clause.kind.${clause.kind ?? "text"}`)} ${words.slice(0, 40)}`,
          })),
        ]}
      />
      <ChecksField
        name="only"
        label={t("comments.only")}
        inline
        defaultValues={chosen.only}
        options={commentsOnly.map((only) => ({ value: only, label: t(`comments.onlyWords.${only}`) }))}
      />
      <Button>{t("comments.filter")}</Button>
    </Form>
  );
}
