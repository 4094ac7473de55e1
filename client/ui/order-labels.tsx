import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { OrderStatus } from "#shared/domain/order/status";

type Tone = "default" | "processing" | "success" | "warning" | "error";

const STATUS_TONES: Record<OrderStatus, Tone> = {
  DRAFT: "default",
  PENDING_FIRST_REVIEW: "processing",
  UNDER_FIRST_REVIEW: "processing",
  FIRST_REVIEW_REJECTED: "error",
  NEEDS_REVISION: "warning",
  REVISED_PENDING_REVIEW: "processing",
  AWAITING_CUSTOMER_CONFIRMATION: "warning",
  PENDING_BUREAU_SUBMISSION: "processing",
  SUBMITTING_TO_BUREAU: "processing",
  MIIT_DOMAIN_CHECK: "processing",
  SMS_PENDING: "warning",
  UNDER_BUREAU_REVIEW: "processing",
  MIIT_RETURNED: "error",
  SMS_RETURNED: "error",
  BUREAU_REJECTED: "error",
  FILED: "success",
  CANCELLED_ACCESS: "success",
  DEREGISTERED: "success",
  CLAIMED: "success",
  TRANSFERRED: "success",
  ABANDONED: "default",
};

/** Status as staff see it; colour only repeats what the word says. */
export function StatusTag({ status }: { status: OrderStatus }) {
  const { t } = useTranslation("codes");
  return (
    <Tag color={STATUS_TONES[status]} variant="filled">
      {t(`status.${status}`)}
    </Tag>
  );
}

/** Translation key of a sub-kind code such as `ADD_ACCESS/OURS`. */
export function kindKey(kind: string): string {
  return kind.replace("/", "_");
}

export function useKindLabel(): (kind: string, length?: "short" | "long") => string {
  const { t } = useTranslation("codes");
  return (kind, length = "long") => t(`${length === "short" ? "kindShort" : "kind"}.${kindKey(kind)}`);
}

export function useProvinceLabel(): (code: string) => string {
  const { t, i18n } = useTranslation("codes");
  return (code) => (i18n.exists(`codes:province.${code}`) ? t(`province.${code}`) : code);
}
