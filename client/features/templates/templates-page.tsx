import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Checkbox } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateRow } from "#shared/contract/staff-templates";
import { VERDICT_OUTCOMES } from "#shared/domain/review/verdict";
import { trpc } from "../../lib/trpc";
import { ColumnChoice } from "../../ui/column-choice";
import { DataTable } from "../../ui/data-table";
import { FilterSelect } from "../../ui/filter-select";
import { ListPlaceholder } from "../../ui/list-placeholder";
import styles from "../../ui/rule-change/rule-change.module.css";
import { SearchText } from "../../ui/rule-change/search-text";
import { SectionPage } from "../../ui/rule-change/section-page";
import { TEMPLATES_TABLE, useTemplateColumns } from "./template-columns";
import { TemplateDrawer } from "./template-drawer";
import type { TemplatesSearch } from "./templates-search";

const route = getRouteApi("/templates");

/** The sentences that customers read: a lead writes a new version, a second person releases it. */
export function TemplatesPage() {
  const { t } = useTranslation("templates");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (patch: Partial<TemplatesSearch>) =>
      void navigate({ search: (old) => ({ ...old, ...patch }), replace: true }),
    [navigate],
  );
  const columns = useTemplateColumns();
  const templates = useQuery(trpc.templates.list.queryOptions({}));
  const all = templates.data?.rows ?? [];
  const rows = all.filter((row) => suits(row, search));
  const filtered = [search.text, search.outcomes, search.drafts].some((one) => one !== undefined);
  const clear = () => change({ text: undefined, outcomes: undefined, drafts: undefined });
  return (
    <SectionPage
      title={t("section")}
      toolbar={
        <>
          <SearchText label={t("filter.text")} value={search.text} onChange={(text) => change({ text })} />
          <FilterSelect
            label={t("column.outcome")}
            values={search.outcomes}
            options={VERDICT_OUTCOMES.filter((value) => value !== "APPROVE").map((value) => ({
              value,
              label: t(`codes:outcome.${value}`),
            }))}
            onChange={(outcomes) => change({ outcomes })}
          />
          <Checkbox
            checked={search.drafts === true}
            onChange={(event) => change({ drafts: event.target.checked ? true : undefined })}
          >
            {t("filter.drafts", { count: all.filter(({ draft }) => draft !== null).length })}
          </Checkbox>
          <span className={styles.end}>
            <ColumnChoice table={TEMPLATES_TABLE} columns={columns} />
          </span>
        </>
      }
    >
      <div className={styles.list}>
        <DataTable
          id={TEMPLATES_TABLE}
          label={t("section")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.code}
          onOpen={(row) => change({ template: row.code })}
          loading={templates.isPending}
          placeholder={
            <ListPlaceholder
              error={templates.error}
              retry={() => void templates.refetch()}
              empty={t("empty")}
              clear={filtered ? clear : undefined}
            />
          }
          footer={t("shown", { shown: rows.length, count: all.length })}
        />
      </div>
      <TemplateDrawer
        template={all.find((row) => row.code === search.template) ?? null}
        onClose={() => change({ template: undefined })}
      />
    </SectionPage>
  );
}

function suits({ code, title, body, outcome, rules, draft }: TemplateRow, search: TemplatesSearch): boolean {
  const wanted = search.text?.trim().toLowerCase() ?? "";
  const words = [code, title.zh, title.en, body.zh, body.en, ...rules].join("\n").toLowerCase();
  return (
    (search.outcomes === undefined || (outcome !== null && search.outcomes.includes(outcome))) &&
    (search.drafts === undefined || draft !== null) &&
    words.includes(wanted)
  );
}
