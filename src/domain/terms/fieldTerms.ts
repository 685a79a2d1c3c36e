import type { Language } from '../shared/language';

/**
 * The terms of the field that an office may call otherwise, as they ship; see docs/glossary.md. Wherever a shipped sentence
 * says one, the office's own word stands instead. Plurals are terms of their own where a language has them.
 */
export const FIELD_TERMS = {
  'called.product': { vi: 'Kairyo', en: 'Kairyo', ja: 'Kairyo' },
  'called.cycle': { vi: 'chu kỳ', en: 'cycle', ja: 'サイクル' },
  'called.cycles': { en: 'cycles' },
  'called.indicator': { vi: 'chỉ số', en: 'indicator', ja: '指標' },
  'called.indicators': { en: 'indicators' },
  'called.unit': { vi: 'đơn vị', en: 'unit', ja: '部門' },
  'called.units': { en: 'units' },
  'called.procedure': { vi: 'thủ tục', en: 'procedure', ja: '手続き' },
  'called.procedures': { en: 'procedures' },
  'called.countermeasure': { vi: 'giải pháp', en: 'countermeasure', ja: '対策' },
  'called.countermeasures': { en: 'countermeasures' },
  'called.prediction': { vi: 'dự báo', en: 'prediction', ja: '予測' },
  'called.predictions': { en: 'predictions' },
  'called.pilot': { vi: 'thí điểm', en: 'pilot', ja: '試行' },
  'called.reviewer': { vi: 'người rà soát', en: 'reviewer', ja: 'レビュー担当' },
  'called.reviewers': { en: 'reviewers' },
  'called.head': { vi: 'thủ trưởng đơn vị', en: 'head of unit', ja: '部門長' },
  'called.lead': { vi: 'phụ trách cải tiến', en: 'improvement lead', ja: '改善リーダー' },
  'called.survey': { vi: 'khảo sát', en: 'survey', ja: 'アンケート' },
  'called.surveys': { en: 'surveys' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;
/** What the keys of these terms begin with. */
export const OF_FIELD_TERMS = 'called.';
export type FieldTerm = keyof typeof FIELD_TERMS;

export const isFieldTerm = (key: string): key is FieldTerm => key in FIELD_TERMS;

/** The shipped word of a term; `undefined` where the language has no such form. */
export const shippedTerm = (key: FieldTerm, language: Language): string | undefined =>
  (FIELD_TERMS[key] as Readonly<Partial<Record<Language, string>>>)[language];
