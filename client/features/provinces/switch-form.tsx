import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Confidence } from "#shared/domain/provinces/province";
import { switchesSchema } from "#shared/domain/provinces/switches";
import { useRefusal } from "../../lib/refusal";
import { trpc } from "../../lib/trpc";
import {
  ChangeFields,
  DayField,
  FormField,
  freshChange,
  hasReason,
} from "../../ui/rule-change/change-fields";
import { Faults, jsonText } from "../../ui/rule-change/json-editor";
import { readJson, readValue } from "../../ui/rule-change/json-fault";
import styles from "../../ui/rule-change/rule-change.module.css";
import { useAfterChange } from "../../ui/rule-change/use-change";
import type { SwitchCell } from "./switch-columns";
import { shapeOf } from "./switch-shape";
import { ValueEditor } from "./value-editor";

const CONFIDENCES = ["H", "M", "L"] as const satisfies readonly Confidence[];
const SOURCE_MAX = 400;
const SOURCE_MIN = 2;

/** Gives a switch another value, with its source and how far that can be trusted, from a day on and for a reason. */
export function SwitchForm({ cell }: { cell: SwitchCell }) {
  const { t } = useTranslation("provinces");
  const refusal = useRefusal();
  const { key, value, conflict } = cell.switch;
  const shape = shapeOf(key);
  const form = switchesSchema.shape[key];
  const draftOf = (given: unknown) => (shape.kind === "json" ? jsonText(given) : given);
  const [draft, setDraft] = useState<unknown>(() => draftOf(value));
  const [source, setSource] = useState(cell.switch.source ?? "");
  const [confidence, setConfidence] = useState<Confidence>(cell.switch.confidence ?? "M");
  const [effectiveTo, setEffectiveTo] = useState<string | null>(null);
  const [change, setChange] = useState(freshChange);
  const afterChange = useAfterChange(() => setChange(freshChange()));
  const edit = useMutation(trpc.provinces.edit.mutationOptions({ onSuccess: afterChange }));
  const read = shape.kind === "json" ? readJson(String(draft), form) : readValue(draft, form);
  const complete = read.faults.length === 0 && source.trim().length >= SOURCE_MIN && hasReason(change);
  return (
    <form
      className={styles.form}
      aria-label={t("form.title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!("value" in read)) return;
        edit.mutate({
          code: cell.province.code,
          key,
          value: read.value,
          source,
          confidence,
          effectiveTo,
          ...change,
        });
      }}
    >
      <ValueEditor name={key} shape={shape} draft={draft} faults={read.faults} onChange={setDraft} />
      {shape.kind === "json" ? null : <Faults faults={read.faults} />}
      {conflict === null ? null : (
        <div className={styles.field}>
          <span>
            <Button
              onClick={() => {
                setDraft(draftOf(conflict.alternative ?? null));
                setSource(conflict.source);
              }}
            >
              {t("form.takeOther")}
            </Button>
          </span>
        </div>
      )}
      <FormField label={t("form.source")} hint={t("form.sourceHint")}>
        {(ids) => (
          <Input
            {...ids}
            value={source}
            maxLength={SOURCE_MAX}
            onChange={(event) => setSource(event.target.value)}
          />
        )}
      </FormField>
      <div className={styles.fields}>
        <FormField label={t("column.confidence")}>
          {(ids) => (
            <Select<Confidence>
              {...ids}
              value={confidence}
              options={CONFIDENCES.map((one) => ({ value: one, label: t(`confidenceLong.${one}`) }))}
              onChange={setConfidence}
            />
          )}
        </FormField>
        <DayField
          label={t("form.effectiveTo")}
          value={effectiveTo}
          from={change.effectiveFrom}
          optional
          onChange={setEffectiveTo}
        />
      </div>
      <ChangeFields change={change} onChange={setChange} />
      {edit.error ? <Alert type="warning" showIcon title={refusal(edit.error).message} /> : null}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={edit.isPending} disabled={!complete}>
          {t("common:action.save")}
        </Button>
      </div>
    </form>
  );
}
