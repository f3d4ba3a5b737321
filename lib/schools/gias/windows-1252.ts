import { FileFault } from "./file-fault";

/** What Windows-1252 has at 0x80 to 0x9F; a space where it has nothing. */
const UPPER = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const HIGH = /[\u0080-\u00ff]/;
const UPPER_BYTE = /[\u0080-\u009f]/g;
const LOST = "\u00ef\u00bf\u00bd";
const TWO_BYTES = /[\u00c2-\u00df][\u0080-\u00bf]/g;
const THREE_BYTES = /[\u00e2-\u00ef][\u0080-\u00bf]{2}/;

/** Whether a row needs decoding and checking at all. Almost none does. */
export function hasHighBytes(bytes: string): boolean {
  return HIGH.test(bytes);
}

/** Whether the bytes (one a character) begin with the mark that some programs put before UTF-8. */
export function hasUtf8Mark(bytes: string): boolean {
  return bytes.startsWith("\u00ef\u00bb\u00bf");
}

/**
 * Refuses a row (its bytes as characters 0 to 255) that cannot be Windows-1252: a byte that has no letter there,
 * letters written in UTF-8, or the mark U+FFFD that a program has put in place of a letter.
 */
export function checkWindows1252(bytes: string, row: number): void {
  if (bytes.includes(LOST)) throw new FileFault("lost_letter", { row });
  if (THREE_BYTES.test(bytes) || [...bytes.matchAll(TWO_BYTES)].some(([pair]) => isUtf8Letter(pair)))
    throw new FileFault("not_windows_1252", { row });
  for (const [byte] of bytes.matchAll(UPPER_BYTE))
    if (decodeByte(byte) === " ") throw new FileFault("not_windows_1252", { row });
}

export function decodeWindows1252(bytes: string): string {
  return bytes.replace(UPPER_BYTE, decodeByte);
}

function decodeByte(byte: string): string {
  return UPPER[byte.charCodeAt(0) - 0x80] ?? byte;
}

/** "É’" is two letters of Windows-1252 and one of UTF-8 that nobody writes; "Ã©" is "é" in UTF-8. */
function isUtf8Letter(pair: string): boolean {
  const point = ((pair.charCodeAt(0) & 0x1f) << 6) | (pair.charCodeAt(1) & 0x3f);
  return point >= 0xa0 && point <= 0x17f;
}
