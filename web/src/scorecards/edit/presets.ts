import type { Perspective } from '../../../../src/domain/scorecards/scorecard.schema';

type Texts = { readonly vi: string; readonly en: string; readonly ja: string };
const one = (key: string, name: Texts, question: Texts): Perspective => ({ key, name, question, weight: 1 });

const CITIZENS = one(
  'citizens',
  { vi: 'Người dân và doanh nghiệp', en: 'Citizens and businesses', ja: '住民・事業者' },
  {
    vi: 'Để phục vụ tốt, chúng ta phải làm tốt điều gì đối với người dân?',
    en: 'To serve citizens well, at what must we excel?',
    ja: '住民のために、何に優れていなければならないか。',
  },
);
const PROCESSES = one(
  'processes',
  { vi: 'Quy trình nội bộ', en: 'Internal processes', ja: '業務プロセス' },
  {
    vi: 'Quy trình nào phải vận hành thật tốt?',
    en: 'Which processes must run very well?',
    ja: 'どの業務プロセスを優れたものにすべきか。',
  },
);
const LEARNING = one(
  'learning',
  { vi: 'Học hỏi và phát triển', en: 'Learning and growth', ja: '学習と成長' },
  {
    vi: 'Con người, dữ liệu và cách làm việc phải tiến bộ thế nào?',
    en: 'How must people, data and ways of working develop?',
    ja: '人材・情報・働き方をどう育てるか。',
  },
);

/** Where there is no profit the mission is on top, and money is a means. */
const PUBLIC: readonly Perspective[] = [
  one(
    'mission',
    { vi: 'Sứ mệnh', en: 'Mission', ja: '使命' },
    {
      vi: 'Chúng ta tạo ra giá trị gì cho xã hội?',
      en: 'What value do we create for the public?',
      ja: '社会にどのような価値をもたらすか。',
    },
  ),
  CITIZENS,
  PROCESSES,
  LEARNING,
  one(
    'resources',
    { vi: 'Ngân sách và nguồn lực', en: 'Budget and resources', ja: '予算と資源' },
    {
      vi: 'Chúng ta sử dụng ngân sách có hiệu quả không?',
      en: 'Do we use the budget well?',
      ja: '予算を有効に使っているか。',
    },
  ),
];

const CLASSIC: readonly Perspective[] = [
  one(
    'finance',
    { vi: 'Tài chính', en: 'Finance', ja: '財務' },
    {
      vi: 'Kết quả tài chính phải thế nào?',
      en: 'What must the financial result be?',
      ja: '財務面で何を達成すべきか。',
    },
  ),
  one(
    'customers',
    { vi: 'Khách hàng', en: 'Customers', ja: '顧客' },
    {
      vi: 'Khách hàng phải nhìn nhận chúng ta thế nào?',
      en: 'How must customers see us?',
      ja: '顧客からどう見られるべきか。',
    },
  ),
  PROCESSES,
  LEARNING,
];

export const PRESETS = { public: PUBLIC, classic: CLASSIC } as const;
export type Preset = keyof typeof PRESETS;
