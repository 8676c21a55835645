import { SiteTaken } from './place/claim-site.ts';
import { IsALink, NotAFolder, NotOurs } from './place/put-in-place.ts';
import { machineFailure, type Failure } from './machine-failure.ts';
import {
  CountsDiffer,
  DatedBefore,
  DatedBeforeItsData,
  NoWayBack,
  OfAnOlderVersion,
  OtherLanguages,
  Overtaken,
  TellsOfSomebody,
} from './refused-release.ts';

/** Says why a build, a release or a rollback stopped; null where it is a fault that nobody has foreseen. */
export function failureWords(error: unknown): Failure | null {
  if (error instanceof NoWayBack)
    return {
      whose: 'data',
      words: {
        zh: '退不回去：现在这一期之前没有别的一期。网站和各期记录都没有动。',
        en: 'There is no way back: there is no release before this one. Site and records stand.',
      },
    };
  if (error instanceof OfAnOlderVersion) {
    const { lacking, version } = error;
    const zh = lacking.map(({ table, column }) => `${table}.csv 的 ${column} 列`).join('、');
    const en = lacking.map(({ table, column }) => `the column ${column} of ${table}.csv`).join(', ');
    return {
      whose: 'data',
      words: {
        zh: `退不回去：前一期是本程序 ${version} 版生成的，那时还没有 ${zh}，现在的网页少不了它。请用那一版的程序退回，或改好数据，再发布新的一期。网站和各期记录都没有动。`,
        en: `There is no way back: the release before was made by version ${version} of this program, which did not have ${en} yet, and the pages of today need it. Go back with that version, or mend the data and release anew. Site and records stand.`,
      },
    };
  }
  if (error instanceof OtherLanguages) {
    const [before, now] = [error.before.join(', '), error.now.join(', ')];
    return {
      whose: 'data',
      words: {
        zh: `退不回去：前一期发布时的语言是 [${before}]，现在的设置是 [${now}]。先在 programme.yaml 写回 languages: [${before}]，再运行一次；退回以后再改语言，发布新的一期。网站和各期记录都没有动。`,
        en: `There is no way back: the release before was made in [${before}], the settings now say [${now}]. Write languages: [${before}] in programme.yaml and run again; change the languages afterwards, with a new release. Site and records stand.`,
      },
    };
  }
  if (error instanceof Overtaken)
    return {
      whose: 'data',
      words: {
        zh: `同时有人发布了这一期（${error.message}）。您的没有发布，网站没有动。先看他们发布了什么，再运行一次。`,
        en: `Somebody else released this number at the same time (${error.message}). Yours was not made and the site stands. Look at theirs, then run again.`,
      },
    };
  if (error instanceof DatedBefore)
    return {
      whose: 'data',
      words: {
        zh: `没有发布：日期 ${error.publishedOn} 比上一期的 ${error.last} 还早，多半是电脑的时钟不对。校准时钟，或用 --date 写明日期，再运行一次。网站和各期记录都没有动。`,
        en: `Nothing was released: ${error.publishedOn} is before the last release, ${error.last}. Most likely the clock of this machine is wrong: set it, or name the date with --date, and run again. Site and records stand.`,
      },
    };
  if (error instanceof DatedBeforeItsData)
    return {
      whose: 'data',
      words: {
        zh: `没有发布：日期 ${error.publishedOn} 比数据截至的 ${error.cutoff} 还早，那一天还不会有这些数据。用 --date 写明发布的日期；电脑的时钟不对就校准；截至日不对就改 programme.yaml 的 cutoff。网站和各期记录都没有动。`,
        en: `Nothing was released: ${error.publishedOn} is before ${error.cutoff}, up to which the data go; nobody could know them on that day. Name the day of the release with --date, set the clock of this machine if it is wrong, or mend cutoff in programme.yaml. Site and records stand.`,
      },
    };
  if (error instanceof TellsOfSomebody)
    return {
      whose: 'usage',
      words: {
        zh: `没有发布：说明里可能认出个人（${error.kinds.zh}）：${error.veiled}。说明会公布，发布后收不回来：改写说明，再运行一次。网站和各期记录都没有动。`,
        en: `Nothing was released: somebody may be recognised by the note (${error.kinds.en}): ${error.veiled}. The note is published and cannot be taken back: write it in other words and run again. Site and records stand.`,
      },
    };
  if (error instanceof CountsDiffer)
    return {
      whose: 'ours',
      words: {
        zh: `没有发布：生成的网站与它自己公开的表不符。这是本程序的错，不是数据的错；网站和各期记录都没有动。\n${error.message}`,
        en: `Nothing was released: the finished site differs from its own public tables. This is our own fault, not that of the data; site and records stand.\n${error.message}`,
      },
    };
  if (error instanceof SiteTaken)
    return {
      whose: 'data',
      words: {
        zh: `这个网站正在由另一个程序生成（${error.message}）。您的没有做，什么也没有动。等它做完，再运行一次。`,
        en: `Another program is building this site at this moment (${error.message}). Yours was not made and nothing was changed. Wait for it, then run again.`,
      },
    };
  if (error instanceof NotOurs)
    return {
      whose: 'usage',
      words: {
        zh: `${error.message} 里有不是本程序生成的东西，不敢替换。请用 --out 另指一个文件夹。`,
        en: `${error.message} holds things that this program did not make. Name another folder with --out.`,
      },
    };
  if (error instanceof NotAFolder)
    return {
      whose: 'usage',
      words: {
        zh: `网站要放进文件夹，而 ${error.message}（或它上面的一级）是文件。什么也没有动。请用 --out 另指一个文件夹。`,
        en: `A site goes into a folder, and ${error.message}, or what it should lie in, is a file. Nothing was changed. Name a folder with --out.`,
      },
    };
  if (error instanceof IsALink)
    return {
      whose: 'usage',
      words: {
        zh: `${error.message} 是一个链接，指向 ${error.leadsTo}；换上新网站会毁掉链接，所以什么也没有动。请写明那个文件夹本身：--out ${error.leadsTo}`,
        en: `${error.message} is a link to ${error.leadsTo}; a new site would take the place of the link, so nothing was changed. Name that folder itself: --out ${error.leadsTo}`,
      },
    };
  return machineFailure(error);
}
