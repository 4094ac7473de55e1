import styles from "./choice-list.module.css";

interface Choice {
  readonly key: string;
  readonly text: string;
  /** Shown at the end of the line. */
  readonly end: string | null;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

/** The list at the left of which one is looked at. */
export function ChoiceList({ label, choices, chosen, onChoose }: Props) {
  return (
    <nav className={styles.choices} aria-label={label}>
      {choices.map(({ key, text, end }) => (
        <button
          key={key}
          type="button"
          className={styles.choice}
          aria-current={key === chosen ? "true" : undefined}
          onClick={() => onChoose(key)}
        >
          <span>{text}</span>
          {end === null ? null : <span className={styles.choiceEnd}>{end}</span>}
        </button>
      ))}
    </nav>
  );
}
