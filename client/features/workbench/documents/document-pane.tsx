import { LockOutlined } from "@ant-design/icons";
import { Button, Empty } from "antd";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../lib/session";
import { useShortcut } from "../../../lib/shortcuts";
import type { OrderView } from "../../../lib/trpc";
import type { Field } from "../model/section";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";
import { DocumentList } from "./document-list";
import { DocumentViewer } from "./document-viewer";

export type Material = OrderView["materials"][number];

/**
 * The documents, always in sight. Choosing a field brings up the document that proves it; scrolling never changes
 * which document is shown.
 */
export function DocumentPane() {
  const { t } = useTranslation("workbench");
  const { order, mine, current } = useWorkbench();
  const { roles } = useSession();
  const lead = roles.includes("LEAD");
  const [asked, setAsked] = useState(false);
  // A lead who only looks in opens documents by a press of his own: each look is on the audit trail.
  const open = mine || (lead && asked);
  const { shown, show } = useShownDocument(order.materials, current);
  return (
    <section className={styles.documents} aria-label={t("pane.documents")}>
      {order.materials.length === 0 ? (
        <Empty
          className={styles.noDocuments ?? ""}
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t("documents.none")}
        />
      ) : (
        <>
          <DocumentList materials={order.materials} shown={shown} open={open} onShow={show} />
          {open && shown ? (
            <DocumentViewer key={shown.sha256} material={shown} />
          ) : (
            <Closed {...(lead ? { onOpen: () => setAsked(true) } : {})} />
          )}
        </>
      )}
    </section>
  );
}

function Closed({ onOpen }: { onOpen?: () => void }) {
  const { t } = useTranslation("workbench");
  return (
    <div className={styles.closed}>
      <LockOutlined />
      <p>{t(onOpen ? "documents.closedToLead" : "documents.closed")}</p>
      {onOpen ? <Button onClick={onOpen}>{t("documents.open")}</Button> : null}
    </div>
  );
}

function useShownDocument(materials: readonly Material[], current: Field | null) {
  const [sha256, setSha256] = useState<string | null>(null);
  const show = useCallback((material: Material) => setSha256(material.sha256), []);
  useEffect(() => {
    const proof = current ? proofOf(current, materials) : null;
    if (proof) setSha256(proof.sha256);
  }, [current, materials]);
  const shown = materials.find((material) => material.sha256 === sha256) ?? materials[0] ?? null;
  const step = useCallback(
    (by: 1 | -1) => {
      const at = materials.findIndex((material) => material.sha256 === shown?.sha256);
      const next = materials[(at + by + materials.length) % materials.length];
      if (next) show(next);
    },
    [materials, shown, show],
  );
  const some = materials.length > 1;
  useShortcut(
    { keys: "bracketright", label: "workbench:keys.nextDocument", group: "documents" },
    useCallback(() => step(1), [step]),
    some,
  );
  useShortcut(
    { keys: "bracketleft", label: "workbench:keys.previousDocument", group: "documents" },
    useCallback(() => step(-1), [step]),
    some,
  );
  return { shown, show };
}

/** The best document for a field: of its own kind and, where it has one, of its own service. */
function proofOf(field: Field, materials: readonly Material[]): Material | null {
  const at = /^materials\[(\d+)\]$/.exec(field.path)?.[1];
  if (at !== undefined) return materials[Number(at)] ?? null;
  for (const kind of field.papers) {
    const ofKind = materials.filter((material) => material.kind === kind);
    const own = ofKind.find((material) => material.serviceIndex === field.serviceIndex);
    const found = own ?? ofKind[0];
    if (found) return found;
  }
  return null;
}
