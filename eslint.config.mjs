import { existsSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';
import { ARROWS } from './architecture.mjs';

/**
 * The program and its tests, and the pages, which have types of their own: those are checked once `npm run types:web` has
 * written what the API answers.
 */
const PAGES_TYPED = existsSync(new URL('web/src/api/schema.d.ts', import.meta.url));
const SOURCES = ['**/*.ts', 'web/src/**/*.tsx'];

/**
 * The import arrows of the design as lint rules: see architecture.mjs, which the architecture test reads too. Where several
 * arrows hold in one folder the later entry repeats the earlier ones: the last configuration of a rule replaces the others.
 */
const arrows = ARROWS.map(({ folder, ignores }, index) => ({
  files: [`${folder}/**/*.ts`],
  ignores: ignores ?? [],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: ARROWS.slice(0, index + 1)
          .filter((arrow) => arrow.folder === folder)
          .flatMap(({ forbidden, why }) =>
            forbidden.map(({ regex, allowTypeImports }) => ({
              regex,
              allowTypeImports: allowTypeImports ?? false,
              message: why,
            })),
          ),
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'data/**',
      'coverage/**',
      'test/histories/**',
      'web/node_modules/**',
      PAGES_TYPED ? 'web/src/api/schema.d.ts' : 'web/**',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: SOURCES })),
  {
    files: ['**/*.ts'],
    ignores: ['web/**'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
  },
  {
    files: ['web/src/**/*.ts', 'web/src/**/*.tsx'],
    ...hooks.configs.flat.recommended,
    languageOptions: { parserOptions: { project: './web/tsconfig.json' } },
  },
  {
    files: SOURCES,
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  ...arrows,
);
