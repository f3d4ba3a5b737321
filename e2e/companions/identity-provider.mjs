import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { signInPage } from "./identity-page.mjs";

const scope = "openid profile email organisation";

/**
 * A real OpenID Connect provider with claims in the shape of DfE Sign-in. Whoever comes types on its page who they are;
 * the same address is the same subject every time.
 * @param {{ address: string }} options `address`: of the application that sends people here
 * @returns {Promise<{ settings: Record<string, string>, stop: () => Promise<void> }>} `settings`: for the application
 */
export async function startIdentityProvider({ address }) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const client = { id: "maths-hubs", secret: randomBytes(24).toString("hex") };
  const accounts = new Map();
  const provider = new Provider(issuer, configurationFor({ client, accounts, address }));
  const answerProtocol = provider.callback();
  server.on("request", (request, response) => {
    const asked = request.url.startsWith("/interaction/")
      ? answerPerson({ provider, accounts, request, response })
      : answerProtocol(request, response);
    Promise.resolve(asked).catch((error) => response.writeHead(500).end(String(error.message)));
  });
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  const settings = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret };
  return { settings, stop };
}

function configurationFor({ client, accounts, address }) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${address}/api/auth/callback/dfe`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    scopes: scope.split(" "),
    claims: {
      openid: ["sub"],
      profile: ["given_name", "family_name"],
      email: ["email"],
      organisation: ["organisation"],
    },
    // DfE Sign-in says everything in the ID token already.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "tests", use: "sig", alg: "RS256" }] },
    cookies: { keys: [randomBytes(24).toString("hex")] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Interaction: 900, Session: 900, Grant: 900, AccessToken: 300, IdToken: 300 },
    findAccount: (_context, subject) => accounts.get(subject),
    loadExistingGrant: consentForEverybody,
  };
}

/** As at DfE Sign-in, nobody is asked whether a service of schools may know their school. */
async function consentForEverybody({ oidc }) {
  const grant = new oidc.provider.Grant({
    accountId: oidc.session.accountId,
    clientId: oidc.client.clientId,
  });
  grant.addOIDCScope(scope);
  await grant.save();
  return grant;
}

async function answerPerson({ provider, accounts, request, response }) {
  await provider.interactionDetails(request, response);
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(signInPage);
    return;
  }
  const typed = await readForm(request);
  const result =
    typed.get("answer") === "cancel"
      ? { error: "access_denied", error_description: "Somebody changed their mind" }
      : { login: { accountId: keepAccount(accounts, typed) } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function readForm(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** Keeps what somebody says of themselves, and answers their subject. */
function keepAccount(accounts, typed) {
  const email = typed.get("email");
  const known = [...accounts.values()].find((account) => account.email === email);
  const accountId = known?.accountId ?? randomUUID().toUpperCase();
  const claims = {
    sub: accountId,
    email,
    given_name: typed.get("given-name"),
    family_name: typed.get("family-name"),
    organisation: organisationOf(typed.get("urn")),
  };
  accounts.set(accountId, { accountId, email, claims: () => claims });
  return accountId;
}

/** The organisation somebody chose at DfE Sign-in; numbers are texts there, and what does not apply is null. */
function organisationOf(urn) {
  if (!urn) return undefined;
  return {
    id: randomUUID().toUpperCase(),
    name: "As DfE Sign-in names it",
    category: { id: "001", name: "Establishment" },
    type: { id: "01", name: "Community School" },
    urn,
    uid: null,
    ukprn: null,
    establishmentNumber: null,
    status: { id: 1, name: "Open" },
    closedOn: null,
    companyRegistrationNumber: null,
  };
}
