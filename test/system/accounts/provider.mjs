/** A real OpenID Connect provider on loopback, in a process of its own: it is an ES module. Prints its port when it listens. */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [port, callback, secret] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'kairyo', client_secret: secret, redirect_uris: [callback] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  pkce: { required: () => true },
  cookies: { keys: ['only for tests'] },
  findAccount: (_context, sub) => ({
    accountId: sub,
    claims: () => ({ sub, email: sub, email_verified: !sub.startsWith('unverified') }),
  }),
});
createServer(provider.callback()).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
