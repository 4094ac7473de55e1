import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../../lib/trpc";

/** What follows every accepted step: it is said, and the templates are read anew. */
export function useAfterStep(): (said: "drafted" | "released" | "discarded") => Promise<void> {
  const { t } = useTranslation("templates");
  const { message } = App.useApp();
  return async (said) => {
    message.success(t(`done.${said}`));
    await queryClient.invalidateQueries(trpc.templates.pathFilter());
  };
}

/** Releases or discards the draft that is on the screen, never a newer one. */
export function useSettleDraft(draft: { code: string; version: number }) {
  const after = useAfterStep();
  const release = useMutation(trpc.templates.release.mutationOptions({ onSuccess: () => after("released") }));
  const discard = useMutation(
    trpc.templates.discard.mutationOptions({ onSuccess: () => after("discarded") }),
  );
  return {
    release: () => release.mutate(draft),
    discard: () => discard.mutate(draft),
    releasing: release.isPending,
    discarding: discard.isPending,
    error: release.error ?? discard.error,
  };
}
