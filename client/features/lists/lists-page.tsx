import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { LIST_KEYS } from "#shared/domain/rules/lists";
import { type ListView, trpc } from "../../lib/trpc";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { ChoiceList } from "../../ui/rule-change/choice-list";
import styles from "../../ui/rule-change/rule-change.module.css";
import { SectionPage } from "../../ui/rule-change/section-page";
import { AuthCodes } from "./auth-codes";
import { Blacklist } from "./blacklist";
import { listEntries } from "./list-lines";
import { ListSheet } from "./list-sheet";
import { REGISTERS } from "./lists-search";

const route = getRouteApi("/lists");
const CHOICES = [...LIST_KEYS, ...REGISTERS];

/** Word and code lists that the rules read, the blacklist and the authorisation codes. */
export function ListsPage() {
  const { t } = useTranslation("lists");
  const { list = LIST_KEYS[0] } = route.useSearch();
  const navigate = route.useNavigate();
  const lists = useQuery(trpc.lists.list.queryOptions({}));
  const rows = lists.data?.rows ?? [];
  const row = rows.find((one) => one.list === list);
  return (
    <SectionPage title={t("section")} toolbar={<span className={styles.faint}>{t("intro")}</span>}>
      <div className={styles.split}>
        <ChoiceList
          label={t("section")}
          chosen={list}
          choices={CHOICES.map((key) => ({ key, text: t(`list.${key}`), end: countOf(rows, key) }))}
          onChoose={(key) =>
            void navigate({ search: { list: CHOICES.find((known) => known === key) }, replace: true })
          }
        />
        {list === "blacklist" ? <Blacklist /> : null}
        {list === "authCodes" ? <AuthCodes /> : null}
        {list === "blacklist" || list === "authCodes" ? null : (
          <div className={styles.pane}>
            {lists.isPending ? <Skeleton className={styles.sheet ?? ""} active /> : null}
            {lists.error ? (
              <ListPlaceholder error={lists.error} retry={() => void lists.refetch()} empty="" />
            ) : null}
            {row === undefined ? null : <ListSheet key={list} row={row} />}
          </div>
        )}
      </div>
    </SectionPage>
  );
}

function countOf(rows: readonly ListView[], key: string): string | null {
  const row = rows.find((one) => one.list === key);
  if (row === undefined) return null;
  return row.value === null ? "—" : String(listEntries(row.value).length);
}
