import { CheckOutlined, CloseOutlined, EditOutlined, EyeOutlined } from "@ant-design/icons";
import { App, Button, Input, Tooltip } from "antd";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandType } from "#shared/domain/order/command";
import type { VERDICT_OUTCOMES, VerdictOutcome } from "#shared/domain/review/verdict";
import { useShortcut } from "../../../lib/shortcuts";
import { KeyCap } from "../../../ui/key-cap";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { EMPTY_DRAFT } from "./draft";
import { gapOf } from "./draft-gap";
import { MarkedFields } from "./marked-fields";
import { MessagePreview } from "./message-preview";
import { Suggestion } from "./suggestion";
import type { SaveState } from "./use-draft";
import { useRecordVerdict } from "./use-record-verdict";

const COMMANDS = {
  APPROVE: "approve",
  REVISE: "requestRevision",
  REJECT: "reject",
} as const satisfies Record<VerdictOutcome, CommandType>;
const KEYS = { APPROVE: "a", REVISE: "e", REJECT: "j" } as const;
const ICONS = { APPROVE: <CheckOutlined />, REVISE: <EditOutlined />, REJECT: <CloseOutlined /> };
const ORDER = ["APPROVE", "REVISE", "REJECT"] as const satisfies readonly (typeof VERDICT_OUTCOMES)[number][];

interface Props {
  saveState: SaveState;
  onDecided: () => void;
}

/** The verdict: its outcome, what the customer and the colleagues read, and the button that sends it. */
export function VerdictBar({ saveState, onDecided }: Props) {
  const { t } = useTranslation("workbench");
  const { editable } = useWorkbench();
  if (!editable) return null;
  return (
    <section className={styles.bar} aria-label={t("pane.verdict")}>
      <OpenBar saveState={saveState} onDecided={onDecided} />
    </section>
  );
}

function OpenBar({ saveState, onDecided }: Props) {
  const { t } = useTranslation("workbench");
  const { message } = App.useApp();
  const { order, draft, changeDraft, lead } = useWorkbench();
  const [previewing, setPreviewing] = useState(false);
  const submit = useRef<HTMLButtonElement>(null);
  const { record, recording } = useRecordVerdict(onDecided);
  const { outcome } = draft;
  const allowed = outcome !== null && order.allowedCommands.includes(COMMANDS[outcome]);
  const gap = gapOf(draft, order.findings, lead);
  const hindrance = gap === null ? (allowed ? null : t("verdict.notAllowed")) : t(`gap.${gap}`);
  const ready = hindrance === null;
  const send = useCallback(() => {
    if (hindrance === null) record();
    else message.warning(hindrance);
  }, [hindrance, record, message]);
  const choose = useCallback(
    (next: VerdictOutcome) => {
      changeDraft({ type: "OUTCOME", outcome: next });
      requestAnimationFrame(() => submit.current?.focus());
    },
    [changeDraft],
  );
  useShortcut({ keys: "ctrl+enter", label: "workbench:keys.send", group: "verdict" }, send, ready);
  useShortcut(
    { keys: "p", label: "workbench:keys.preview", group: "verdict" },
    useCallback(() => setPreviewing(true), []),
  );
  return (
    <>
      <fieldset className={styles.outcomes}>
        <legend className="visually-hidden">{t("verdict.outcome")}</legend>
        {ORDER.map((name) => (
          <OutcomeButton key={name} name={name} chosen={outcome === name} onChoose={choose} />
        ))}
      </fieldset>
      <div className={styles.texts}>
        <Suggestion />
        <MarkedFields />
        {outcome === null ? null : <VerdictTexts onSend={send} />}
      </div>
      <div className={styles.send}>
        {saveState === "SAVED" && draft === EMPTY_DRAFT ? null : <SaveNote state={saveState} />}
        <Button icon={<EyeOutlined />} onClick={() => setPreviewing(true)}>
          {t("verdict.preview")}
        </Button>
        <Tooltip title={hindrance ?? ""}>
          <Button
            ref={submit}
            type="primary"
            size="medium"
            disabled={outcome === null}
            loading={recording}
            aria-disabled={!ready}
            onClick={send}
          >
            {outcome === null ? t("verdict.send") : t(`verdict.sendAs.${outcome}`)} <KeyCap keys="enter" />
          </Button>
        </Tooltip>
      </div>
      {previewing ? <MessagePreview onClose={() => setPreviewing(false)} /> : null}
    </>
  );
}

interface OutcomeProps {
  name: VerdictOutcome;
  chosen: boolean;
  onChoose: (name: VerdictOutcome) => void;
}

function OutcomeButton({ name, chosen, onChoose }: OutcomeProps) {
  const { t } = useTranslation("codes");
  const { order } = useWorkbench();
  const allowed = order.allowedCommands.includes(COMMANDS[name]);
  const choose = useCallback(() => onChoose(name), [onChoose, name]);
  useShortcut({ keys: KEYS[name], label: `codes:outcome.${name}`, group: "verdict" }, choose, allowed);
  return (
    <Button
      size="medium"
      icon={ICONS[name]}
      type={chosen ? "primary" : "default"}
      danger={name === "REJECT"}
      aria-pressed={chosen}
      disabled={!allowed && !chosen}
      onClick={choose}
    >
      {t(`outcome.${name}`)} <KeyCap keys={KEYS[name]} />
    </Button>
  );
}

function VerdictTexts({ onSend }: { onSend: () => void }) {
  const { t } = useTranslation("workbench");
  const { draft, changeDraft } = useWorkbench();
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && event.ctrlKey) onSend();
    if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <div className={styles.inputs}>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={4000}
        value={draft.comment}
        aria-label={t("verdict.comment")}
        placeholder={t("verdict.comment")}
        onChange={(event) => changeDraft({ type: "COMMENT", text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={4000}
        value={draft.note}
        aria-label={t("verdict.note")}
        placeholder={t("verdict.note")}
        onChange={(event) => changeDraft({ type: "NOTE", text: event.target.value })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function SaveNote({ state }: { state: SaveState }) {
  const { t } = useTranslation("workbench");
  return (
    <span className={state === "FAILED" ? styles.notSaved : styles.saved} role="status">
      {t(`save.${state}`)}
    </span>
  );
}
