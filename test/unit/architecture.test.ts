import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import ts from 'typescript';

const ROOT = path.resolve(__dirname, '../..');

type Arrow = {
  readonly folder: string;
  readonly why: string;
  readonly ignores?: readonly string[];
  readonly forbidden: readonly {
    readonly regex: string;
    readonly allowTypeImports?: boolean;
    readonly example: string;
  }[];
};
type Import = { readonly from: string; readonly typeOnly: boolean };

/** Read by Node itself, outside jest: architecture.mjs is an ES module. */
function readArrows(): readonly Arrow[] {
  const program = "import('./architecture.mjs').then(({ ARROWS }) => console.log(JSON.stringify(ARROWS)))";
  const { stdout } = spawnSync(process.execPath, ['-e', program], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(stdout) as readonly Arrow[];
}
const ARROWS = readArrows();

const filesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

function importsOf(source: string): readonly Import[] {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022);
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    return [{ from: moduleSpecifier.text, typeOnly: isTypeOnly(statement) }];
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  const named = clause.namedBindings;
  const allTypes =
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every(({ isTypeOnly: only }) => only);
  return clause.isTypeOnly || (clause.name === undefined && allTypes);
}

const violations = (arrow: Arrow, source: string): readonly string[] =>
  importsOf(source)
    .filter(({ from, typeOnly }) =>
      arrow.forbidden.some(
        ({ regex, allowTypeImports }) => new RegExp(regex).test(from) && !(allowTypeImports === true && typeOnly),
      ),
    )
    .map(({ from }) => from);

const covers = ({ ignores = [] }: Arrow, file: string): boolean =>
  !ignores.some((glob) => file.endsWith(glob.replace('**/*', '')));

/** The rule about imports as lint applies it to each of these files; asked of ESLint outside jest, all in one go. */
function lintRules(files: readonly string[]): readonly Linter.RuleEntry[] {
  const program = `
    const { ESLint } = require('eslint');
    const lint = new ESLint();
    Promise.all(${JSON.stringify(files)}.map((file) => lint.calculateConfigForFile(file)))
      .then((configs) => console.log(JSON.stringify(configs.map(({ rules }) => rules['no-restricted-imports']))));`;
  const { stdout } = spawnSync(process.execPath, ['-e', program], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(stdout) as readonly Linter.RuleEntry[];
}

describe('the import arrows', () => {
  it('hold in every file', () => {
    const broken = ARROWS.flatMap((arrow) =>
      filesIn(arrow.folder)
        .filter((file) => covers(arrow, file))
        .flatMap((file) =>
          violations(arrow, readFileSync(path.join(ROOT, file), 'utf8')).map(
            (from) => `${file} imports ${from}: ${arrow.why}`,
          ),
        ),
    );
    expect(broken).toEqual([]);
  });

  it('notice every kind of import they forbid', () => {
    for (const arrow of ARROWS)
      for (const { example } of arrow.forbidden)
        expect([arrow.folder, example, violations(arrow, example).length]).toEqual([arrow.folder, example, 1]);
  });

  it('let types through where only types are allowed', () => {
    const workflows = ARROWS.filter(({ folder }) => folder === 'src/workflows');
    for (const arrow of workflows)
      expect(violations(arrow, "import type { LaunchCycle } from '../domain/cycle/cycle.schema';")).toEqual([]);
  });

  it('are errors of lint when broken', () => {
    const rules = lintRules(ARROWS.map(({ folder }) => `${folder}/broken.ts`));
    for (const [index, { folder, forbidden }] of ARROWS.entries())
      for (const { example } of forbidden) {
        const config: Linter.Config = { rules: { 'no-restricted-imports': rules[index] ?? 'off' } };
        expect([folder, example, new Linter().verify(example, config).length > 0]).toEqual([folder, example, true]);
      }
  });

  it('leave no barrel file in the domain', () => {
    expect(filesIn('src/domain').filter((file) => path.basename(file) === 'index.ts')).toEqual([]);
  });
});
