/** The product's mark: a filed sheet with its tick. */
export function Brand({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#1f5fbf" />
      <path d="M9 8h14v3H9zM9 14.5h14v3H9zM9 21h7v3H9z" fill="#fff" opacity=".55" />
      <path
        d="m18.2 21.2 2.5 2.6 5-5.6"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
