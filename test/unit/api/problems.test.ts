import { describe, expect, it } from '@jest/globals';
import { fill, problemDocument, ProblemError, problemOf } from '../../../src/api/problems/problem';
import { HTTP_STATUS, TITLES, WORDS } from '../../../src/api/problems/table';

describe('the table of problems', () => {
  it('has words in both languages, with the same params, and a title for every code', () => {
    for (const [code, status] of Object.entries(HTTP_STATUS)) {
      const { vi, en } = WORDS[code as keyof typeof WORDS];
      const params = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
      expect([code, params(vi)]).toEqual([code, params(en)]);
      expect(TITLES[status].vi).not.toBe('');
    }
  });
});

describe('a problem document', () => {
  it('names each thing that the gate misses, with its place', () => {
    const params = { count: 2, missing: ['PLAN_NEEDS_AN_AIM /plan/aim', 'AIM_NEEDS_A_DATE /plan/aim/by'] };
    const document = problemDocument(problemOf({ code: 'PLAN_IS_INCOMPLETE', params }), {
      language: 'vi',
      requestId: 'r',
    });
    expect(document).toMatchObject({
      status: 422,
      detail: 'Kế hoạch còn thiếu 2 điểm; hãy bổ sung bằng lệnh RevisePlan rồi phê duyệt lại.',
      errors: [
        { in: 'body', field: '/plan/aim', rule: 'PLAN_NEEDS_AN_AIM', message: 'Nêu mục tiêu.' },
        { in: 'body', field: '/plan/aim/by', rule: 'AIM_NEEDS_A_DATE' },
      ],
    });
  });

  it('points into the body also where the domain names a member with dots', () => {
    const problem = problemOf({ code: 'AGGREGATION_NEEDS_A_LIMIT', field: 'parameters.days', params: {} });
    expect(problemDocument(problem, { language: 'en', requestId: 'r' }).errors).toMatchObject([
      { field: '/parameters/days' },
    ]);
  });

  it('speaks Japanese', () => {
    expect(problemDocument(new ProblemError('NOT_SIGNED_IN'), { language: 'ja', requestId: 'r' }).title).toBe(
      'サインインしていません',
    );
  });

  it('fills a sentence with what was given, and nothing from elsewhere', () => {
    const words = { vi: '', ja: '', en: '{a} {list} {missing} {constructor}' };
    expect(fill(words, { a: 'x'.repeat(300), list: ['p', 'q'] }, 'en')).toBe(`${'x'.repeat(200)}… p, q - -`);
  });

  it('calls actions, roles and ties by their names, and leaves what has none', () => {
    const params = { action: 'cycle.launch', roles: ['administrator', 'head-of-unit'], relations: ['lead', 'new'] };
    const asked = problemDocument(problemOf({ code: 'ROLE_OR_TIE_NEEDED', params }), {
      language: 'vi',
      requestId: 'r',
    });
    expect(asked.detail).toContain('(mở chu kỳ) cần một trong các vai trò: quản trị viên, thủ trưởng đơn vị');
    expect(asked.detail).toContain('người phụ trách, new');
    expect(asked.params).toEqual(params);
  });

  it("speaks of things as the reader's office calls them, and leaves what a caller wrote", () => {
    const terms = { 'called.unit': 'team' };
    const problem = problemOf({ code: 'NOT_YOUR_UNIT', params: { unit: 'our unit', yours: 'desk' } });
    const { detail } = problemDocument(problem, { language: 'en', requestId: 'r', terms });
    expect(detail).toBe(
      'Your role reaches from the team “desk” downwards and not to “our unit”; ask someone in charge there.',
    );
  });

  it('takes a refusal that has no status for a fault', () => {
    expect(() => problemOf({ code: 'NEW_RULE' })).toThrow('NEW_RULE');
  });
});
