/**
 * Which search texts may stand in an address. Addresses end up in histories and logs, so a text that could be a
 * person's name, phone or ID number never does; it is kept in the tab's own history entry instead.
 */
const SAFE = [
  /^BA\d{8}[0-9A-Z]{0,10}$/i, // an order number, or its beginning with the day
  /^(?=.*\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/i, // a domain
  /^\p{Script=Han}{1,2}ICP备\d{5,10}号(-\d+[A-Z]?)?$/iu, // a filing number
  /^(?=.*[A-HJ-NP-RT-UW-Y])[0-9A-HJ-NP-RT-UW-Y]{17}[0-9A-HJ-NP-RT-UWY]$/, // a credit code with a letter before its end
];
/** Personal names on ID cards of this length are rare; unit names below it too. */
const UNIT_NAME = /^\p{Script=Han}{6,}[\p{Script=Han}()()A-Za-z0-9]*$/u;

export function mayStandInAddress(text: string): boolean {
  return SAFE.some((pattern) => pattern.test(text)) || UNIT_NAME.test(text);
}
