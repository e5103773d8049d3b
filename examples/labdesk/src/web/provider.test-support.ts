/** An identity provider on this machine that can be told to answer wrongly. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

export interface Forgery {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: number;
  readonly nonce?: string;
  readonly amr?: unknown;
  readonly sub?: string;
  readonly key?: 'other' | 'none';
  /** Sent instead of a token. */
  readonly raw?: string;
}

export interface TestProvider {
  readonly issuer: URL;
  /** What the token of the next answer says. */
  answerWith(nonce: string, forgery?: Forgery): void;
  close(): Promise<void>;
}

export async function newProvider(clientId: string): Promise<TestProvider> {
  const [right, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const jwk = { ...(await exportJWK(right.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  let base = '';
  let next: { readonly nonce: string; readonly forgery: Forgery } = { nonce: '', forgery: {} };

  async function token(): Promise<string> {
    const { nonce, forgery } = next;
    if (forgery.raw !== undefined) return forgery.raw;
    const claims = { nonce: forgery.nonce ?? nonce, amr: forgery.amr ?? ['pwd', 'mfa'] };
    const now = Math.floor(Date.now() / 1000);
    const common = { iss: forgery.issuer ?? base, aud: forgery.audience ?? clientId, sub: forgery.sub ?? 'u-clerk', iat: now, exp: forgery.expires ?? now + 60 };
    if (forgery.key === 'none') return new UnsecuredJWT({ ...claims, ...common }).encode();
    const key = forgery.key === 'other' ? other.privateKey : right.privateKey;
    return new SignJWT({ ...claims, ...common }).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key);
  }

  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/.well-known/openid-configuration')) {
      response.end(JSON.stringify({ issuer: base, authorization_endpoint: `${base}/authorize`, token_endpoint: `${base}/token`, jwks_uri: `${base}/jwks`, response_types_supported: ['code'], id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'] }));
    } else if (request.url === '/jwks') response.end(JSON.stringify({ keys: [jwk] }));
    else void token().then((idToken) => response.end(JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: idToken })));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer: new URL(base),
    answerWith: (nonce, forgery = {}) => void (next = { nonce, forgery }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
