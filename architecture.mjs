/**
 * The import arrows of the design, once: eslint.config.mjs enforces them while typing, test/unit/architecture.test.ts
 * enforces them in every test run and proves by breaking each of them that it would notice.
 *
 * `forbidden` holds regular expressions over the text of an import ('../store/x', 'mongoose').
 */
const folders = (...names) => `^\\.{1,2}/(.*/)?(${names.join('|')})(/|$)`;
const packagesExcept = (...names) =>
  `^(?!\\.{1,2}/|(${names.map((n) => n.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})(?<=:|(?=/|$)))`;

export const ARROWS = [
  {
    folder: 'src/domain',
    why: 'The domain is pure: it imports the domain, decimal.js and luxon; zod in *.schema.ts only.',
    forbidden: [
      { regex: packagesExcept('decimal.js', 'luxon', 'zod', 'jsep'), example: "import mongoose from 'mongoose';" },
      {
        regex: folders('workflows', 'activities', 'store', 'sources', 'channels', 'api', 'worker', 'stack'),
        example: "import { x } from '../../store/x';",
      },
    ],
  },
  {
    folder: 'src/domain',
    why: 'zod lives in *.schema.ts; the rest of the domain takes the inferred types only.',
    ignores: ['**/*.schema.ts'],
    forbidden: [{ regex: '^zod$', example: "import { z } from 'zod';" }],
  },
  {
    folder: 'src/domain',
    why: 'jsep is configured for the whole process: the grammar of formulas alone imports it.',
    ignores: ['**/*.schema.ts', '**/*/formula/grammar.ts'],
    forbidden: [{ regex: '^jsep$', example: "import jsep from 'jsep';" }],
  },
  {
    folder: 'src/workflows',
    why: 'Workflow code imports @temporalio/workflow, decide/evolve of the domain, and types only of schemas and activities.',
    forbidden: [
      { regex: packagesExcept('@temporalio/workflow', '@temporalio/common'), example: "import { z } from 'zod';" },
      {
        regex: folders('store', 'sources', 'channels', 'api', 'worker', 'stack'),
        example: "import { x } from '../store/x';",
      },
      {
        regex: '\\.schema$',
        allowTypeImports: true,
        example: "import { LaunchCycle } from '../domain/cycle/cycle.schema';",
      },
      {
        regex: folders('statistics'),
        allowTypeImports: true,
        example: "import { median } from '../domain/statistics/median';",
      },
      {
        regex: folders('activities'),
        allowTypeImports: true,
        example: "import { createActivities } from '../activities/create';",
      },
    ],
  },
  {
    folder: 'src/activities',
    why: 'Activities import @temporalio/activity, the domain and their own ports; the world comes in through the ports.',
    forbidden: [
      {
        regex: packagesExcept('@temporalio/activity', '@temporalio/common', 'node:'),
        example: "import mongoose from 'mongoose';",
      },
      {
        regex: folders('store', 'sources', 'channels', 'api', 'worker', 'stack', 'workflows'),
        example: "import { x } from '../store/x';",
      },
    ],
  },
  {
    folder: 'src/store',
    why: 'The store is the only folder that knows mongoose; it imports the domain and the ports it fulfils.',
    forbidden: [
      { regex: packagesExcept('mongoose', 'node:'), example: "import express from 'express';" },
      {
        regex: folders('workflows', 'sources', 'channels', 'api', 'worker', 'stack'),
        example: "import { x } from '../api/x';",
      },
    ],
  },
  {
    folder: 'src/sources',
    why: 'Sources read measurements into domain facts: they import the domain and parsers.',
    forbidden: [
      { regex: '^(mongoose|express|@temporalio/.*)$', example: "import mongoose from 'mongoose';" },
      {
        regex: folders('workflows', 'store', 'channels', 'api', 'worker', 'stack'),
        example: "import { x } from '../store/x';",
      },
    ],
  },
  {
    folder: 'src/channels',
    why: 'Channels tell people things: they import the domain, the ports and their transport.',
    forbidden: [
      { regex: '^(mongoose|express|@temporalio/.*)$', example: "import mongoose from 'mongoose';" },
      {
        regex: folders('workflows', 'store', 'sources', 'api', 'worker', 'stack'),
        example: "import { x } from '../store/x';",
      },
    ],
  },
  {
    folder: 'src/api',
    why: 'The API parses, sends a command, answers: the store reaches it through ports, workflows through their contracts.',
    forbidden: [
      { regex: '^mongoose$', example: "import mongoose from 'mongoose';" },
      { regex: folders('store', 'sources', 'channels', 'worker', 'stack'), example: "import { x } from '../store/x';" },
      { regex: '/workflows/(?!.*\\.contract$)', example: "import { cycle } from '../workflows/cycle.workflow';" },
      { regex: '/activities/(?!(.*\\.)?ports$)', example: "import { createActivities } from '../activities/create';" },
    ],
  },
  {
    folder: 'src/stack',
    why: 'The stack starts servers before anything is installed or built: node built-ins first.',
    forbidden: [
      {
        regex: folders('workflows', 'activities', 'store', 'sources', 'channels', 'api', 'worker'),
        example: "import { x } from '../store/x';",
      },
    ],
  },
];
