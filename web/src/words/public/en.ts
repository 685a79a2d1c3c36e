export const publicWords = {
  'pu.title': 'How we are doing',
  'pu.lead': 'What this office has decided to show to everybody. Values are those of the last period that has ended.',
  'pu.none': 'Nothing has been made public yet.',
  'pu.signIn': 'Sign in',
  'pu.all': 'All public scorecards',
  'pu.openData': 'Open data',
  'pu.openDataWhat': 'The same figures as files, free to use: what each column means stands in the schema.',
  'pu.schema': 'Schema',
  'pu.period': 'Period: {period}',
  'pu.suppressed': 'not shown: too few cases',
  'pu.missing': 'no figure',
  'pu.how': 'How to read this',
  'pu.howStatus':
    'Status says where a figure stands against its target now; progress says which way it moves. Both are given in words and signs, never by colour alone.',
  'pu.reviews': 'Reviews',
  'pu.reviewsWhat':
    'What the office found when it looked at these figures together, as it stood when each review was closed.',
  'pu.publishedOn': 'Published on {day}',
  'pu.memo': 'What was found, measure by measure',
  'pu.decisions': 'Decisions',
  'pu.decisionDue': 'due {day}',
  'pu.notThere': 'There is no such public scorecard.',
} as const;
export type PublicWord = keyof typeof publicWords;
