/** How this page proves who asks: the session's cookie with its CSRF token, or a bearer token of this tab. */
type Credentials = { csrf?: string; bearer?: string };

const KEY = 'kairyo.token';
const WAS_HERE = 'kairyo.signedIn';
const held: Credentials = {};

export const credentials = {
  csrf: (): string | undefined => held.csrf,
  bearer: (): string | undefined => (held.bearer ??= sessionStorage.getItem(KEY) ?? undefined),
  /** Somebody signed in here and did not sign out: whether the session still holds, the server knows. */
  probablyThere: (): boolean => localStorage.getItem(WAS_HERE) !== null,
  useCookie(csrf: string): void {
    held.csrf = csrf;
    localStorage.setItem(WAS_HERE, 'true');
    delete held.bearer;
    sessionStorage.removeItem(KEY);
  },
  /** For a server without sessions: the token lives as long as the tab. */
  useBearer(token: string): void {
    held.bearer = token;
    sessionStorage.setItem(KEY, token);
  },
  forget(): void {
    delete held.csrf;
    delete held.bearer;
    sessionStorage.removeItem(KEY);
    localStorage.removeItem(WAS_HERE);
  },
};
