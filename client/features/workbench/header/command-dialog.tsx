import { useTranslation } from "react-i18next";
import type { CommandType } from "#shared/domain/order/command";
import { client } from "../../../lib/trpc";
import { useWorkbench } from "../workbench-context";
import { HoldDialog } from "./hold-dialog";
import { MoveDialog } from "./move-dialog";
import { ReasonDialog } from "./reason-dialog";

export type DialogCommand =
  | "hold"
  | "escalate"
  | "handOver"
  | "assign"
  | "reassign"
  | "recall"
  | "reopen"
  | "abandon";

interface Props {
  command: DialogCommand;
  run: (command: CommandType, call: (requestId: string) => Promise<unknown>) => Promise<boolean>;
  running: boolean;
  onClose: () => void;
}

/** The form that a command needs. It stays open, with what was typed, when the server refuses. */
export function CommandDialog({ command, run, running, onClose }: Props) {
  const { t } = useTranslation("workbench");
  const { orderNo } = useWorkbench().order;
  const send = async (call: (requestId: string) => Promise<unknown>) => {
    if (await run(command, call)) onClose();
  };
  const shared = { running, onCancel: onClose };
  switch (command) {
    case "hold":
      return (
        <HoldDialog
          {...shared}
          onConfirm={(input) =>
            void send((requestId) => client.orders.hold.mutate({ orderNo, requestId, ...input }))
          }
        />
      );
    case "escalate":
    case "handOver":
    case "assign":
    case "reassign":
      return (
        <MoveDialog
          {...shared}
          command={command}
          onConfirm={(input) =>
            void send((requestId) => client.orders[command].mutate({ orderNo, requestId, ...input }))
          }
        />
      );
    case "recall":
    case "reopen":
    case "abandon":
      return (
        <ReasonDialog
          {...shared}
          title={t(`command.${command}`)}
          hint={t(`hint.${command}`)}
          label={t("reasonLabel")}
          maxLength={1000}
          onConfirm={(reason) =>
            void send((requestId) => client.orders[command].mutate({ orderNo, requestId, reason }))
          }
        />
      );
  }
}
