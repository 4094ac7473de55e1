import { useMutation } from "@tanstack/react-query";
import { Alert, App, Checkbox, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffRow } from "#shared/contract/staff-session";
import { permissionsOf } from "#shared/domain/staff/permissions";
import { ROLES, type Role, rolesCompatible } from "#shared/domain/staff/role";
import { useRefusal } from "../../lib/refusal";
import { useIntentions } from "../../lib/request-id";
import { queryClient, trpc } from "../../lib/trpc";
import styles from "./admin.module.css";

interface Props {
  row: StaffRow;
  onClose: () => void;
}

/** Chooses somebody's roles. Combinations that exclude each other cannot be ticked, and the page says why. */
export function RolesDialog({ row, onClose }: Props) {
  const { t } = useTranslation("admin");
  const refusal = useRefusal();
  const [roles, setRoles] = useState<readonly Role[]>(row.roles);
  const save = useSetRoles(row, onClose);
  const toggle = (role: Role, chosen: boolean) =>
    setRoles((old) => ROLES.filter((one) => (one === role ? chosen : old.includes(one))));
  const unchanged = roles.length === row.roles.length && roles.every((role) => row.roles.includes(role));
  return (
    <Modal
      open
      title={t("dialog.title", { name: row.displayName })}
      okText={t("dialog.save")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: unchanged || roles.length === 0 }}
      confirmLoading={save.running}
      onOk={() => save.run(roles)}
      onCancel={onClose}
    >
      <p className={styles.faint}>{t("dialog.exclusive")}</p>
      <div className={styles.choices}>
        {ROLES.map((role) => (
          <RoleChoice
            key={role}
            role={role}
            chosen={roles.includes(role)}
            blocked={!roles.includes(role) && !rolesCompatible([...roles, role])}
            onToggle={toggle}
          />
        ))}
      </div>
      {roles.length === 0 ? (
        <p className={styles.missing} role="alert">
          {t("dialog.none")}
        </p>
      ) : (
        <p className={styles.faint}>{t("dialog.ends", { name: row.displayName })}</p>
      )}
      {save.error ? <Alert type="warning" showIcon title={refusal(save.error).message} /> : null}
    </Modal>
  );
}

interface ChoiceProps {
  role: Role;
  chosen: boolean;
  blocked: boolean;
  onToggle: (role: Role, chosen: boolean) => void;
}

function RoleChoice({ role, chosen, blocked, onToggle }: ChoiceProps) {
  const { t } = useTranslation("admin");
  const permissions = permissionsOf([role])
    .map((permission) => t(`permission.${permission.replace(".", "_")}`))
    .join(", ");
  return (
    <Checkbox checked={chosen} disabled={blocked} onChange={(event) => onToggle(role, event.target.checked)}>
      <span className={styles.choice}>
        <span>
          {t(`codes:role.${role}`)}
          {blocked ? <span className={styles.faint}> · {t("dialog.blocked")}</span> : null}
        </span>
        <span className={styles.faint}>{t("dialog.grants", { permissions })}</span>
      </span>
    </Checkbox>
  );
}

function useSetRoles(row: StaffRow, onDone: () => void) {
  const { t } = useTranslation("admin");
  const { message } = App.useApp();
  const intentions = useIntentions();
  const { mutate, isPending, error } = useMutation(
    trpc.staff.setRoles.mutationOptions({
      onSuccess() {
        message.success(t("dialog.done", { name: row.displayName }));
        void queryClient.invalidateQueries(trpc.staff.pathFilter());
        onDone();
      },
    }),
  );
  return {
    running: isPending,
    error,
    /** One intention per choice of roles: another choice is another request. */
    run: (roles: readonly Role[]) =>
      mutate({ username: row.username, roles: [...roles], requestId: intentions.of(roles.join()) }),
  };
}
