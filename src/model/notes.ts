import type { Words } from './words.ts';

/** What a reader of the tables must know, in the order in which the questions come. README, workbook and metadata hold it. */
export interface Note {
  readonly ask: Words;
  readonly answer: Words;
}

const note = (ask: Words, zh: string, en: string): Note => ({ ask, answer: { zh, en } });

/** The notes that go with every copy of the tables. */
export const notes: readonly Note[] = [
  note(
    { zh: '数据怎么来的', en: 'How the data came about' },
    '体验官亲自去看，记录发现的问题；分析后反馈部门，部门回复，体验官复核。每一步都有日期，写在 finding_events 里。状态由这些步骤得出，没有人可以直接填写。',
    'Experience officers go and see for themselves and record the problems they find; these are analysed and sent to the department, which replies, and an officer checks. Every step has its date in finding_events. A status is derived from the steps; nobody types it in.',
  ),
  note(
    { zh: '“改好了”是谁说的', en: 'Who says that it is fixed' },
    '“部门称已整改”是部门的说法（claimed），“确认已整改”是体验官复核过的（confirmed）。两者从不相加，标题只数确认的。',
    '“The department says it is fixed” (claimed) and “an officer confirmed it” (confirmed) are two facts. They are never added up; headlines count confirmed only.',
  ),
  note(
    { zh: '这里没有什么', en: 'What is not here' },
    '没有体验官没去看过的事，所以没有发现不等于没有问题；没有个人信息；没有问卷里的文字回答；问卷里会认出个人的人数不公布。',
    'Nothing about what no officer has seen: no finding does not mean no problem. No personal data. No free-text answers of the survey. No survey counts of so few people that someone could be recognised.',
  ),
  note(
    { zh: '没有问到谁', en: 'Who was not asked' },
    '问卷由愿意作答的人自己填写，没作答的人怎么想，这里看不出。区间只说“若受访者如同随机样本”。',
    'People chose to answer the survey; it says nothing of those who did not. The ranges hold if respondents behaved like a random sample of users.',
  ),
  note(
    { zh: '部门之间怎么比', en: 'Comparing departments' },
    '件数多，可能只是办的事多、去得多。比率旁边有件数、基数和区间；区间相交的，不能单凭它们说有差别；两期之差有自己的区间。不要排名。',
    'More findings may only mean more business and more visits. Beside each rate stand count, base and interval; where intervals overlap, they alone show no difference; a change between periods has an interval of its own. Do not rank.',
  ),
  note(
    { zh: '空格怎么读', en: 'How to read a blank' },
    '空格从来不是零，原因写在 status 一列：no_cases 没有可数的，too_few 基数太小，not_estimable 还算不出，withheld 不公布以免认出个人；以前公布过的，当时多少在 last_told：那是那一期的说法，不要和现在的数相比。',
    'A blank is never zero; the column status says why: no_cases, too_few (the base is too small), not_estimable (yet), withheld (so that nobody is recognised). What an earlier release told of a withheld number is in last_told: the word of that release, not to be compared with numbers of now.',
  ),
  note(
    { zh: '合计行', en: 'Totals' },
    'figures 和 answers 里，subject_id 为 all 的行是整个项目，period 为 all 的行是全部时期：求和之前先选定一层。',
    'In figures and answers, subject_id “all” is the whole programme and period “all” is all time: choose one level before adding up.',
  ),
  note(
    { zh: '以等号开头的文字', en: 'Texts that begin like a formula' },
    '文字若以 = + - @ 等开头，前面加一个撇号，免得电子表格当成公式。每种文件里都一样。',
    "A text that begins with = + - @ or the like has an apostrophe (') put before it, so that no spreadsheet runs it. It is the same in every form of the tables.",
  ),
  note(
    { zh: '同一张表的几种文件', en: 'The forms of a table' },
    'CSV、JSON、Parquet 和 Excel 工作簿里的行相同，都由同一份 CSV 写成。工作簿装不下的长文字（超过 32767 字）在那里截断并注明。',
    'CSV, JSON, Parquet and the Excel workbook hold the same rows, all written from the CSV. A text longer than a workbook can hold (32,767 characters) is cut there, and says so.',
  ),
  note(
    { zh: '编号和地址', en: 'Ids and addresses' },
    '编号永不改变，也不重复使用。/data/latest/ 总是最近的，/data/releases/ 下各期的文件不再改变。',
    'Ids never change and are never used again. /data/latest/ is always the latest; the files of a release under /data/releases/ never change.',
  ),
];
