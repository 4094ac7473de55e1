/** Android and Harmony: at least two dotted parts, each beginning with a letter. */
const PACKAGE_NAME = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+$/u;
/** iOS: at least two dotted parts of letters, digits and hyphens. */
const BUNDLE_ID = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/u;

/** Whether the text is a package name of Android or Harmony of at most `max` characters (domain.md §5.6). */
export function isPackageName(value: string, max: number): boolean {
  return value.length <= max && PACKAGE_NAME.test(value);
}

/** Whether the text is a Bundle ID of iOS of at most `max` characters (domain.md §5.6). */
export function isBundleId(value: string, max: number): boolean {
  return value.length <= max && BUNDLE_ID.test(value);
}
