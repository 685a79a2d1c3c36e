import type { ApiDeps, ApiSettings } from '../ports';
import { DEFAULT_SETTINGS } from '../ports';

export const settingsOf = ({ deps }: { readonly deps: Pick<ApiDeps, 'settings'> }): ApiSettings => ({
  ...DEFAULT_SETTINGS,
  ...deps.settings,
});
