import { useTranslation } from "react-i18next";
import { RULE_GROUPS, SEVERITIES } from "#shared/domain/rules/rule";
import { ColumnChoice } from "../../ui/column-choice";
import { DataTable } from "../../ui/data-table";
import { FilterSelect } from "../../ui/filter-select";
import { ListPlaceholder } from "../../ui/list-placeholder";
import styles from "../../ui/rule-change/rule-change.module.css";
import { SearchText } from "../../ui/rule-change/search-text";
import { SectionPage } from "../../ui/rule-change/section-page";
import { useRuleList } from "../../ui/rule-change/use-rule-list";
import { chooseRules } from "./choose-rules";
import { RULES_TABLE, useRuleColumns } from "./rule-columns";
import { RuleDrawer } from "./rule-drawer";
import { RULE_CHECKS, RULE_SORTS, RULE_STATES } from "./rules-search";
import { type RuleFilters, useRuleFilters } from "./use-rule-filters";

/** Every rule that the machine asks: what it is worth, how often it speaks and how often it is overruled. */
export function RulesPage() {
  const { t } = useTranslation("rules");
  const filters = useRuleFilters();
  const columns = useRuleColumns();
  const list = useRuleList();
  const { search, change } = filters;
  const all = list.data?.rules ?? [];
  const rows = chooseRules(all, search);
  return (
    <SectionPage
      title={t("common:nav.rules")}
      toolbar={
        <>
          <RuleFilterBar filters={filters} />
          <span className={styles.end}>
            <ColumnChoice table={RULES_TABLE} columns={columns} />
          </span>
        </>
      }
    >
      <div className={styles.list}>
        <DataTable
          id={RULES_TABLE}
          label={t("table")}
          columns={columns}
          rows={rows}
          rowKey={(rule) => rule.id}
          onOpen={(rule) => change({ rule: rule.id })}
          sort={{ by: search.sort ?? "id", dir: search.dir ?? "asc" }}
          onSort={({ by, dir }) => change({ sort: RULE_SORTS.find((sort) => sort === by), dir })}
          loading={list.isPending}
          placeholder={
            <ListPlaceholder
              error={list.error}
              retry={() => void list.refetch()}
              empty={t("empty")}
              clear={filters.filtered ? filters.clear : undefined}
            />
          }
          footer={t("shown", { shown: rows.length, count: all.length })}
        />
      </div>
      <RuleDrawer
        rule={all.find((rule) => rule.id === search.rule) ?? null}
        onClose={() => change({ rule: undefined })}
      />
    </SectionPage>
  );
}

function RuleFilterBar({ filters }: { filters: RuleFilters }) {
  const { t } = useTranslation("rules");
  const { search, change } = filters;
  return (
    <>
      <SearchText label={t("filter.text")} value={search.text} onChange={(text) => change({ text })} />
      <FilterSelect
        label={t("column.group")}
        values={search.groups}
        options={RULE_GROUPS.map((value) => ({ value, label: t(`group.${value}`) }))}
        onChange={(groups) => change({ groups })}
      />
      <FilterSelect
        label={t("column.check")}
        values={search.checks}
        options={RULE_CHECKS.map((value) => ({ value, label: t(`check.${value}`) }))}
        onChange={(checks) => change({ checks })}
      />
      <FilterSelect
        label={t("column.severity")}
        values={search.severities}
        options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
        onChange={(severities) => change({ severities })}
      />
      <FilterSelect
        label={t("column.state")}
        values={search.states}
        options={RULE_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(states) => change({ states })}
      />
    </>
  );
}
