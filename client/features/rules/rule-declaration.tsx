import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RuleRow } from "#shared/contract/staff-rules";
import { FILING_TYPES } from "#shared/domain/filing/filing-type";
import { NATURES } from "#shared/domain/rules/natures";
import { trpc } from "../../lib/trpc";
import { useSpoken } from "../../lib/use-spoken";
import { FactList } from "../../ui/rule-change/fact-list";
import { percent } from "./rule-columns";
import styles from "./rules.module.css";

/** What the rule says of itself: when it applies, what it looks at, what it needs, what the customer reads. */
export function RuleDeclaration({ rule }: { rule: RuleRow }) {
  const { t } = useTranslation("rules");
  const { accepted, overridden, effectiveFrom, outcome } = rule;
  return (
    <FactList
      facts={[
        [t("column.group"), t(`group.${rule.group}`)],
        [t("declaration.severity"), t(`severity.${rule.declaredSeverity}`)],
        [t("column.check"), t(`checkLong.${rule.check}`)],
        [t("column.gate"), t(`gateLong.${rule.gate}`)],
        [t("column.override"), t(`overrideLong.${rule.override}`)],
        [
          t("declaration.outcome"),
          outcome === null ? t("declaration.advice") : t(`codes:outcome.${outcome}`),
        ],
        [t("declaration.applies"), <Applies key="applies" rule={rule} />],
        [t("declaration.fields"), <Places key="fields" paths={rule.fields} />],
        [t("declaration.needs"), rule.needs.length === 0 ? null : <Places key="needs" paths={rule.needs} />],
        [t("declaration.thresholds"), <Thresholds key="thresholds" of={rule.thresholds} />],
        [
          t("declaration.messageZh"),
          <span key="zh" lang="zh-CN">
            {rule.message.zh}
          </span>,
        ],
        [
          t("declaration.messageEn"),
          <span key="en" lang="en">
            {rule.message.en}
          </span>,
        ],
        [t("declaration.templates"), <Templates key="templates" codes={rule.templates} />],
        [t("column.source"), rule.source],
        [t("declaration.effectiveFrom"), effectiveFrom ?? t("declaration.always")],
        [
          t("declaration.figures"),
          t("figures", {
            hits: rule.hits,
            open: rule.openHits,
            accepted,
            overridden,
            rate: percent(rule.overrideRate),
          }),
        ],
      ]}
    />
  );
}

function Applies({ rule }: { rule: RuleRow }) {
  const { t } = useTranslation("rules");
  const { filingTypes, natures, serviceKinds, provinces } = rule.applies;
  const between = t("comma");
  const lines = [
    filingTypes.length === FILING_TYPES.length
      ? t("applies.everyType")
      : filingTypes.map((type) => t(`codes:filingType.${type}`)).join(between),
    natures
      ?.map((name) => (name === "UNIT" ? t("applies.unit") : t(`codes:nature.${NATURES[name]}`)))
      .join(between),
    serviceKinds?.map((kind) => t(`codes:serviceKind.${kind}`)).join(between),
  ];
  return (
    <>
      {lines.map((line) => (line === undefined ? null : <div key={line}>{line}</div>))}
      {provinces === undefined ? null : <ProvinceNames codes={provinces} />}
    </>
  );
}

/** Rules name provinces by their short ids; names come with the provinces themselves. */
function ProvinceNames({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation("rules");
  const spoken = useSpoken();
  const { data } = useQuery(trpc.provinces.list.queryOptions({}));
  const nameOf = (code: string) => {
    const name = data?.rows.find((row) => row.code === code)?.name;
    return name === undefined ? code : spoken(name);
  };
  return <div>{t("applies.only", { provinces: codes.map(nameOf).join(t("comma")) })}</div>;
}

/** Places of the order by their path, with the word for it where the pages have one. */
function Places({ paths }: { paths: readonly string[] }) {
  const { t, i18n } = useTranslation("codes");
  return (
    <ul className={styles.places}>
      {paths.map((path) => {
        const key = `field.${path.replaceAll("[]", "").replaceAll(".", "-")}`;
        return (
          <li key={path}>
            <code>{path}</code> {i18n.exists(`codes:${key}`) ? t(key) : null}
          </li>
        );
      })}
    </ul>
  );
}

function Thresholds({ of }: { of: RuleRow["thresholds"] }) {
  const { t } = useTranslation("rules");
  const entries = Object.entries(of);
  if (entries.length === 0) return t("common:none");
  return (
    <ul className={styles.places}>
      {entries.map(([name, value]) => (
        <li key={name}>
          <code>{name}</code> = {value}
        </li>
      ))}
    </ul>
  );
}

function Templates({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation("rules");
  if (codes.length === 0) return t("common:none");
  return (
    <span className={styles.links}>
      {codes.map((code) => (
        <Link key={code} to="/templates" search={{ template: code }}>
          {code}
        </Link>
      ))}
    </span>
  );
}
