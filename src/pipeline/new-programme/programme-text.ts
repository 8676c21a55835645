import { laterLanguages, type NewProgramme } from '../../model/new-programme.ts';
import { usualOfficers } from '../../model/officers.ts';
import type { Words } from '../../model/words.ts';

/** Texts are written as JSON writes them, which is YAML, too, whatever they hold. */
const quoted = (text: string) => JSON.stringify(text);

function perLanguage(words: Words, languages: NewProgramme['languages']): string {
  return `{ ${languages.map((language) => `${language}: ${quoted(words[language])}`).join(', ')} }`;
}

/** The usual name is not written: the line that says it stands there as an example. */
function officersLine({ officers, languages }: NewProgramme): string {
  return languages.every((language) => officers[language] === usualOfficers[language])
    ? '# officers: { zh: 检查人员, en: inspector }'
    : `officers: ${perLanguage(officers, languages)}`;
}

/** What else may be written under `languages`, for whoever wants a third one. */
const otherLanguagesLine = `# 还可以加 ${laterLanguages.join('、')}（网站有它的文字）；再别的要先有文字，见工具 README 的 “a language” / also ${laterLanguages.join(', ')} (the site speaks it); another needs its words first: README of the tool, “a language”`;

/** The settings of a new programme as `programme.yaml` has them, every line with its reason. */
export function programmeText(programme: NewProgramme): string {
  const { name, city, publisher, contact, corrections, languages, startsOn, deadlines, licence } = programme;
  const { serious, ordinary, minor } = deadlines;
  return `# yaml-language-server: $schema=programme.schema.json
# 本项目的设置。改动后运行 npm run check；写错的地方会指出行和列。
# The settings of this programme. After a change run npm run check; a mistake is named with its line and column.

name: ${perLanguage(name, languages)}
city: ${perLanguage(city, languages)}
publisher: ${perLanguage(publisher, languages)}
# 去查看的人叫什么，不写就是体验官 / what those who look are called; officers where it is not said
${officersLine(programme)}
# 刊头上的名字，不写就是“找茬” / the name in the masthead; Zhaocha where it is not said
# brand: { zh: 体验官公开账, en: Open Ledger }
contact: ${quoted(contact)}
# 读者发现错误，写信到这里 / where readers report mistakes
corrections: ${quoted(corrections)}
# 网站的地址，定了再写 / the address of the site, once it has one
# site: https://
demonstration: false

# 第一个是主要语言，放在网站根目录 / the first one is the main language, at the root of the site
${otherLanguagesLine}
languages: [${languages.join(', ')}]
time_zone: Asia/Shanghai
# china：国务院公布的工作日历，含调休；当地另有的假日、新的一年写进 lookup/special_days.csv；own：只按那张表
# working days with make-up days, and the days of lookup/special_days.csv; own: those of that list alone
calendar: china
# 项目从哪天开始；还没有数据时，网站写“数据截至”这一天 / the first day; before the first drop the data go up to it
starts_on: ${startsOn}
# latest：文件里最晚的日期；也可写明日期 / the latest date in the drops, or a date
cutoff: latest
# 按月（month）还是按季（quarter）/ by month or by quarter
period: quarter

# 从反馈部门次日起算，多少个工作日内整改 / working days allowed after the department was told
deadlines: { serious: ${serious}, ordinary: ${ordinary}, minor: ${minor} }

# 不采纳、转交、重复、撤回的理由类别，用到再写 / categories of reasons for the other endings, when there are any
# endings:
#   cost: { zh: 成本过高, en: Too costly }

# 数据许可：别人可以怎样使用 / the licence: what others may do with the data
licence:
  name: ${perLanguage(licence.name, languages)}
  url: ${quoted(licence.url)}
`;
}
