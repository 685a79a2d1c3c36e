/** What the start screen tells. */
export type Screen = {
  readonly port: number;
  readonly temporalAddress: string;
  readonly temporalPage?: string;
  readonly temporalWhy: string;
  readonly mongoUri: string;
  readonly mongoWhy: string;
  readonly token: string;
  readonly data: string;
  readonly seconds: number;
};

/** The one screen of a start: everything a newcomer needs next. */
export function screen(facts: Screen): string {
  const address = `http://127.0.0.1:${facts.port}`;
  const rows: readonly (readonly [string, string])[] = [
    ['Kairyo', address],
    ['API documentation', `${address}/docs`],
    ...(facts.temporalPage === undefined ? [] : [["Temporal's own page", facts.temporalPage] as const]),
    ['Temporal', `${facts.temporalAddress} (${facts.temporalWhy})`],
    ['MongoDB', `${withoutPassword(facts.mongoUri)}`],
    ['', `(${facts.mongoWhy})`],
    ["Administrator's token", facts.token],
    ['Data', facts.data],
    ['Stop', 'Ctrl-C; the next start continues every open cycle'],
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(22)} ${value}`);
  return ['', `  Kairyo is ready after ${facts.seconds} s.`, '', ...lines, ''].join('\n');
}

const withoutPassword = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//…@');
