import { parse } from 'yaml';
import { programmeSettings } from '../../src/model/programme.ts';
import { grades } from '../../src/model/record.ts';
import type { LookupEntry, Question, Settings } from '../../src/model/settings.ts';
import { settingsText } from './small-programme.ts';

function entry(id: string, zh: string, en: string, short = ''): LookupEntry {
  return { id, cells: { id, name_zh: zh, name_en: en, ...(short === '' ? {} : { short_zh: short }) } };
}

const choice = (id: string, zh: string, en: string) => ({ id, names: { zh, en } });

/** A question of each kind. */
const questions: readonly Question[] = [
  {
    id: 'overall',
    survey: 's',
    kind: 'grade',
    names: { zh: '满意吗？' },
    choices: grades.map(({ code, zh, en }) => choice(code, zh, en)),
  },
  {
    id: 'recommend',
    survey: 's',
    kind: 'score',
    names: { zh: '推荐吗？' },
    choices: Array.from({ length: 11 }, (_, score) => choice(String(score), String(score), String(score))),
  },
  {
    id: 'trips',
    survey: 's',
    kind: 'single',
    names: { zh: '几趟？' },
    choices: [choice('one', '一趟', 'One'), choice('two', '两趟', 'Two')],
  },
  {
    id: 'troubles',
    survey: 's',
    kind: 'multiple',
    names: { zh: '哪些麻烦？' },
    choices: [
      choice('queue', '排队久', 'Long queue'),
      choice('papers', '材料多', 'Too many papers'),
      choice('other', '其他', 'Other'),
    ],
  },
  { id: 'comment', survey: 's', kind: 'text', names: { zh: '还想说' }, choices: [] },
];

/** The settings of a small programme, as `configure` gives them. */
export function smallSettings(
  changes: Partial<Settings> = {},
  programme: Readonly<Record<string, string | null>> = {},
): Settings {
  return {
    programme: programmeSettings.parse(parse(settingsText(programme))),
    lookups: {
      departments: [
        entry('police', '公安局', 'Police Bureau'),
        entry('hrss', '人力资源和社会保障局', 'Social Security Bureau', '人社局'),
        entry('tax', '税务局', 'Tax Bureau'),
      ],
      halls: [entry('centre', '市政务中心', 'City Centre')],
      services: [entry('id-card', '身份证办理', 'Identity card')],
      categories: [],
      cohorts: [],
    },
    listed: new Set(['departments', 'halls', 'services']),
    questions,
    spellings: [{ list: 'departments', spelling: '市 公安', id: 'police' }],
    margins: [],
    specialDays: [],
    redactions: [],
    layouts: [],
    ...changes,
  };
}
