import { isDay } from '../../src/model/is-day.ts';
import { officersSetting, usualOfficers } from '../../src/model/officers.ts';
import { laterLanguages } from '../../src/model/new-programme.ts';
import type { Words } from '../../src/model/words.ts';

/** Why an answer cannot be taken and how to give one that can; null where it can. */
type Objection = Words | null;

/** One thing that a new programme must know. Each is asked on the terminal, unless the word after the command says it. */
export interface Question {
  readonly flag: string;
  readonly ask: Words;
  /** What is taken where nothing is answered; null where only the office knows. */
  readonly standard: ((answers: ReadonlyMap<string, string>) => string) | null;
  /** Whether it is asked at all, given what was answered before. */
  readonly when?: (answers: ReadonlyMap<string, string>) => boolean;
  readonly object?: (answer: string) => Objection | Promise<Objection>;
  /** The answer is a file of names, or names one a line. */
  readonly isList?: true;
}

type Answered = ReadonlyMap<string, string>;

const blank = () => '';

const speaks = (language: string) => (answers: Answered) =>
  (answers.get('languages') ?? '').split(/[,，\s]+/).includes(language);

const refuse = (zh: string, en: string): Words => ({ zh, en });

function objectToLanguages(answer: string): Objection {
  const languages = answer.split(/[,，\s]+/);
  return languages.every((one) => one === 'zh' || one === 'en') &&
    new Set(languages).size === languages.length
    ? null
    : refuse(
        `这里写 zh、en，或 zh,en。网站还会说 ${laterLanguages.join('、')}：建好以后写进 programme.yaml 的 languages。再别的语言，网站要先有那种语言的文字：见 README 的 “a language”`,
        `write zh, en or zh,en here. The site also speaks ${laterLanguages.join(', ')}: add it under languages in programme.yaml once that is there. Any other needs its words first: README, “a language”`,
      );
}

const objectToName =
  (language: keyof Words) =>
  (answer: string): Objection =>
    officersSetting.safeParse({ [language]: answer }).success
      ? null
      : refuse('一个称呼，只用文字，如“检查人员”', 'one noun, of letters alone, as “inspector”');

const objectToMail = (answer: string): Objection =>
  /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(answer)
    ? null
    : refuse('要一个邮箱，如 office@example.gov.cn', 'an e-mail address, as office@example.org');

const objectToAddress = (answer: string): Objection =>
  /^https?:\/\/[^\s.]+\.\S+$/.test(answer)
    ? null
    : refuse('要一个网址，以 https:// 开头', 'an address that begins with https://');

const objectToDay = (answer: string): Objection =>
  isDay(answer) ? null : refuse('日期写成 2026-09-30', 'a date is written 2026-09-30');

function objectToDeadlines(answer: string): Objection {
  const days = answer.split(/[,，\s]+/).map(Number);
  return days.length === 3 && days.every((one) => Number.isInteger(one) && one >= 1 && one <= 250)
    ? null
    : refuse('三个 1 到 250 的数，如 7,15,30', 'three numbers from 1 to 250, as 7,15,30');
}

/** A text that is asked for in each language of the programme. */
function inLanguages(flag: string, zh: Words, en: Words, standard?: Question['standard']): Question[] {
  return [
    { flag, ask: zh, standard: standard ?? null, when: speaks('zh') },
    { flag: `${flag}-en`, ask: en, standard: standard ?? null, when: speaks('en') },
  ];
}

const list = (flag: string, zh: string, en: string, standard: Question['standard']): Question => ({
  flag,
  ask: refuse(
    `${zh}：文件（CSV 或 Excel）的位置；或从 Excel 粘贴，每行一个，最后空一行`,
    `${en}: a file (CSV or Excel); or paste them from Excel, one a line, and an empty line at the end`,
  ),
  standard,
  isList: true,
});

/** Everything that is asked, in its order. `today` is what the first day is if nothing else is said. */
export function questionsOn(today: string): readonly Question[] {
  return [
    {
      flag: 'languages',
      ask: refuse(
        '网站用哪些语言？第一个是主要语言（zh 中文，en 英文；别的语言建好以后再加）',
        'Languages of the site, the main one first (zh Chinese, en English; others are added afterwards)',
      ),
      standard: () => 'zh,en',
      object: objectToLanguages,
    },
    ...inLanguages(
      'name',
      refuse('项目叫什么？', 'Name of the programme, in Chinese'),
      refuse('项目的英文名称', 'Name of the programme, in English'),
    ),
    ...inLanguages(
      'city',
      refuse('哪个城市？', 'The city, in Chinese'),
      refuse('城市的英文名称', 'The city, in English'),
    ),
    ...inLanguages(
      'publisher',
      refuse('由谁发布？', 'Who publishes, in Chinese'),
      refuse('发布单位的英文名称', 'Who publishes, in English'),
    ),
    {
      flag: 'officers',
      ask: refuse(
        '去查看的人叫什么？如 体验官、检查人员、监督员',
        'What those who look are called, in Chinese',
      ),
      standard: () => usualOfficers.zh,
      when: speaks('zh'),
      object: objectToName('zh'),
    },
    {
      flag: 'officers-en',
      ask: refuse(
        '英文叫什么？写单数，如 officer、inspector、supervisor',
        'What those who look are called: one of them, as officer, inspector or supervisor',
      ),
      standard: () => usualOfficers.en,
      when: speaks('en'),
      object: objectToName('en'),
    },
    {
      flag: 'contact',
      ask: refuse('联系邮箱', 'Contact, an e-mail address'),
      standard: null,
      object: objectToMail,
    },
    {
      flag: 'corrections',
      ask: refuse('读者发现错误，写信到哪里？', 'Where do readers report mistakes? An e-mail address'),
      standard: (answers) => answers.get('contact') ?? '',
      object: objectToMail,
    },
    {
      flag: 'begins',
      ask: refuse('项目从哪天开始？', 'The first day of the programme'),
      standard: () => today,
      object: objectToDay,
    },
    {
      flag: 'deadlines',
      ask: refuse(
        '较重、一般、轻微的问题，反馈后各多少个工作日内整改？',
        'Working days allowed for serious, ordinary and minor problems',
      ),
      standard: () => '7,15,30',
      object: objectToDeadlines,
    },
    ...inLanguages(
      'licence',
      refuse(
        '数据许可叫什么？别人可以怎样使用，由单位决定，如“知识共享 署名 4.0”',
        'Licence of the data, in Chinese; the office decides',
      ),
      refuse(
        '数据许可的英文名称，如 Creative Commons Attribution 4.0',
        'Licence of the data, as Creative Commons Attribution 4.0; the office decides',
      ),
    ),
    {
      flag: 'licence-url',
      ask: refuse(
        '许可全文的网址，如 https://creativecommons.org/licenses/by/4.0/',
        'Address of its text, as https://creativecommons.org/licenses/by/4.0/',
      ),
      standard: null,
      object: objectToAddress,
    },
    list('departments', '部门名单', 'Departments', null),
    list('halls', '办事大厅名单（没有就直接回车）', 'Halls (none: just Enter)', blank),
    list('services', '事项名单（没有就直接回车）', 'Services (none: just Enter)', blank),
    list('categories', '问题类别（没有就直接回车）', 'Categories of problems (none: just Enter)', blank),
  ];
}
