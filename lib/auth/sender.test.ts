import { describe, expect, test } from "vitest";
import { senderOf } from "./sender";

describe("the network a request comes from", () => {
  test("is what the nearest proxy wrote, not what the sender says of itself", () => {
    expect(senderOf("203.0.113.9, 192.0.2.1")).toBe("192.0.2.1");
    expect(senderOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(senderOf(null)).toBe("unknown");
  });

  test("is the whole network of an IPv6 line", () => {
    const one = senderOf("2001:db8:1:2:aaaa::1");
    expect(one).toBe("2001:db8:1:2::/64");
    expect(senderOf("2001:0db8:0001:0002:bbbb:cccc:dddd:eeee")).toBe(one);
    expect(senderOf("2001:db8:1:3::1")).not.toBe(one);
    expect(senderOf("::1")).toBe("0:0:0:0::/64");
  });
});
