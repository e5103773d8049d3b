/** Signs users in with the identity provider of their hospital. */
// @implements SRS-S01
import type { webcrypto } from 'node:crypto';
import * as oidc from 'openid-client';
import type { Claims } from './session.js';

/** What one attempt to sign in has to come back with; kept on the server and used once. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignIn {
  begin(): Promise<{ readonly attempt: Attempt; readonly address: URL }>;
  /** @returns nothing unless signature, issuer, audience, expiry, nonce and state of the answer are right */
  finish(address: URL, attempt: Attempt): Promise<Claims | undefined>;
}

export interface Provider {
  readonly issuer: URL;
  readonly clientId: string;
  /** Private key of the site; no shared secret. */
  readonly key: webcrypto.CryptoKey;
  readonly redirect: URL;
}

/** @param allowPlainHttp for a provider on this machine, in tests only */
export async function signInWith(provider: Provider, allowPlainHttp = false): Promise<SignIn> {
  const execute = allowPlainHttp ? [oidc.allowInsecureRequests] : [];
  const config = await oidc.discovery(provider.issuer, provider.clientId, {}, oidc.PrivateKeyJwt(provider.key), { execute });
  // The signature is checked too, and not only that the token came over TLS.
  oidc.enableNonRepudiationChecks(config);
  return { begin: () => begin(config, provider), finish: (address, attempt) => finish(config, address, attempt) };
}

async function begin(config: oidc.Configuration, { redirect }: Provider): ReturnType<SignIn['begin']> {
  const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirect.href,
    scope: 'openid',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  });
  return { attempt, address };
}

async function finish(config: oidc.Configuration, address: URL, attempt: Attempt): Promise<Claims | undefined> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, address, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    return claimsOf(tokens.claims());
  } catch {
    // Whatever is wrong with the answer: there is no session. The proxy logs that it happened.
    return undefined;
  }
}

function claimsOf(claims: oidc.IDToken | undefined): Claims | undefined {
  if (!claims) return undefined;
  const amr = Array.isArray(claims['amr']) ? claims['amr'].filter((one) => typeof one === 'string') : undefined;
  return { sub: claims.sub, ...(amr && { amr }) };
}
