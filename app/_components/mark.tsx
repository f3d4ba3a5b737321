/** A whole over its two parts. */
export function Mark() {
  return (
    <svg width="36" height="32" viewBox="0 0 36 32" aria-hidden="true">
      <g stroke="#1d1b3a" strokeWidth="2">
        <path fill="#f0714a" d="M1 1h34v14H1z" />
        <path fill="#9bd3d9" d="M1 15h20v16H1z" />
        <path fill="#fff" d="M21 15h14v16H21z" />
      </g>
    </svg>
  );
}
