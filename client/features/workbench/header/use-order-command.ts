import { useNavigate } from "@tanstack/react-router";
import { App } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandType } from "#shared/domain/order/command";
import { useRefusal } from "../../../lib/refusal";
import { useIntentions } from "../../../lib/request-id";
import { queryClient, trpc } from "../../../lib/trpc";

/** Commands that take the order out of our hands: there is nothing left to do on this page. */
const LEAVES: readonly CommandType[] = ["release", "handOver", "escalate"];

/**
 * Runs a command on the order: once per intention, with a word when it is done, and the refusal's own words when it
 * is not. Answers whether it was done.
 */
export function useOrderCommand() {
  const { t } = useTranslation("workbench");
  const { message } = App.useApp();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const intentions = useIntentions();
  const [running, setRunning] = useState<CommandType | null>(null);
  const run = useCallback(
    async (command: CommandType, call: (requestId: string) => Promise<unknown>): Promise<boolean> => {
      setRunning(command);
      try {
        await call(intentions.of(command));
        intentions.done(command);
        message.success(t(`done.${command}`));
        void queryClient.invalidateQueries(trpc.queue.pathFilter());
        await queryClient.invalidateQueries(trpc.orders.pathFilter());
        if (LEAVES.includes(command)) await navigate({ to: "/queue", search: { view: "MINE" } });
        return true;
      } catch (error) {
        const trouble = refusal(error);
        if (trouble.refused) intentions.done(command);
        message.error(trouble.message);
        void queryClient.invalidateQueries(trpc.orders.pathFilter());
        return false;
      } finally {
        setRunning(null);
      }
    },
    [t, message, refusal, navigate, intentions.of, intentions.done],
  );
  return { run, running };
}
