/** Whether this host name or address can only be reached from the same machine. */
export function isLoopbackName(name: string): boolean {
  const bare = name.replace(/^\[|\]$/g, "").toLowerCase();
  return bare === "localhost" || bare === "::1" || /^127(\.\d{1,3}){3}$/.test(bare);
}

/** The parsed address, or null when it is none. */
export function urlOrNull(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
