import { Tabs } from "antd";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useSession } from "../../lib/session";
import type { OrderView } from "../../lib/trpc";
import { undoWindow } from "../../lib/undo-window";
import { DocumentPane } from "./documents/document-pane";
import { fieldElement, sectionElement } from "./fields/field-elements";
import { FieldPane } from "./fields/field-pane";
import { SectionNav } from "./fields/section-nav";
import { useFieldKeys } from "./fields/use-field-keys";
import { placeFindings } from "./findings/place-findings";
import { OrderBanner } from "./header/order-banner";
import { useReveal } from "./header/use-reveal";
import { WorkbenchHeader } from "./header/workbench-header";
import { fieldFor, sectionFor } from "./model/place-of";
import type { Field, Section } from "./model/section";
import { sectionsOf } from "./model/sections-of";
import { History } from "./records/history";
import { Notes } from "./records/notes";
import { Verdicts } from "./records/verdicts";
import { opensOnChanges } from "./review/change-groups";
import review from "./review/review.module.css";
import { useChecklist } from "./review/use-checklist";
import { useReservation } from "./use-reservation";
import { useDraft } from "./verdict/use-draft";
import { VerdictBar } from "./verdict/verdict-bar";
import styles from "./workbench.module.css";
import {
  type Workbench as Bench,
  useWorkbench,
  VIEWS,
  type View,
  WorkbenchProvider,
} from "./workbench-context";

/** A scroller with nothing to focus in it takes the focus itself, or the keyboard could not scroll it. */
const FOCUSABLE = { tabIndex: 0 };

const Changes = lazy(() => import("./review/changes").then((module) => ({ default: module.Changes })));
const ChecklistPane = lazy(() =>
  import("./review/checklist-pane").then((module) => ({ default: module.ChecklistPane })),
);

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
  const [view, openView] = useState<View>(opensOnChanges(order) ? "CHANGES" : "FIELDS");
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
  const showFields = useCallback(() => openView("FIELDS"), []);
  const jump = useJump(sections, choose, showFields);
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
    openView,
    jump,
    ...reading,
  };
  return (
    <WorkbenchProvider value={bench}>
      <div className={styles.bench}>
        <WorkbenchHeader reveal={reveal} />
        <OrderBanner everMine={everMine} />
        <div className={styles.panes}>
          <SectionNav onOpen={showFields} />
          <Middle view={view} onView={openView} />
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

/** Leads from anywhere to a place of the document: its field in the middle of the screen, else its section on top. */
function useJump(
  sections: readonly Section[],
  choose: (field: Field | null) => void,
  showFields: () => void,
): (path: string) => void {
  return useCallback(
    (path) => {
      const field = fieldFor(path, sections);
      showFields();
      choose(field);
      requestAnimationFrame(() => {
        if (field !== null) fieldElement(field.path)?.scrollIntoView({ block: "center" });
        else sectionElement(sectionFor(path, sections)?.id ?? "")?.scrollIntoView({ block: "start" });
      });
    },
    [sections, choose, showFields],
  );
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
  const { editable, order } = useWorkbench();
  const views = VIEWS.filter((name) => name !== "CHANGES" || order.revision > 1);
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
          <Suspense fallback={null}>
            {view === "CHANGES" ? <Changes /> : null}
            {view === "CHECKLIST" ? <ChecklistPane /> : null}
          </Suspense>
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
  return (
    <>
      {t(`view.${view}`)}
      {view === "CHECKLIST" ? <OpenCount /> : null}
    </>
  );
}

/** How many points of the checklist wait for an answer; nothing when all are answered. */
function OpenCount() {
  const { t } = useTranslation("workbench");
  const { open } = useChecklist();
  if (open === 0) return null;
  return (
    <span className={review.openCount} title={t("checklist.open", { count: open })}>
      {open}
    </span>
  );
}
