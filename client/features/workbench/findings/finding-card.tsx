import {
  CheckOutlined,
  CloseCircleFilled,
  InfoCircleFilled,
  QuestionCircleFilled,
  UndoOutlined,
  WarningFilled,
} from "@ant-design/icons";
import { Button, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FindingView } from "#shared/contract/staff-review";
import { mayOverride } from "#shared/domain/review/settle-finding";
import { classes } from "../../../lib/classes";
import { useSession } from "../../../lib/session";
import { createStore } from "../../../lib/store";
import { useSpoken } from "../../../lib/use-spoken";
import { overrideFor, reasonFor } from "../verdict/draft";
import { useWorkbench } from "../workbench-context";
import styles from "./findings.module.css";
import { WhyPopover } from "./why-popover";

const ReasonEditor = lazy(() =>
  import("../fields/reason-editor").then((module) => ({ default: module.ReasonEditor })),
);

const ICONS = {
  block: <CloseCircleFilled className={styles.block ?? ""} />,
  warn: <WarningFilled className={styles.warn ?? ""} />,
  info: <InfoCircleFilled className={styles.info ?? ""} />,
} as const;

/** The finding that was set aside just now. */
const justSetAside = createStore<FindingView | null>(null);

/** One thing the machine found, why, and what the reviewer makes of it: part of the message, or set aside. */
export function FindingCard({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("workbench");
  const { draft, editable } = useWorkbench();
  const spoken = useSpoken();
  const reason = reasonFor(draft, finding);
  const override = overrideFor(draft, finding);
  const open = finding.state === "VIOLATED";
  return (
    <article
      className={classes(
        styles.card,
        styles[finding.severity],
        !open && styles.unchecked,
        override && styles.aside,
      )}
      aria-label={`${finding.ruleId} ${spoken(finding.title)}`}
    >
      <div className={styles.line}>
        <span className={styles.icon} title={t(`finding.severity.${finding.severity}`)}>
          {open ? ICONS[finding.severity] : <QuestionCircleFilled className={styles.info ?? ""} />}
        </span>
        <p className={styles.message}>
          {spoken(finding.message)}
          {open && finding.check === "partly" ? <em>{t("finding.toConfirm")}</em> : null}
        </p>
        <WhyPopover finding={finding} />
        {editable && open ? <Answers finding={finding} /> : null}
      </div>
      {reason ? (
        <Suspense fallback={null}>
          <ReasonEditor reason={reason} />
        </Suspense>
      ) : null}
      {override ? <OverrideReason finding={finding} reason={override.reason} /> : null}
    </article>
  );
}

/** Why the finding does not stand. It takes the cursor when it appears because its button was pressed. */
function OverrideReason({ finding, reason }: { finding: FindingView; reason: string }) {
  const { t } = useTranslation("workbench");
  const { editable, changeDraft } = useWorkbench();
  const input = useRef<TextAreaRef>(null);
  useEffect(() => {
    if (justSetAside.get() !== finding) return;
    justSetAside.set(null);
    input.current?.focus();
  }, [finding]);
  return (
    <Input.TextArea
      ref={input}
      className={styles.overrideReason ?? ""}
      autoSize={{ minRows: 1, maxRows: 4 }}
      maxLength={1000}
      disabled={!editable}
      status={reason.trim() === "" ? "warning" : ""}
      value={reason}
      aria-label={t("finding.overrideReasonOf", { rule: finding.ruleId })}
      placeholder={t("finding.overrideReason")}
      onChange={(event) => changeDraft({ type: "OVERRIDE", finding, reason: event.target.value })}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
    />
  );
}

function Answers({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("workbench");
  const { roles } = useSession();
  const { draft, changeDraft } = useWorkbench();
  if (reasonFor(draft, finding) || overrideFor(draft, finding)) {
    return (
      <Button
        size="small"
        type="text"
        icon={<UndoOutlined />}
        onClick={() => changeDraft({ type: "REOPEN", finding })}
      >
        {t("finding.reopen")}
      </Button>
    );
  }
  const [text] = finding.texts;
  const allowed = mayOverride(finding.override, roles.includes("LEAD"));
  return (
    <span className={styles.answers}>
      <Button
        size="small"
        icon={<CheckOutlined />}
        onClick={() =>
          changeDraft({
            type: "ACCEPT",
            finding,
            text: text?.text.zh ?? finding.message.zh,
            templateCode: text?.templateCode ?? null,
          })
        }
      >
        {t("finding.accept")}
      </Button>
      <Button
        size="small"
        type="text"
        disabled={!allowed}
        title={allowed ? "" : t(`finding.locked.${finding.override === "NONE" ? "NONE" : "LEAD"}`)}
        onClick={() => {
          justSetAside.set(finding);
          changeDraft({ type: "OVERRIDE", finding, reason: "" });
        }}
      >
        {t("finding.override")}
      </Button>
    </span>
  );
}
