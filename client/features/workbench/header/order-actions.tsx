import { EllipsisOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandType } from "#shared/domain/order/command";
import { useSession } from "../../../lib/session";
import { client } from "../../../lib/trpc";
import { useWorkbench } from "../workbench-context";
import { CommandDialog, type DialogCommand } from "./command-dialog";
import { useOrderCommand } from "./use-order-command";

/** Commands with a button of their own; the rest stands in the menu. */
const BUTTONS = ["hold", "resume", "release"] as const satisfies readonly CommandType[];
const MENU = ["escalate", "handOver", "assign", "reassign", "recall", "reopen", "abandon"] as const;

/** Exactly the commands that the server would accept from this person now (`allowedCommands`). */
export function OrderActions() {
  const { t } = useTranslation("workbench");
  const { order, mine } = useWorkbench();
  const { username } = useSession();
  const [dialog, setDialog] = useState<DialogCommand | null>(null);
  const { run, running } = useOrderCommand();
  const { orderNo, allowedCommands } = order;
  const may = (command: CommandType) => allowedCommands.includes(command);
  const now = (command: "resume" | "release") =>
    run(command, (requestId) =>
      command === "resume"
        ? client.orders.resume.mutate({ orderNo, requestId })
        : client.queue.release.mutate({ orderNo, requestId }),
    );
  const takeOver = () =>
    run("reassign", (requestId) => client.orders.reassign.mutate({ orderNo, requestId, to: username }));
  const items = MENU.filter(may).map((command) => ({
    key: command,
    danger: command === "abandon",
    label: t(`command.${command}`),
    onClick: () => setDialog(command),
  }));
  return (
    <>
      {BUTTONS.filter(may).map((command) => (
        <Button
          key={command}
          loading={running === command}
          onClick={() => (command === "hold" ? setDialog("hold") : void now(command))}
        >
          {t(`command.${command}`)}
        </Button>
      ))}
      {may("reassign") && !mine ? (
        <Button loading={running === "reassign"} onClick={() => void takeOver()}>
          {t("command.takeOver")}
        </Button>
      ) : null}
      {items.length > 0 ? (
        <Dropdown trigger={["click"]} menu={{ items }}>
          <Button icon={<EllipsisOutlined />} aria-label={t("common:action.more")} />
        </Dropdown>
      ) : null}
      {dialog ? (
        <CommandDialog
          command={dialog}
          run={run}
          running={running !== null}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}
