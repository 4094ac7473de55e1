import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { FormField } from "../../ui/rule-change/change-fields";

interface Props {
  /** Yes or no by the name of the question. */
  draft: unknown;
  onChange: (draft: unknown) => void;
}

/** Named questions, each answered with yes or no. */
export function FlagsEditor({ draft, onChange }: Props) {
  const { t } = useTranslation("lists");
  const flags = Object.entries(draft ?? {});
  return flags.map(([name, chosen]) => (
    <FormField key={name} label={t(`flag.${name}`)}>
      {(ids) => (
        <Radio.Group
          {...ids}
          aria-label={t(`flag.${name}`)}
          value={chosen === true}
          options={[
            { value: true, label: t("common:yes") },
            { value: false, label: t("common:no") },
          ]}
          onChange={(event) =>
            onChange({ ...Object.fromEntries(flags), [name]: event.target.value === true })
          }
        />
      )}
    </FormField>
  ));
}
