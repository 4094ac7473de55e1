import { useTranslation } from "react-i18next";
import { SUBMISSION_STATES } from "#shared/contract/bureau-v1";
import type { SimulatorStatus } from "#shared/contract/staff-simulator";
import { Panel } from "./panel";
import styles from "./simulator.module.css";

/** How many submissions the simulated bureau has in each state. */
export function SubmissionsPanel({ status }: { status: SimulatorStatus }) {
  const { t } = useTranslation("simulator");
  const rows = SUBMISSION_STATES.flatMap((state) => {
    const count = status.submissions[state] ?? 0;
    return count === 0 ? [] : [{ state, count }];
  });
  return (
    <Panel title={t("submissions.title")} help={t("submissions.filed", { count: status.filedEntities })}>
      {rows.length === 0 ? <p className={styles.help}>{t("submissions.none")}</p> : null}
      <dl className={styles.states}>
        {rows.map(({ state, count }) => (
          <div key={state}>
            <dt>{t(`state.${state}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
