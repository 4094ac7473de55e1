import { keyCaps } from "../lib/shortcuts";
import styles from "./key-cap.module.css";

/** A shortcut as it is printed on the keys. Decoration for the eye: the control itself carries the name. */
export function KeyCap({ keys }: { keys: string }) {
  return (
    <span className={styles.caps} aria-hidden="true">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
