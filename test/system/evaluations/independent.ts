/**
 * A second opinion on scores, for tests: reads raw events and nothing of the engine, and counts in fractions of whole numbers.
 * The rules are those of `RULES` in recompute.test.ts, written out here by hand.
 */
export type Raw = { readonly type: string; readonly at: string; readonly by: string } & Readonly<
  Record<string, unknown>
>;
/** Every field that is read of any event; what type has which is for the reader to know. */
type Fields = {
  readonly [field in 'type' | 'item' | 'due' | 'doneOn' | 'on' | 'override' | 'from']: string;
} & { readonly coefficient: number; readonly quantity: number } & {
  readonly [field in 'leader' | 'passed' | 'granted']: boolean;
} & {
  readonly manager?: string;
  readonly ratings: Record<string, number>;
  readonly changes?: { ratings?: object; items?: Record<string, object>; revokedOverrides?: string[] };
};
type Led = { readonly organising: number; readonly cohesion: number };
type Fraction = { readonly n: bigint; readonly d: bigint };
type Item = {
  weight: readonly [number, number];
  due: string;
  doneOn?: string | undefined;
  failures: number;
  noted: number;
  waits: { from: string; to?: string | undefined }[];
  forgiven: boolean;
  gone: boolean;
  fixed: { qualityFailures?: number; delays?: number; done?: boolean; objectiveCause?: boolean };
};
export type Second = { readonly total: number; readonly band: string } | undefined;

const frac = (n: bigint, d = 1n): Fraction => (d < 0n ? { n: -n, d: -d } : { n, d });
function of(value: number): Fraction {
  const [whole = '0', part = ''] = String(value).split('.');
  return frac(BigInt(whole + part), 10n ** BigInt(part.length));
}
const plus = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.n, a.d * b.d);
const over = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d, a.d * b.n);
const less = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
const most = (a: Fraction, b: Fraction): Fraction => (less(a, b) ? b : a);
const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, frac(0n));
/** The nearest number of the machine, by way of fifty decimals. */
const numberOf = ({ n, d }: Fraction): number => {
  const digits = ((n * 10n ** 50n) / d).toString().padStart(51, '0');
  return Number(`${digits.slice(0, -50)}.${digits.slice(-50)}`);
};

const DAY = 86_400_000;
const isWorking = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay());
/** Mondays to Fridays after one day up to another; March 2026 has no holiday. */
function workingDays(after: string, until: string): number {
  let days = 0;
  for (let at = Date.parse(after) + DAY; at <= Date.parse(until); at += DAY) if (isWorking(at)) days++;
  return days;
}
function lateDays({ due, doneOn, waits }: Item): number {
  if (doneOn === undefined || doneOn <= due) return 0;
  let at = Date.parse(due);
  while (!isWorking(at)) at += DAY;
  const from = new Date(at).toISOString().slice(0, 10);
  const waited = new Set<string>();
  for (const wait of waits)
    for (let day = Date.parse(wait.from) + DAY; day <= Date.parse(wait.to ?? doneOn); day += DAY) {
      const name = new Date(day).toISOString().slice(0, 10);
      if (isWorking(day) && name <= doneOn) waited.add(name);
    }
  return Math.max(0, workingDays(from, doneOn) - waited.size);
}

/** Everything that was entered about one person, from their events alone. */
export function facts(events: readonly Raw[]) {
  const items = new Map<string, Item>();
  let rated: Record<string, number> = {};
  let led = undefined as Led | undefined;
  const calibrated: Record<string, number> = {};
  const corrected: Record<string, number> = {};
  const findings = new Map<string, string>();
  let manager: string | undefined;
  let leader = false;
  for (const raw of events) {
    // What an event of this type holds; the test reads it as the database has it.
    const event = raw as unknown as Fields;
    const item = items.get(event.item);
    switch (event.type) {
      case 'EvaluationOpened':
        [manager, leader] = [event.manager, event.leader];
        break;
      case 'Transferred':
        manager = event.manager ?? manager;
        break;
      case 'WorkAssigned':
        items.set(event.item, {
          ...{ weight: [event.coefficient, event.quantity], due: event.due, failures: 0, noted: 0, waits: [] },
          ...{ forgiven: false, gone: false, fixed: {} },
        });
        break;
      case 'Rated':
        rated = event.ratings;
        led = (raw['leader'] as Led | undefined) ?? led;
        break;
      case 'Calibrated':
        Object.assign(calibrated, event.ratings);
        break;
      case 'OverrideRecorded':
        if (event.from <= '2026-03-31') findings.set(event.override, event.override);
        break;
      case 'OverrideRevoked':
        findings.delete(event.override);
        break;
      case 'Corrected':
      case 'AppealDecided': {
        const { changes = {} } = event;
        Object.assign(corrected, changes.ratings);
        for (const [key, change] of Object.entries(changes.items ?? {}))
          Object.assign(items.get(key)?.fixed ?? {}, change);
        for (const key of changes.revokedOverrides ?? []) findings.delete(key);
        break;
      }
      default:
        if (item !== undefined) ofItem(item, event);
    }
  }
  return { items, points: { ...rated, ...calibrated, ...corrected }, led, findings, manager, leader };
}

function ofItem(item: Item, event: Fields): void {
  switch (event.type) {
    case 'WorkRevised':
      if ('due' in event) item.due = event.due;
      if ('quantity' in event) item.weight = [item.weight[0], event.quantity];
      break;
    case 'WorkWithdrawn':
      item.gone = true;
      break;
    case 'DoneReported':
      item.doneOn = event.doneOn;
      break;
    case 'DoneTakenBack':
      item.doneOn = undefined;
      break;
    case 'QualityChecked':
      item.failures += event.passed ? 0 : 1;
      break;
    case 'DelayNoted':
      item.noted++;
      break;
    case 'WaitingBegan':
      item.waits.push({ from: event.on });
      break;
    case 'WaitingEnded':
      for (const wait of item.waits) wait.to ??= event.on;
      break;
    case 'ObjectiveCauseDecided':
      item.forgiven = event.granted;
  }
}

const [HUNDRED, QUARTER] = [frac(100n), frac(1n, 4n)];

/** `below`: the classes of the people that a leader rates. `undefined`: nothing was assigned. */
export function secondOpinion(entered: ReturnType<typeof facts>, below: readonly string[]): Second {
  const live = [...entered.items.values()].filter(({ gone }) => !gone);
  if (live.length === 0) return undefined;
  const weightOf = ({ weight: [coefficient, quantity] }: Item) => times(of(coefficient), of(quantity));
  const all = sum(live.map(weightOf));
  const kept = (count: number, forgiven: boolean) =>
    forgiven ? frac(1n) : most(frac(0n), plus(frac(1n), times(QUARTER, frac(BigInt(-count)))));
  const share = (part: (item: Item) => Fraction) =>
    over(
      times(
        HUNDRED,
        sum(
          live
            .filter((one) => one.fixed.done ?? one.doneOn !== undefined)
            .map((one) => times(weightOf(one), part(one))),
        ),
      ),
      all,
    );
  const forgiven = (one: Item) => one.fixed.objectiveCause ?? one.forgiven;
  const a = share(() => frac(1n));
  const b = share((one) => kept(one.fixed.qualityFailures ?? one.failures, forgiven(one)));
  const c = share((one) => kept(one.fixed.delays ?? one.noted + (lateDays(one) > 0 ? 1 : 0), forgiven(one)));
  const letters = [a, b, c];
  if (entered.leader && entered.led !== undefined) {
    const d = below.some((band) => band === 'not-completed') ? 50 : 100;
    letters.push(of(d), of(entered.led.organising), of(entered.led.cohesion));
  }
  const work = over(times(frac(70n), sum(letters)), frac(BigInt(100 * letters.length)));
  const total = plus(sum(Object.values(entered.points).map(of)), work);
  return { total: numberOf(total), band: entered.findings.size > 0 ? 'not-completed' : bandOf(total) };
}

function bandOf(total: Fraction): string {
  if (!less(total, frac(90n))) return 'excellent';
  if (less(frac(80n), total)) return 'good';
  return less(total, frac(50n)) ? 'not-completed' : 'completed';
}
