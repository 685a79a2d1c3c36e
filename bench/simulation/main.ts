import { chartTables } from './charts';
import { comparisonTables } from './comparisons';
import { futureTables } from './futures';
import { leadTables } from './leads';

/** `npm run simulate [-- runs]`: false alarms on stable noise and power on shifts, as the tables of docs/statistics.md. */
const runs = Number(process.argv[2] ?? 2000);
process.stdout.write(
  `${[...chartTables(runs), ...comparisonTables(runs), ...leadTables(runs), ...futureTables(runs)].join('\n\n')}\n`,
);
