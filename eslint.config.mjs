import tseslint from 'typescript-eslint';
import { ARROWS } from './architecture.mjs';

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
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**', 'test/histories/**', 'web/**'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
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
