import { Link } from "@tanstack/react-router";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateRow } from "#shared/contract/staff-templates";
import { useMay, useSession } from "../../lib/session";
import { useSpoken } from "../../lib/use-spoken";
import { FactList } from "../../ui/rule-change/fact-list";
import styles from "../../ui/rule-change/rule-change.module.css";
import { DraftSection } from "./draft-section";
import { EditDialog } from "./edit-dialog";
import { conditionWords } from "./template-columns";
import { TemplateHistory } from "./template-history";
import { TemplateText } from "./template-text";
import own from "./templates.module.css";

const WIDTH = 860;

/** One template: what customers read now, the draft beside it, and every version there was. */
export function TemplateDrawer({ template, onClose }: { template: TemplateRow | null; onClose: () => void }) {
  const { t } = useTranslation("templates");
  const spoken = useSpoken();
  return (
    <Drawer
      open={template !== null}
      onClose={onClose}
      size={WIDTH}
      destroyOnHidden
      title={template === null ? "" : `${template.code} ${spoken(template.title)}`}
      closable={{ "aria-label": t("common:action.close") }}
    >
      {template === null ? null : <TemplateSheet key={template.code} template={template} />}
    </Drawer>
  );
}

function TemplateSheet({ template }: { template: TemplateRow }) {
  const { t } = useTranslation("templates");
  const mayEdit = useMay("templates.edit");
  const { username } = useSession();
  const [editing, setEditing] = useState(false);
  const { draft, outcome, params, title, body } = template;
  const foreign = draft !== null && draft.author !== username;
  return (
    <div className={styles.drawer}>
      {draft === null ? null : <DraftSection template={template} draft={draft} />}
      <h2>{template.version === 0 ? t("builtIn") : t("inForce", { version: template.version })}</h2>
      <div className={own.pair}>
        <TemplateText lang="zh-CN" title={title.zh} body={body.zh} />
        <TemplateText lang="en" title={title.en} body={body.en} />
      </div>
      {mayEdit ? (
        <div className={styles.buttons}>
          <Button
            type={draft === null ? "primary" : "default"}
            disabled={foreign}
            onClick={() => setEditing(true)}
          >
            {t(draft === null ? "edit" : "editDraft")}
          </Button>
          {foreign ? (
            <span className={styles.faint}>{t("foreignDraft", { author: draft.author })}</span>
          ) : null}
        </div>
      ) : null}
      <h2>{t("facts")}</h2>
      <FactList
        facts={[
          [t("column.outcome"), outcome === null ? "—" : t(`codes:outcome.${outcome}`)],
          [t("column.rules"), <Rules key="rules" ids={template.rules} />],
          [
            t("column.params"),
            params.length === 0 ? t("common:none") : <Params key="params" names={params} />,
          ],
          [t("column.conditions"), conditionWords(template, t)],
        ]}
      />
      <h2>{t("history.title")}</h2>
      <TemplateHistory code={template.code} />
      {editing ? <EditDialog template={template} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

function Rules({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation("templates");
  if (ids.length === 0) return t("noRule");
  return (
    <span className={own.row}>
      {ids.map((rule) => (
        <Link key={rule} to="/rules" search={{ rule }}>
          {rule}
        </Link>
      ))}
    </span>
  );
}

function Params({ names }: { names: readonly string[] }) {
  return (
    <span className={own.row}>
      {names.map((name) => (
        <code key={name}>{`{${name}}`}</code>
      ))}
    </span>
  );
}
