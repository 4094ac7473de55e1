/** What is wrong with the placeholders of new texts: nobody would fill these in, or these were left out. */
export interface PlaceholderFaults {
  readonly unknown: readonly string[];
  readonly missingZh: readonly string[];
  readonly missingEn: readonly string[];
}

/** Live answer to what the server asks of a draft: both bodies name every placeholder, and no other. */
export function placeholderFaults(
  params: readonly string[],
  { bodyZh, bodyEn }: { readonly bodyZh: string; readonly bodyEn: string },
): PlaceholderFaults {
  const [zh, en] = [namesIn(bodyZh), namesIn(bodyEn)];
  return {
    unknown: [...new Set([...zh, ...en])].filter((name) => !params.includes(name)),
    missingZh: params.filter((name) => !zh.includes(name)),
    missingEn: params.filter((name) => !en.includes(name)),
  };
}

export function isFaultless({ unknown, missingZh, missingEn }: PlaceholderFaults): boolean {
  return unknown.length + missingZh.length + missingEn.length === 0;
}

function namesIn(body: string): string[] {
  return [...body.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}
