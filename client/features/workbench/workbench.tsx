import { Tabs } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useSession } from "../../lib/session";
import type { OrderView } from "../../lib/trpc";
import { undoWindow } from "../../lib/undo-window";
import { DocumentPane } from "./documents/document-pane";
import { FieldPane } from "./fields/field-pane";
import { SectionNav } from "./fields/section-nav";
import { useFieldKeys } from "./fields/use-field-keys";
import { placeFindings } from "./findings/place-findings";
import { OrderBanner } from "./header/order-banner";
import { useReveal } from "./header/use-reveal";
import { WorkbenchHeader } from "./header/workbench-header";
import type { Field } from "./model/section";
import { sectionsOf } from "./model/sections-of";
import { History } from "./records/history";
import { Notes } from "./records/notes";
import { Verdicts } from "./records/verdicts";
import { useReservation } from "./use-reservation";
import { useDraft } from "./verdict/use-draft";
import { VerdictBar } from "./verdict/verdict-bar";
import styles from "./workbench.module.css";
import { type Workbench as Bench, useWorkbench, WorkbenchProvider } from "./workbench-context";

/** A scroller with nothing to focus in it takes the focus itself, or the keyboard could not scroll it. */
const FOCUSABLE = { tabIndex: 0 };

type View = "FIELDS" | "VERDICTS" | "NOTES" | "HISTORY";

/** The order on the table: sections, fields with evidence, documents, and the verdict below. */
export function Workbench({ order }: { order: OrderView }) {
  const { username, roles } = useSession();
  const mine = order.claim?.by === username;
  const [everMine, setEverMine] = useState(mine);
  if (mine && !everMine) setEverMine(true);
  const reviews = useMay("orders.review");
  const reveal = useReveal(order, mine);
  const { draft, change, saveState, discard } = useDraft(order.orderNo, order.draft);
  const [current, choose] = useState<Field | null>(null);
  const [view, setView] = useState<View>("FIELDS");
  const document = reveal.document ?? order.document;
  const sections = useMemo(
    () => sectionsOf(document, order.kind, order.matches),
    [document, order.kind, order.matches],
  );
  const placed = useMemo(
    () =>
      placeFindings(
        order.findings.filter(({ state }) => state === "VIOLATED"),
        sections,
      ),
    [order.findings, sections],
  );
  useReservation(mine);
  useOpenUndo(order, username);
  const reading = useReading();
  const showFields = useCallback(() => setView("FIELDS"), []);
  const bench: Bench = {
    order,
    document,
    sections,
    placed,
    lead: roles.includes("LEAD"),
    mine,
    editable: reviews && (mine || everMine),
    draft,
    changeDraft: change,
    current,
    choose,
    ...reading,
  };
  return (
    <WorkbenchProvider value={bench}>
      <div className={styles.bench}>
        <WorkbenchHeader reveal={reveal} />
        <OrderBanner everMine={everMine} />
        <div className={styles.panes}>
          <SectionNav onOpen={showFields} />
          <Middle view={view} onView={setView} />
          <DocumentPane />
        </div>
        <VerdictBar saveState={saveState} onDecided={discard} />
      </div>
      <FieldKeys onMove={showFields} />
    </WorkbenchProvider>
  );
}

/** A reload within the ten seconds must not take the undo away. */
function useOpenUndo(order: OrderView, username: string): void {
  const { orderNo, undo, previousReasons } = order;
  const outcome = previousReasons[0]?.outcome;
  useEffect(() => {
    if (undo?.by !== username || outcome === undefined || undoWindow.get()?.orderNo === orderNo) return;
    undoWindow.set({ orderNo, outcome, draft: null, untilMs: undo.untilMs });
  }, [orderNo, undo, outcome, username]);
}

function useReading() {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const markRead = useCallback(
    (id: string) => setRead((before) => (before.has(id) ? before : new Set(before).add(id))),
    [],
  );
  return { read, markRead };
}

function FieldKeys({ onMove }: { onMove: () => void }) {
  useFieldKeys(onMove);
  return null;
}

function Middle({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation("workbench");
  const { editable } = useWorkbench();
  const views: View[] = ["FIELDS", "VERDICTS", "NOTES", "HISTORY"];
  return (
    <section className={styles.middle} aria-label={t("pane.fields")}>
      <Tabs
        className={styles.tabs ?? ""}
        size="small"
        activeKey={view}
        onChange={(key) => onView(views.find((name) => name === key) ?? "FIELDS")}
        items={views.map((name) => ({ key: name, label: <TabLabel view={name} /> }))}
      />
      <div
        className={styles.scroll}
        role="tabpanel"
        {...(editable ? {} : FOCUSABLE)}
        aria-label={t("view.FIELDS")}
        hidden={view !== "FIELDS"}
      >
        <FieldPane />
      </div>
      {view === "FIELDS" ? null : (
        <div className={styles.scroll} role="tabpanel" {...FOCUSABLE} aria-label={t(`view.${view}`)}>
          {view === "VERDICTS" ? <Verdicts /> : null}
          {view === "NOTES" ? <Notes /> : null}
          {view === "HISTORY" ? <History /> : null}
        </div>
      )}
    </section>
  );
}

function TabLabel({ view }: { view: View }) {
  const { t } = useTranslation("workbench");
  return <>{t(`view.${view}`)}</>;
}
