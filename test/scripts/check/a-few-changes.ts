import { findingChangeKinds, type DropChanges, type FindingChange } from '../../../src/model/drop-changes.ts';

const nothing = { count: 0, first: [] };

const finding = (id: string, title: string, changes: Partial<FindingChange> = {}): FindingChange => ({
  finding_id: id,
  kind: 'problem',
  title: { zh: title, en: '' },
  department_id: 'police',
  department: { zh: '公安局', en: 'Police Bureau' },
  before: '',
  after: 'found',
  fields: [],
  ...changes,
});

/** Nothing changes. */
export const noChanges: DropChanges = {
  live: { kind: 'release', release: 3, version: '1.2.0', published_on: '2026-01-05', cutoff: '2025-12-31' },
  cutoff: '2026-03-31',
  findings: Object.fromEntries(
    findingChangeKinds.map(({ code }) => [code, nothing]),
  ) as unknown as DropChanges['findings'],
  responses: { before: 40, after: 40 },
  visits: { before: null, after: null },
  questions: [],
  swings: nothing,
  moved: nothing,
  withheld: nothing,
  shown: nothing,
};

/** One of most kinds, with a title that means harm. */
export const aFewChanges: DropChanges = {
  ...noChanges,
  findings: {
    ...noChanges.findings,
    new: { count: 31, first: [finding('B1', '`x`](http://a) <img src=x> @mayor')] },
    vanished: { count: 1, first: [finding('A9', '排队太久', { before: 'sent', after: '' })] },
    corrected: {
      count: 1,
      first: [
        finding('A2', '等候', {
          before: 'sent',
          after: 'sent',
          fields: [
            { column: 'department_id', before: 'police', after: 'tax' },
            { column: 'claimed', before: '2025-11-01', after: '' },
          ],
        }),
      ],
    },
  },
  responses: { before: 1200, after: 900 },
  swings: {
    count: 1,
    first: [
      {
        subject_kind: 'department',
        subject_id: 'police',
        subject: { zh: '公安局', en: 'Police Bureau' },
        measure: 'confirmed_rate',
        question_id: '',
        before: 0.94,
        low: 0.9,
        high: 0.97,
        after: 0.61,
      },
    ],
  },
  withheld: {
    count: 2,
    first: [
      {
        subject_kind: 'channel',
        subject_id: 'online',
        subject: { zh: '网上办理', en: 'Online' },
        period: '2026-Q1',
        questions: ['overall', 'waiting'],
        cells: 12,
      },
    ],
  },
};
