import { classes } from "../lib/classes";
import styles from "./clip.module.css";

interface Props {
  text: string;
  className?: string;
}

/** One line of text that may be cut; the whole of it is in the tooltip, and always in the page for a reader. */
export function Clip({ text, className }: Props) {
  return (
    <span className={classes(styles.clip, className)} title={text}>
      {text}
    </span>
  );
}
