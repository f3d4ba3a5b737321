import { expect, test } from "vitest";
import { sayDevice } from "./device";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
    "Chrome on Windows",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0",
    "Edge on Windows",
  ],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on an iPhone"],
  [
    "Mozilla/5.0 (X11; CrOS x86_64 16002) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
    "Chrome on a Chromebook",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14.7; rv:132.0) Firefox/132.0", "Firefox on a Mac"],
  ["curl/8.5", "A browser"],
  [null, "A browser"],
])("%s is %s", (userAgent, words) => {
  expect(sayDevice(userAgent)).toBe(words);
});
