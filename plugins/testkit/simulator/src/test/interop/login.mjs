// A client that we did not write goes through everything that a service does with Pro Santé Connect.
// Each step prints one line "ok: …"; the first thing that is not as it should be ends the process with code 1.
import assert from "node:assert/strict";
import * as client from "openid-client";

const { DISCOVERY, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, POST_LOGOUT_URI, NATIONAL_ID } = process.env;
const PSC = { scope: "openid scope_all", acr_values: "eidas1" };

const ok = (step) => console.log(`ok: ${step}`);

// The whole address: without /.well-known/ in it, openid-client would look for openid-configuration, which is another one.
const config = await client.discovery(
  new URL(DISCOVERY),
  CLIENT_ID,
  undefined,
  client.ClientSecretBasic(CLIENT_SECRET),
  { execute: [client.allowInsecureRequests] },
);
// Verifies the signature of each ID token too, not only its claims.
client.enableNonRepudiationChecks(config);
const issuer = config.serverMetadata().issuer;
assert.ok(DISCOVERY.startsWith(`${issuer}/`));
ok("discovery");

async function loginByCode() {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const page = client.buildAuthorizationUrl(config, {
    ...PSC,
    redirect_uri: REDIRECT_URI,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  assert.notEqual(page.origin, new URL(issuer).origin, "the login page is on an origin of its own");
  const answer = await fetch(page, { redirect: "manual" });
  assert.equal(answer.status, 302);
  const back = new URL(answer.headers.get("location"));
  assert.equal(back.origin + back.pathname, REDIRECT_URI);
  return client.authorizationCodeGrant(config, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
}

async function loginByCiba() {
  const started = await client.initiateBackchannelAuthentication(config, {
    ...PSC,
    login_hint: NATIONAL_ID,
    binding_message: "42",
    channel: "MOBILE",
  });
  return client.pollBackchannelAuthenticationGrant(config, started);
}

async function checkIdentity(tokens) {
  const claims = tokens.claims();
  assert.equal(claims.SubjectNameID, NATIONAL_ID);
  assert.equal(claims.acr, "eidas1");
  assert.equal(tokens.expiresIn() <= 120, true);
  const userInfo = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
  assert.equal(userInfo.SubjectNameID, NATIONAL_ID);
}

async function refresh(tokens) {
  const fresh = await client.refreshTokenGrant(config, tokens.refresh_token);
  assert.notEqual(fresh.access_token, tokens.access_token);
  assert.equal(fresh.claims().sub, tokens.claims().sub);
  await checkIdentity(fresh);
  return fresh;
}

async function isActive(tokens) {
  return (await client.tokenIntrospection(config, tokens.access_token)).active;
}

async function logout(tokens) {
  assert.equal(await isActive(tokens), true);
  const state = client.randomState();
  const page = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: POST_LOGOUT_URI,
    state,
  });
  const answer = await fetch(page, { redirect: "manual" });
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.get("location"), `${POST_LOGOUT_URI}?state=${state}`);
  assert.equal(await isActive(tokens), false);
  await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token), { error: "invalid_grant" });
}

for (const [name, login] of [["code flow with PKCE", loginByCode], ["CIBA poll", loginByCiba]]) {
  const tokens = await login();
  await checkIdentity(tokens);
  ok(name);
  const fresh = await refresh(tokens);
  ok(`${name}: refresh`);
  await logout(fresh);
  ok(`${name}: logout`);
}
