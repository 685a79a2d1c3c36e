import { z } from 'zod';
import { CalendarDay } from '../../domain/calendar/calendar.schema';
import {
  CaseFilter,
  Countermeasure,
  CycleCommand,
  DraftPlan,
  LaunchCycle,
  PlanIndicator,
  Prediction,
} from '../../domain/cycle/cycle.schema';
import { Mapping, OfficeSettings, Rounds } from '../../domain/organisation/organisation.schema';
import { ReminderStep } from '../../domain/reminders/policy.schema';
import * as views from '../routes/views';

export type JsonSchema = { readonly [member: string]: unknown };
export type Direction = 'input' | 'output';

const NAMED = {
  CalendarDay,
  CaseFilter,
  Countermeasure,
  CycleCommand,
  DraftPlan,
  LaunchCycle,
  PlanIndicator,
  Prediction,
  Mapping,
  OfficeSettings,
  Rounds,
  ReminderStep,
  UnitInput: views.UnitInput,
  PersonInput: views.PersonInput,
  ProcedureInput: views.ProcedureInput,
  CalendarInput: views.CalendarInput,
  ReminderPolicyInput: views.ReminderPolicyInput,
  Unit: views.UnitView,
  Person: views.PersonView,
  Procedure: views.ProcedureView,
  Calendar: views.CalendarView,
  ReminderPolicy: views.ReminderPolicyView,
  Import: views.ImportView,
  Aggregation: views.AggregationView,
  Series: views.SeriesView,
  Cycle: views.CycleView,
  Event: views.EventView,
  ChainCheck: views.ChainView,
  InboxMessage: views.InboxMessageView,
  Undelivered: views.UndeliveredView,
  Token: views.TokenView,
  NewToken: views.NewTokenView,
  WorkingDays: views.WorkingDaysView,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** Names for the schemas that are used in several places, beside what they say about themselves; they become components. */
for (const [id, schema] of Object.entries(NAMED)) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });

/**
 * Turns schemas into JSON Schema 2020-12, made by zod itself, and collects the named ones. A schema whose form differs on
 * the way in and on the way out (a default makes a member optional on the way in) has two names: `X` and `XView`.
 */
export function schemaCollector() {
  const components = new Map<string, JsonSchema>();

  const convert = (schema: z.ZodType, direction: Direction): JsonSchema => {
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io: direction,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => plainer(jsonSchema),
    }) as JsonSchema & { readonly $defs?: Record<string, JsonSchema> };
    const rename = renaming($defs, direction, components);
    for (const [name, definition] of Object.entries($defs))
      components.set(rename(name), rewritten(withoutId(definition), rename));
    return rewritten(withoutId(root), rename);
  };
  return { convert, components };
}

/** `format` says it already; and that an integer is safe is no news. */
function plainer(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.format === 'date' || schema.format === 'date-time' || schema.format === 'email') delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

const withoutId = ({ id: _id, ...schema }: JsonSchema): JsonSchema => schema;

/** On the way out a name gets the ending `View` where the form behind it, or behind what it refers to, is another one. */
function renaming(
  definitions: Readonly<Record<string, JsonSchema>>,
  direction: Direction,
  components: ReadonlyMap<string, JsonSchema>,
): (name: string) => string {
  if (direction === 'input') return (name) => name;
  const same = (name: string) => name;
  const differs = new Set(
    Object.entries(definitions)
      .filter(([name, definition]) => {
        const known = components.get(name);
        return known !== undefined && JSON.stringify(known) !== JSON.stringify(rewritten(withoutId(definition), same));
      })
      .map(([name]) => name),
  );
  for (let before = -1; before !== differs.size;) {
    before = differs.size;
    for (const [name, definition] of Object.entries(definitions)) if (refersTo(definition, differs)) differs.add(name);
  }
  return (name) => (differs.has(name) ? `${name}View` : name);
}

const refersTo = (definition: JsonSchema, names: ReadonlySet<string>): boolean =>
  [...JSON.stringify(definition).matchAll(/"#\/\$defs\/([^"]+)"/g)].some(([, name]) => names.has(name ?? ''));

/** `#/$defs/X` → `#/components/schemas/X`, everywhere. */
function rewritten(schema: JsonSchema, rename: (name: string) => string): JsonSchema {
  const text = JSON.stringify(schema).replace(
    /"\$ref":"#\/\$defs\/([^"]+)"/g,
    (_whole, name: string) => `"$ref":"#/components/schemas/${rename(name)}"`,
  );
  return JSON.parse(text) as JsonSchema;
}
