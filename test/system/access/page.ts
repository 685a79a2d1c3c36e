import { ROLE_COLUMNS } from './matrix';
import type { Line } from './matrix';

const OF: Readonly<Record<Line['of'], readonly [title: string, text: string]>> = {
  public: ['Without signing in', 'Anybody.'],
  'signed-in': [
    'Signed in, about oneself or about nobody',
    'Whoever signed in; what is answered is their own alone: no role opens the inbox, the tokens or the sessions of another.',
  ],
  nowhere: ['Where no unit is concerned', '`*` may, `.` may not (403).'],
  list: [
    'Lists',
    'Whoever works here gets a list; the letter says whose things stand in it. What may not be read neither shows nor counts.',
  ],
  place: ['About a thing in a unit', 'Where the letter does not reach, the answer is 403.'],
};
const ORDER = ['place', 'list', 'nowhere', 'signed-in', 'public'] as const satisfies readonly Line['of'][];

/** docs/access.md: the matrix as people read it. */
export function accessPage(lines: readonly Line[]): string {
  const sections = ORDER.map((of) =>
    section(
      of,
      lines.filter((line) => line.of === of),
    ),
  );
  return `${HEAD}\n${sections.join('\n')}`;
}

const HEAD = `# Who may call what

Written by \`test/system/access\`, which calls every route in the name of every role about things in the own unit, below,
above and beside it; a route without a line here fails the tests. Why it is so: [\`adr/access.md\`](adr/access.md).

A person may hold several roles; each adds. Letters say how far a role reaches from the unit its holder stands in:

- \`*\` everywhere
- \`v\` the own unit and all below it
- \`b\` the units below it alone
- \`o\` the own unit alone
- \`.\` nowhere

Ties add to this: the lead, the reviewers and the owners of countermeasures of a cycle read it wherever they stand and may
do their part; the owner of an indicator reads its values and enters and approves its figures, that of a survey edits it;
everybody reads what is their own. The deputy of
somebody who is away has that person's ties for the day; and where an absent head or improvement lead would, the deputy reads
a cycle, decides on it and, in the place of a head, approves its plan: nothing else of a role passes on. An auditor changes
nothing, tie or not.
Rules of the thing itself (phases, four eyes, closed periods) bind everybody, administrators too.

Columns: ${ROLE_COLUMNS.map((role) => `**${initial(role)}** ${role}`).join(', ')}.
`;

function initial(role: (typeof ROLE_COLUMNS)[number]): string {
  return {
    administrator: 'A',
    'head-of-unit': 'H',
    'improvement-lead': 'L',
    reviewer: 'R',
    officer: 'O',
    evaluator: 'E',
    auditor: 'U',
    citizen: 'C',
  }[role];
}

function section(of: Line['of'], lines: readonly Line[]): string {
  const [title, text] = OF[of];
  const width = Math.max(...lines.map(({ route }) => route.length));
  const row = (route: string, letters: string) => `${route.padEnd(width)}  ${letters.split('').join(' ')}`;
  const head = row('', ROLE_COLUMNS.map(initial).join(''));
  const rows =
    of === 'public' ? lines.map(({ route }) => route) : [head, ...lines.map(({ route, may }) => row(route, may))];
  return `## ${title}\n\n${text}\n\n\`\`\`text\n${rows.join('\n')}\n\`\`\`\n`;
}
