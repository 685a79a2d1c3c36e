import { Posts } from '../evaluationPeriods/period.schema';

/** Dated posts of a person, as they are put: in the order of their days, none twice from the same day. */
export const PostsEdit = Posts.superRefine(({ posts }, context) => {
  posts.forEach(({ from, to }, i) => {
    if (to !== undefined && to < from)
      context.addIssue({ code: 'custom', path: ['posts', i, 'to'], message: 'lies before the first day' });
    if (posts.findIndex((one) => one.from === from) < i)
      context.addIssue({ code: 'custom', path: ['posts', i, 'from'], message: 'another post begins on this day' });
  });
});
