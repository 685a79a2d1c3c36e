import { z } from 'zod';
import { readable } from '../../domain/indicators/named';
import { inForceOn, inForceOrNext } from '../../domain/indicators/versions';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import { Course, TrainingSettings } from '../../domain/training/training.schema';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { demandEdit } from './documents';
import { SETTING, todayOf, TRAINING_TAG as tag } from './trainingReading';
import { TrainingSettingsInput, TrainingSettingsView } from './trainingViews';
import { pageOfItems } from './views';

const CourseView = Course.extend({
  id: Id,
  version: z.number().int().min(1).describe('Counts edits; also the ETag'),
  title: z.string().describe('The name in the language of the caller'),
  validFrom: IsoDate,
});
const CourseInput = Course.extend({
  validFrom: IsoDate.optional().describe('First day; default today'),
  reason: z.string().trim().min(1).max(2000).optional(),
}).strict();

const list = route({
  method: 'get',
  path: '/v1/training/courses',
  id: 'listCourses',
  tag,
  summary: 'Courses, as they are today',
  action: 'course.read',
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'By id', schema: pageOfItems(CourseView), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { cursor, limit } }, context) => {
    await context.allow('course.read');
    const today = await todayOf(context);
    const found = pageOf(await context.deps.courses.list(afterOf(cursor), limit + 1), limit, ({ id }) => id);
    const items = found.items.flatMap(({ id, version, versions }) => {
      const of = inForceOrNext(versions, today);
      return of === undefined ? [] : [courseView({ id, version, of }, context)];
    });
    return { status: 200, body: { ...found, items } };
  },
});

const put = route({
  method: 'put',
  path: '/v1/training/courses/{course}',
  id: 'putCourse',
  tag,
  summary: 'Describe a course, or change it from a day on',
  action: 'course.edit',
  params: z.object({ course: Id }),
  body: CourseInput,
  bodyExample: {
    name: { vi: 'Kỹ năng giao tiếp với người dân', en: 'Talking with citizens', ja: '住民対応の話し方' },
    hours: 16,
  },
  responses: { 200: { description: 'The course', schema: CourseView, headers: ['ETag'] } },
  problems: ['CHANGED_MEANWHILE'],
  handle: async ({ params: { course: id }, body: { validFrom, reason, ...value } }, context) => {
    const { deps, allow, person } = context;
    await allow('course.edit', { unit: person.unit });
    const seen = (await deps.courses.get(id))?.version ?? 0;
    const today = await todayOf(context);
    const edited = await deps.courses.put(editing(id, { validFrom: validFrom ?? today, reason, seen }, context), value);
    demandEdit(edited);
    const stored = await deps.courses.get(id);
    const of = stored && inForceOrNext(stored.versions, today);
    if (stored === undefined || of === undefined) throw new Error(`the course ${id} is gone`);
    return { status: 200, body: courseView({ id, version: stored.version, of }, context), version: stored.version };
  },
});

type Shown = {
  readonly id: string;
  readonly version: number;
  readonly of: { readonly validFrom: string; readonly value: Course };
};
const courseView = ({ id, version, of: { validFrom, value } }: Shown, { language }: Context) => ({
  ...{ ...value, id, version, validFrom, title: readable(value.name, language) },
});

type Edit = { readonly validFrom: string; readonly reason: string | undefined; readonly seen: number };
function editing(id: string, { validFrom, reason, seen }: Edit, context: Context) {
  const expected = expectedVersion(context, seen, false);
  const by = context.person.id;
  return {
    ...{ id, validFrom, by },
    ...(reason !== undefined && { reason }),
    ...(expected !== undefined && { expected }),
  };
}

const getSettings = route({
  method: 'get',
  path: '/v1/settings/training',
  id: 'getTrainingSettings',
  tag,
  summary: 'What counts as weak, how soon training is planned, how small a group is not shown',
  action: 'course.read',
  responses: { 200: { description: 'The setting in force today', schema: TrainingSettingsView, headers: ['ETag'] } },
  handle: async (_input, context) => {
    await context.allow('course.read');
    return settingsAnswer(context);
  },
});

const putSettings = route({
  method: 'put',
  path: '/v1/settings/training',
  id: 'putTrainingSettings',
  tag,
  summary: 'Change the setting from a day on',
  action: 'training.settings',
  body: TrainingSettingsInput,
  bodyExample: { weakBelow: 0.6, reason: 'Theo kế hoạch đào tạo năm 2026' },
  responses: { 200: { description: 'The setting in force today', schema: TrainingSettingsView, headers: ['ETag'] } },
  problems: ['CHANGED_MEANWHILE'],
  handle: async ({ body: { validFrom, reason, ...value } }, context) => {
    const { deps, allow } = context;
    await allow('training.settings');
    const seen = (await deps.trainingSettings.get(SETTING))?.version ?? 0;
    const edit = { validFrom: validFrom ?? (await todayOf(context)), reason, seen };
    demandEdit(await deps.trainingSettings.put(editing(SETTING, edit, context), TrainingSettings.parse(value)));
    return settingsAnswer(context);
  },
});

async function settingsAnswer(context: Context) {
  const stored = await context.deps.trainingSettings.get(SETTING);
  const of = inForceOn(stored?.versions ?? [], await todayOf(context));
  const body = { ...TrainingSettings.parse({}), version: stored?.version ?? 0, assumption: true as const };
  if (stored === undefined || of === undefined) return { status: 200 as const, body };
  const { value, validFrom, by, reason } = of;
  const dated = { validFrom, by, ...(reason !== undefined && { reason }) };
  return { status: 200 as const, body: { ...body, ...value, ...dated }, version: stored.version };
}

export const courseRoutes = [list, put, getSettings, putSettings];
