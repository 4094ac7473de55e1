import { Alert, Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import type { TemplateRow, TemplateVersionRow } from "#shared/contract/staff-templates";
import { useFormatTime } from "../../lib/format-time";
import { useRefusal } from "../../lib/refusal";
import { useMay, useSession } from "../../lib/session";
import styles from "../../ui/rule-change/rule-change.module.css";
import { changedMiddle } from "./changed-middle";
import { ChangedText } from "./template-text";
import own from "./templates.module.css";
import { useSettleDraft } from "./use-templates";

interface Props {
  template: TemplateRow;
  draft: TemplateVersionRow;
}

/** The draft beside what is in force, and what a second person does with it. */
export function DraftSection({ template, draft }: Props) {
  const { t } = useTranslation("templates");
  const format = useFormatTime();
  const refusal = useRefusal();
  const mayDiscard = useMay("templates.edit");
  const mayRelease = useMay("templates.release");
  const { username } = useSession();
  const settle = useSettleDraft({ code: template.code, version: draft.version });
  const isOwn = draft.author === username;
  return (
    <section className={own.draft} aria-label={t("draft.title", { version: draft.version })}>
      <div className={styles.historyHead}>
        <strong>{t("draft.title", { version: draft.version })}</strong>
        <span className={styles.faint}>
          {t("draft.by", { who: draft.author, time: format(draft.draftedAtMs) })}
        </span>
      </div>
      {(["zh", "en"] as const).map((side) => (
        <SideBySide key={side} side={side} template={template} draft={draft} />
      ))}
      {settle.error ? <Alert type="warning" showIcon title={refusal(settle.error).message} /> : null}
      <div className={styles.buttons}>
        {mayRelease ? (
          <Button type="primary" disabled={isOwn} loading={settle.releasing} onClick={settle.release}>
            {t("draft.release")}
          </Button>
        ) : null}
        {mayDiscard ? (
          <Popconfirm
            title={t("draft.discardSure")}
            okText={t("draft.discard")}
            cancelText={t("common:action.cancel")}
            onConfirm={settle.discard}
          >
            <Button danger loading={settle.discarding}>
              {t("draft.discard")}
            </Button>
          </Popconfirm>
        ) : null}
        {mayRelease && isOwn ? <span className={styles.faint}>{t("draft.own")}</span> : null}
      </div>
    </section>
  );
}

function SideBySide({ side, template, draft }: Props & { side: "zh" | "en" }) {
  const { t } = useTranslation("templates");
  const title = changedMiddle(template.title[side], draft.title[side]);
  const body = changedMiddle(template.body[side], draft.body[side]);
  const lang = side === "zh" ? "zh-CN" : "en";
  return (
    <div className={own.pair}>
      <ChangedText as="del" lang={lang} label={t("draft.now")} title={title.before} body={body.before} />
      <ChangedText as="ins" lang={lang} label={t("draft.new")} title={title.after} body={body.after} />
    </div>
  );
}
