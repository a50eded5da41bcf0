/** The sign of closing, drawn; the name of the button carries the meaning. */
export function CloseSign() {
  return (
    <svg className="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
