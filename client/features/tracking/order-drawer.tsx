import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Drawer, Skeleton, Typography } from "antd";
import { useTranslation } from "react-i18next";
import type { BureauReturn, SubmissionView } from "#shared/contract/staff-bureau";
import { type OrderView, trpc } from "../../lib/trpc";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { StatusTag, useKindLabel, useProvinceLabel } from "../../ui/order-labels";
import { LeadActions } from "./lead-actions";
import { SmsDeadline, SmsLine } from "./sms-line";
import { SubmissionTimeline } from "./submission-timeline";
import { causeWords } from "./timeline-wording";
import styles from "./tracking.module.css";
import { useTimelineSpeech } from "./use-timeline-speech";

const WIDTH = 620;

/** One order on its way: where it is, what the bureau said, every push with its timeline, what a lead can do. */
export function OrderDrawer({ orderNo, onClose }: { orderNo: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("tracking");
  return (
    <Drawer
      open={orderNo !== undefined}
      onClose={onClose}
      size={WIDTH}
      destroyOnHidden
      title={t("drawer.title", { orderNo: orderNo ?? "" })}
      closable={{ "aria-label": t("drawer.close") }}
    >
      {orderNo === undefined ? null : <TrackedOrder key={orderNo} orderNo={orderNo} />}
    </Drawer>
  );
}

function TrackedOrder({ orderNo }: { orderNo: string }) {
  const order = useQuery(trpc.orders.get.queryOptions({ orderNo }));
  const bureau = useQuery(trpc.bureau.get.queryOptions({ orderNo }));
  const error = order.error ?? bureau.error;
  const retry = () => void Promise.all([order.refetch(), bureau.refetch()]);
  if (order.data && bureau.data) {
    return (
      <div className={styles.drawer}>
        <OrderHead order={order.data} />
        {bureau.data.returned ? <ReturnNote returned={bureau.data.returned} /> : null}
        <LeadActions orderNo={orderNo} allowed={order.data.allowedCommands} />
        <Submissions submissions={bureau.data.submissions} />
      </div>
    );
  }
  return error ? (
    <ListPlaceholder error={error} retry={retry} empty="" />
  ) : (
    <Skeleton active paragraph={{ rows: 8 }} />
  );
}

function OrderHead({ order }: { order: OrderView }) {
  const { t } = useTranslation("tracking");
  const kind = useKindLabel();
  const province = useProvinceLabel();
  return (
    <div className={styles.drawerHead}>
      <strong>{order.entityName}</strong>
      <span className={styles.faint}>
        {kind(order.kind)} · {province(order.provinceCode)}
      </span>
      <span className={styles.drawerRow}>
        <StatusTag status={order.status} />
        <Link to="/orders/$orderNo" params={{ orderNo: order.orderNo }}>
          {t("drawer.open")}
        </Link>
      </span>
    </div>
  );
}

/** Why the order is back: the code in words, and what the bureau wrote. */
function ReturnNote({ returned }: { returned: BureauReturn }) {
  const { t } = useTranslation("tracking");
  const speech = useTimelineSpeech();
  const cause = causeWords(returned.cause, speech);
  return (
    <Alert
      type="error"
      showIcon
      title={t("opinion")}
      description={
        <dl className={styles.facts}>
          <div className={styles.fact}>
            <dt>{t(`fact.${cause.label}`)}</dt>
            <dd>{cause.text}</dd>
          </div>
          {returned.opinion === "" ? null : (
            <div className={styles.fact}>
              <dt>{t("fact.detail")}</dt>
              <dd>{returned.opinion}</dd>
            </div>
          )}
        </dl>
      }
    />
  );
}

function Submissions({ submissions }: { submissions: readonly SubmissionView[] }) {
  const { t } = useTranslation("tracking");
  if (submissions.length === 0) return <Alert type="info" showIcon title={t("drawer.noSubmissions")} />;
  const newestFirst = [...submissions].sort((a, b) => numberOf(b) - numberOf(a));
  return newestFirst.map((submission) => (
    <section key={submission.submissionKey} className={styles.submission}>
      <SubmissionHeadLine submission={submission} />
      {submission.stage === "SMS" ? <SmsState sms={submission.sms} /> : null}
      {submission.filingNumbers ? <FilingNumbers numbers={submission.filingNumbers} /> : null}
      <SubmissionTimeline entries={submission.timeline} />
    </section>
  ));
}

const NOT_SENT = { deadlineMs: null, attemptsLeft: null, resendsLeft: null };

function SmsState({ sms }: { sms: SubmissionView["sms"] }) {
  const { deadlineMs } = sms ?? NOT_SENT;
  return (
    <>
      <SmsLine sms={sms ?? NOT_SENT} />
      {deadlineMs === null ? null : <SmsDeadline deadlineMs={deadlineMs} />}
    </>
  );
}

/** Number of the push: the part of the key behind the order number. */
function numberOf(submission: SubmissionView): number {
  return Number(submission.submissionKey.split(":").at(-1));
}

function SubmissionHeadLine({ submission }: { submission: SubmissionView }) {
  const { t } = useTranslation("tracking");
  const province = useProvinceLabel()(submission.provinceCode);
  const { dataSequence: sequence } = submission;
  return (
    <h3 className={styles.submissionHead}>
      {t("drawer.submission", { no: numberOf(submission) })} · {t(`stage.${submission.stage}`)}
      <span className={styles.faint}>
        {sequence === null
          ? t("drawer.noSequence", { province })
          : t("drawer.sequence", { province, sequence })}
      </span>
    </h3>
  );
}

function FilingNumbers({ numbers }: { numbers: NonNullable<SubmissionView["filingNumbers"]> }) {
  const { t } = useTranslation("tracking");
  const rows = [
    ...(numbers.entity === null ? [] : [{ label: t("numbers.entity"), text: numbers.entity }]),
    ...numbers.services.map((text) => ({ label: t("numbers.service"), text })),
  ];
  return (
    <dl className={styles.facts}>
      {rows.map(({ label, text }) => (
        <div key={text} className={styles.fact}>
          <dt>{label}</dt>
          <dd>
            <Typography.Text
              copyable={{ text, tooltips: [t("common:action.copy"), t("common:action.copied")] }}
            >
              {text}
            </Typography.Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}
