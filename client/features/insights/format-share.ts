/** A share 0–1 in percent with one decimal, and never 100 % while a single round is missing. */
export function formatShare(share: number): string {
  const percent = share === 1 ? 100 : Math.min(99.9, Math.round(share * 1000) / 10);
  return `${percent}%`;
}
