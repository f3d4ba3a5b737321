import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/lib/kernel/env";
import type { OpenidClaims } from "@/lib/people/sign-in-with-openid";

/** Claims in DfE Sign-in's shape: names may be missing, and so may the organisation. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  email: z.email().optional().catch(undefined),
  email_verified: z.boolean().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  name: z.string().optional(),
  organisation: z
    .object({
      urn: z.coerce.number().int().positive().optional().catch(undefined),
      ukprn: z.string().min(1).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

type Claims = z.infer<typeof claimsSchema>;

/** Whether this service offers DfE Sign-in: all three settings are there. */
export function isOpenidSet(): boolean {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return Boolean(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET);
}

/** DfE Sign-in as a provider of next-auth: authorisation code with PKCE, state and nonce. */
export function openidProvider(): OAuthConfig<Claims> {
  const { OIDC_ISSUER = "", OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return {
    id: "dfe",
    name: "DfE Sign-in",
    type: "oauth",
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid profile email organisation" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    // Address and organisation stand in the ID token or behind the userinfo endpoint; the ID token's own word counts.
    userinfo: {
      request: async ({ client, tokens }) => {
        const claims = payloadOf(tokens.id_token ?? "");
        const more = tokens.access_token ? await client.userinfo(tokens.access_token) : claims;
        if (more.sub !== claims.sub) throw new Error("The userinfo endpoint speaks of somebody else");
        return { ...more, ...claims };
      },
    },
    profile: (claims) => ({ id: claims.sub }),
  };
}

/** What an ID token says, whose signature, audience, times and nonce have been checked. */
function payloadOf(idToken: string) {
  const payload: unknown = JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString());
  return z.looseObject({ sub: z.string() }).parse(payload);
}

/** What our deed is told, read from the claims that next-auth has checked. */
export function readClaims(raw: unknown): OpenidClaims {
  const claims = claimsSchema.parse(raw);
  const fullName = [claims.given_name, claims.family_name].filter(Boolean).join(" ");
  return {
    issuer: env().OIDC_ISSUER ?? "",
    subject: claims.sub,
    name: fullName || claims.name || "DfE Sign-in user",
    email: claims.email,
    emailVerified: claims.email_verified !== false,
    organisation: { urn: claims.organisation?.urn, ukprn: claims.organisation?.ukprn },
  };
}
