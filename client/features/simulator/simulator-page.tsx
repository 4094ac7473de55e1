import { ExperimentOutlined } from "@ant-design/icons";
import { Alert, Button, Result } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SimulatorCode } from "#shared/contract/staff-simulator";
import { useRefusal } from "../../lib/refusal";
import { PageLoading } from "../../ui/page-loading";
import { ApplicantPanel } from "./applicant-panel";
import { BehaviourPanel } from "./behaviour-panel";
import { ClockPanel } from "./clock-panel";
import { ForcePanel } from "./force-panel";
import { codeKey, OutboxPanel } from "./outbox-panel";
import { PhonePanel } from "./phone-panel";
import styles from "./simulator.module.css";
import { SubmissionsPanel } from "./submissions-panel";
import { useSimulatorCodes, useSimulatorStatus } from "./use-simulator";

export function SimulatorPage() {
  const { t } = useTranslation("simulator");
  const refusal = useRefusal();
  const status = useSimulatorStatus();
  if (status.isPending) return <PageLoading />;
  if (!status.data) {
    return (
      <Result
        status="warning"
        title={t("absent.title")}
        subTitle={refusal(status.error).message}
        extra={<Button onClick={() => void status.refetch()}>{t("common:action.retry")}</Button>}
      />
    );
  }
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t("common:nav.simulator")}</h1>
      <Alert
        type="warning"
        showIcon
        icon={<ExperimentOutlined />}
        title={t("banner.title")}
        description={t("banner.text")}
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <ClockPanel status={status.data} />
          <SubmissionsPanel status={status.data} />
          <BehaviourPanel status={status.data} />
        </div>
        <Messages />
        <div className={styles.column}>
          <ForcePanel status={status.data} />
          <ApplicantPanel />
        </div>
      </div>
    </div>
  );
}

function Messages() {
  const codes = useSimulatorCodes();
  const [picked, setPicked] = useState<SimulatorCode | null>(null);
  const rows = codes.data?.codes ?? [];
  const key = picked ? codeKey(picked) : null;
  const renewed = rows.find((code) => codeKey(code) === key);
  // A code that was accepted leaves the list; the phone keeps what it showed last.
  useEffect(() => {
    if (renewed) setPicked(renewed);
  }, [renewed]);
  return (
    <div className={styles.column}>
      <PhonePanel code={renewed ?? picked} />
      <OutboxPanel codes={rows} selected={key} onSelect={setPicked} />
    </div>
  );
}
