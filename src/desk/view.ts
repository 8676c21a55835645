import { counted } from '../model/counted.ts';
import { changeSections } from '../model/change-sections.ts';
import { countOf, groupProblems } from '../model/group-problems.ts';
import { dropNames } from '../pipeline/take/open-drops.ts';
import { wordsIn, type Words } from '../model/words.ts';
import { dataStand } from './data-stand.ts';
import { deskStand, type Desk } from './desk.ts';
import type { Running, Said } from './work.ts';

/** A step of the work, as the head of every page shows it. */
export interface StepView {
  readonly path: string;
  readonly name: string;
  /** How it stands, in a few words. */
  readonly state: string;
}

/** What every page of the desk is made of. */
export interface View {
  readonly language: 'zh' | 'en';
  readonly say: (zh: string, en: string) => string;
  readonly words: (words: Words) => string;
  /** The address of the page. */
  readonly path: string;
  readonly stand: string;
  readonly running: Running | null;
  readonly said: Said | null;
  readonly programme: string;
  /** Whether the last check speaks of the data as they are now. */
  readonly isChecked: boolean;
  /** Whether the preview shows the data as they are now. */
  readonly isPreviewed: boolean;
  readonly steps: readonly StepView[];
}

/** How many problems must be mended; null where nobody knows. */
function toMend({ checked }: Desk): number | null {
  if (checked === null) return null;
  const { outcome } = checked;
  return countOf(groupProblems(outcome, outcome.settings?.programme.tolerate ?? []).fatal);
}

/** The language in which the desk is read: the one chosen, that of the command, or the first of the programme. */
function languageOf({ options, settings }: Desk, chosen: string): 'zh' | 'en' {
  const language = chosen || (options.language ?? settings?.programme.languages[0] ?? 'zh');
  return language.startsWith('zh') ? 'zh' : 'en';
}

/** How the desk stands at the moment, for a page of it. */
export async function viewOf(desk: Desk, path: string, chosen: string): Promise<View> {
  const { work, checked, previewed } = desk;
  const language = languageOf(desk, chosen);
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const stand = await dataStand(desk.options.data);
  const isChecked = checked?.stand === stand;
  const isPreviewed = previewed?.stand === stand;
  const bad = toMend(desk);
  const name = desk.settings?.programme.name ?? {};
  const again = say('数据变过，再查一次', 'changed, check again');
  const mended =
    bad === null
      ? say('还没有检查', 'not checked')
      : bad > 0
        ? say(`必须改 ${bad} 处`, `${bad} to mend`)
        : say('没有必须改的', 'nothing to mend');
  const seen =
    previewed === null ? say('还没有预览', 'none yet') : say('数据变过，再看一次', 'changed, look again');
  const alarms = checked?.changes
    ? changeSections(checked.changes, language).filter(({ alarm }) => alarm).length
    : 0;
  const files = (await dropNames(desk.options.data)).length;
  return {
    language,
    say,
    words: (words) => wordsIn(words, language),
    path,
    stand: await deskStand(desk),
    running: work.running(),
    said: work.said(),
    programme: name[language] ?? Object.values(name)[0] ?? '',
    isChecked,
    isPreviewed,
    steps: [
      {
        path: '/',
        name: say('文件', 'Files'),
        state: say(`${files} 份`, counted(files, 'file')),
      },
      {
        path: '/problems',
        name: say('问题', 'Problems'),
        state: checked !== null && !isChecked ? again : mended,
      },
      {
        path: '/changes',
        name: say('变化', 'What changes'),
        state: alarms > 0 ? say(`▲ ${alarms} 处要看`, `▲ ${alarms} to look at`) : '',
      },
      {
        path: '/preview',
        name: say('预览', 'Preview'),
        state: isPreviewed ? say('看过即可发布', 'ready') : seen,
      },
      { path: '/release', name: say('发布', 'Release'), state: '' },
    ],
  };
}
