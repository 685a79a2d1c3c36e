/** How this page proves who asks: the session's cookie with its CSRF token, or a bearer token of this tab. */
type Credentials = { csrf?: string; bearer?: string };

const KEY = 'kairyo.token';
const held: Credentials = {};

export const credentials = {
  csrf: (): string | undefined => held.csrf,
  bearer: (): string | undefined => (held.bearer ??= sessionStorage.getItem(KEY) ?? undefined),
  useCookie(csrf: string): void {
    held.csrf = csrf;
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
  },
};
