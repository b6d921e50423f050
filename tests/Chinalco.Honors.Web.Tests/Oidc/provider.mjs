// An OpenID Connect provider for the tests. Whoever gives a known login is let in; what it says of them stands in a file that a test may
// change between two sign-ins. Every token that it issues is told on standard output, so that a test can look for it where it must not be.
//
//   node provider.mjs PORT REDIRECT_URI ACCOUNTS_FILE
import { readFileSync } from "node:fs";
import { Provider } from "oidc-provider";

const [port, redirectUri, accountsFile] = process.argv.slice(2);
const accounts = () => JSON.parse(readFileSync(accountsFile, "utf8"));

const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: "honors",
      client_secret: "a-secret-for-tests-only",
      redirect_uris: [redirectUri],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts()[id] }) }),
  claims: { openid: ["sub"], profile: ["name", "preferred_username"], honors: ["roles", "unit"] },
  scopes: ["openid", "profile", "honors"],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true }, pushedAuthorizationRequests: { enabled: false } },
  cookies: { keys: ["only for tests"] },
});

provider.on("grant.success", (ctx) => console.log(`issued ${JSON.stringify(ctx.body)}`));
provider.on("grant.error", (_, error) => console.log(`refused ${error.message}: ${error.error_description}`));
provider.listen(Number(port), "localhost", () => console.log("ready"));
