import { InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { SwitchKey } from "#shared/domain/provinces/switches";
import { FormField } from "../../ui/rule-change/change-fields";
import { JsonEditor } from "../../ui/rule-change/json-editor";
import type { JsonFault } from "../../ui/rule-change/json-fault";
import { WordEditor } from "../../ui/rule-change/word-editor";
import type { SwitchShape } from "./switch-shape";

interface Props {
  name: SwitchKey;
  shape: SwitchShape;
  /** The value as it is typed so far: JSON as its text, everything else as itself. */
  draft: unknown;
  faults: readonly JsonFault[];
  onChange: (draft: unknown) => void;
}

/** The editor that suits the shape of the value. */
export function ValueEditor({ name, shape, draft, faults, onChange }: Props) {
  const { t } = useTranslation("provinces");
  const label = t("form.value");
  switch (shape.kind) {
    case "flag":
    case "number":
      return <OneEditor of={shape.kind} label={label} value={draft} onChange={onChange} />;
    case "choice":
      return <ChoiceEditor name={name} options={shape.options} value={draft} onChange={onChange} />;
    case "sides":
      return <SidesEditor of={shape.of} value={draft} onChange={onChange} />;
    case "words":
      return <WordEditor label={t(`switch.${name}`)} words={wordsOf(draft)} onChange={onChange} />;
    case "json":
      return <JsonEditor label={label} text={String(draft)} faults={faults} onChange={onChange} />;
  }
}

interface OneProps {
  of: "flag" | "number";
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

const FLAGS = { yes: true, no: false, unknown: null } as const;
type Flag = keyof typeof FLAGS;
const FLAG_NAMES = ["yes", "no", "unknown"] as const satisfies readonly Flag[];

/** Yes, no or unknown; or a number, empty where it is unknown. */
function OneEditor({ of, label, value, onChange }: OneProps) {
  const { t } = useTranslation("provinces");
  if (of === "number") {
    return (
      <FormField label={label} hint={t("form.emptyUnknown")}>
        {(ids) => (
          <InputNumber
            {...ids}
            value={typeof value === "number" ? value : null}
            min={0}
            precision={0}
            onChange={(next) => onChange(next)}
          />
        )}
      </FormField>
    );
  }
  return (
    <FormField label={label}>
      {(ids) => (
        <Radio.Group
          {...ids}
          aria-label={label}
          value={FLAG_NAMES.find((name) => FLAGS[name] === value) ?? "unknown"}
          options={FLAG_NAMES.map((name) => ({ value: name, label: t(`flag.${name}`) }))}
          onChange={(event) =>
            onChange(FLAGS[FLAG_NAMES.find((name) => name === event.target.value) ?? "unknown"])
          }
        />
      )}
    </FormField>
  );
}

const UNKNOWN = "UNKNOWN";

interface ChoiceProps {
  name: SwitchKey;
  options: readonly string[];
  value: unknown;
  onChange: (value: unknown) => void;
}

function ChoiceEditor({ name, options, value, onChange }: ChoiceProps) {
  const { t } = useTranslation("provinces");
  return (
    <FormField label={t("form.value")}>
      {(ids) => (
        <Select<string>
          {...ids}
          value={typeof value === "string" ? value : UNKNOWN}
          options={[
            ...options.map((option) => ({ value: option, label: t(`word.${name}.${option}`) })),
            { value: UNKNOWN, label: t("flag.unknown") },
          ]}
          onChange={(next) => onChange(next === UNKNOWN ? null : next)}
        />
      )}
    </FormField>
  );
}

function SidesEditor({
  of,
  value,
  onChange,
}: {
  of: OneProps["of"];
  value: unknown;
  onChange: OneProps["onChange"];
}) {
  const { t } = useTranslation("provinces");
  const sides = sidesOf(value);
  return (["unit", "individual"] as const).map((side) => (
    <OneEditor
      key={side}
      of={of}
      label={t(`part.${side}`)}
      value={sides[side]}
      onChange={(next) => onChange({ ...sides, [side]: next })}
    />
  ));
}

function sidesOf(value: unknown): { unit: unknown; individual: unknown } {
  const { unit = null, individual = null }: { unit?: unknown; individual?: unknown } =
    typeof value === "object" && value !== null ? value : {};
  return { unit, individual };
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
