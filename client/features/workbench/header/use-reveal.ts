import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "#shared/domain/filing/application";
import { useRefusal } from "../../../lib/refusal";
import { useSession } from "../../../lib/session";
import { useShortcut } from "../../../lib/shortcuts";
import { type OrderView, trpc } from "../../../lib/trpc";

/** Purpose of the claim holder, who need not type one. */
const FIRST_REVIEW = "FIRST_REVIEW";

export interface Reveal {
  /** The document in clear; null while masked. Lives only as long as this order is on the table. */
  document: Application | null;
  possible: boolean;
  /** Opens with one key for the holder of the claim; a lead states a reason first. */
  needsReason: boolean;
  running: boolean;
  asking: boolean;
  toggle: () => void;
  reveal: (purpose: string) => void;
  cancel: () => void;
}

/** Unmasking of personal data (contracts.md §3): each one is on the audit trail. */
export function useReveal(order: OrderView, mine: boolean): Reveal {
  const { t } = useTranslation("workbench");
  const { message } = App.useApp();
  const refusal = useRefusal();
  const { roles, permissions } = useSession();
  const [shown, setShown] = useState<{ revision: number; document: Application } | null>(null);
  const [asking, setAsking] = useState(false);
  const possible = permissions.includes("orders.reveal") && (mine || roles.includes("LEAD"));
  // A lost claim or a newer revision ends the look.
  if (shown && (!possible || shown.revision !== order.revision)) setShown(null);
  const { orderNo, revision } = order;
  const { mutate, isPending } = useMutation(
    trpc.orders.reveal.mutationOptions({
      onSuccess: ({ document }) => {
        setAsking(false);
        setShown({ revision, document });
        message.success(t("reveal.done"));
      },
      onError: (error) => message.error(refusal(error).message),
    }),
  );
  const reveal = useCallback((purpose: string) => mutate({ orderNo, purpose }), [mutate, orderNo]);
  const isShown = shown !== null;
  const toggle = useCallback(() => {
    if (isShown) setShown(null);
    else if (mine) reveal(FIRST_REVIEW);
    else setAsking(true);
  }, [isShown, mine, reveal]);
  useShortcut({ keys: "r", label: "workbench:keys.reveal", group: "order" }, toggle, possible && !isPending);
  return {
    document: shown?.document ?? null,
    possible,
    needsReason: !mine,
    running: isPending,
    asking,
    toggle,
    reveal,
    cancel: useCallback(() => setAsking(false), []),
  };
}
