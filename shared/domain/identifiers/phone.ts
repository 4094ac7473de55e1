/** Phone numbers as the filing form takes them (domain.md §5.4). What was written is judged, not a repaired form. */

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-\d{7,8}(?:-\d{1,6})?$/;

/** Whether the text is a mainland mobile number: eleven digits and nothing else. */
export function isMobile(phone: string): boolean {
  return MOBILE.test(phone);
}

/** Whether the text is a landline with its area code, an extension allowed: `0755-28780808-8001`. */
export function isLandline(phone: string): boolean {
  return LANDLINE.test(phone);
}
